package org.consilium.kit.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Nothing is taken for a page that is none; JSON is for whoever asked, kept by nobody on the way.
 */
class AnswerHeaders {

    @ServerResponseFilter
    void forWhoeverAsked(ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        var type = response.getMediaType();
        if (type == null
                || !type.getSubtype().endsWith(MediaType.APPLICATION_JSON_TYPE.getSubtype())) {
            return;
        }
        if (!headers.containsKey("Cache-Control")) {
            headers.putSingle("Cache-Control", "no-store");
        }
    }
}
