package org.consilium.notification.unsubscribe;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.consilium.notification.words.Pages;
import org.consilium.notification.words.UnsubscribePage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Where a mail's {@code List-Unsubscribe} leads, by RFC 8058. Scanners and previews follow links,
 * so a GET only asks; mail programs POST, without a login and without asking twice.
 */
@Path("/api/notification-preferences/unsubscription/{token}")
@PermitAll
class UnsubscribeResource {

    private final Subscriptions subscriptions;

    UnsubscribeResource(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    @PermitAll
    @Operation(summary = "A page that asks whether mails of this kind are to stop; changes nothing")
    public Uni<Response> ask(@PathParam("token") String token) {
        return subscriptions
                .find(token)
                .map(
                        found ->
                                found.digest()
                                        ? UnsubscribePage.askingAboutDigest(found.language())
                                        : UnsubscribePage.asking(found.kind(), found.language()))
                .chain(page -> answer(Pages.unsubscribe(page)));
    }

    @POST
    @PermitAll
    @Cancellable(false)
    @Operation(summary = "No more mails of this kind to whom the link was mailed; repeatable")
    public Uni<Response> leave(@PathParam("token") String token) {
        return subscriptions
                .end(token)
                .map(ended -> UnsubscribePage.done(ended.language()))
                .chain(page -> answer(Pages.unsubscribe(page)));
    }

    private static Uni<Response> answer(TemplateInstance page) {
        return page.createUni().map(UnsubscribeResource::html);
    }

    private static Response html(String page) {
        return Response.ok(page, "text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
                .build();
    }
}
