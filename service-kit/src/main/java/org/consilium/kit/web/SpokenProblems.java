package org.consilium.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.consilium.kit.words.ProblemTexts;
import org.consilium.kit.words.RuleTexts;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A problem is told in the caller's language. Its type, fields and rules stay as they are: clients
 * go by those.
 */
class SpokenProblems {

    private final ProblemTexts texts = new ProblemTexts();
    private final RuleTexts rules = new RuleTexts();

    @ServerResponseFilter
    void translate(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemBody problem) {
            var accepted = request.getAcceptableLanguages();
            response.getHeaders().add("Vary", "Accept-Language");
            texts.language(accepted)
                    .ifPresent(language -> response.setEntity(problem.ruledIn(language, rules)));
            texts.of(problem.code(), accepted).ifPresent(words -> say(words, response));
        }
    }

    private static void say(ProblemTexts.Words words, ContainerResponseContext response) {
        response.getHeaders().putSingle("Content-Language", words.language());
        response.setEntity(((ProblemBody) response.getEntity()).saying(words));
    }
}
