package org.consilium.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A problem is told in the caller's language. Its type, fields and rules stay as they are: clients
 * go by those.
 */
class SpokenProblems {

    private final ProblemTexts texts = new ProblemTexts();

    @ServerResponseFilter
    void translate(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemBody problem) {
            var code = problem.type().substring(problem.type().lastIndexOf(':') + 1);
            response.getHeaders().add("Vary", "Accept-Language");
            texts.of(code, request.getAcceptableLanguages())
                    .ifPresent(
                            words -> {
                                response.getHeaders()
                                        .putSingle("Content-Language", words.language());
                                response.setEntity(problem.saying(words.text()));
                            });
        }
    }
}
