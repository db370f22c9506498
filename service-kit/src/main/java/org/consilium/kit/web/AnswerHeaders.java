package org.consilium.kit.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What JSON says is for whoever asked, kept by nobody on the way, and never taken for a page. */
class AnswerHeaders {

    @ServerResponseFilter
    void forWhoeverAsked(ContainerResponseContext response) {
        var type = response.getMediaType();
        if (type == null
                || !type.getSubtype().endsWith(MediaType.APPLICATION_JSON_TYPE.getSubtype())) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        if (!headers.containsKey("Cache-Control")) {
            headers.putSingle("Cache-Control", "no-store");
        }
    }
}
