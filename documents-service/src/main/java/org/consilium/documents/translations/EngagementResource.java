package org.consilium.documents.translations;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.documents.document.Documents;
import org.consilium.documents.translations.Engagements.Tracked;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Ids;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who is asked to translate what. */
@Path("/api/documents")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class EngagementResource {

    private final EngagementDesk desk;
    private final Engagements engagements;
    private final Documents documents;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    EngagementResource(
            EngagementDesk desk,
            Engagements engagements,
            Documents documents,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
        this.engagements = engagements;
        this.documents = documents;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Whom a coordinator asks.
     *
     * @param translator a person with the role; without it the person sees nothing
     * @param from BCP 47, as the document is
     * @param to BCP 47, as the translation shall be
     * @param until 90 days at most
     */
    record EngagementBody(
            @NotNull UUID translator,
            @NotNull @Pattern(regexp = LANGUAGE) String from,
            @NotNull @Pattern(regexp = LANGUAGE) String to,
            @NotNull Instant until) {

        private static final String LANGUAGE = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";
    }

    /** To one document, of which the translator sees what reviewers read. */
    @POST
    @Path("/{documentId}/translators")
    @Guarded("engage-translator")
    @Cancellable(false)
    public Uni<Response> engage(
            @PathParam("documentId") UUID documentId, @NotNull @Valid EngagementBody body) {
        var by = caller.subject();
        return documents
                .find(documentId)
                .map(document -> engagement(body, document.about().caseId(), documentId, by))
                .chain(
                        wish ->
                                idempotency.once(
                                        body,
                                        work ->
                                                desk.engage(wish, work)
                                                        .replaceWith(() -> created(wish))));
    }

    private Engagement engagement(EngagementBody body, UUID caseId, UUID documentId, UUID by) {
        var now = clock.instant();
        if (!EngagementRules.isBearable(body.until(), now)) {
            throw Problem.malformed("until", "range", "from now on, and at most 90 days");
        }
        if (body.from().equals(body.to())) {
            throw Problem.malformed("to", "other-language", "another language than from");
        }
        return new Engagement(
                ids.next(),
                caseId,
                documentId,
                body.translator(),
                body.from(),
                body.to(),
                body.until(),
                by,
                now,
                null);
    }

    private Answer created(Engagement wish) {
        return Answer.created(
                "/api/documents/cases/" + wish.caseId() + "/translators",
                EngagementView.of(new Tracked(wish, null), clock.instant()));
    }

    /** In the order they were engaged, with what came of it. */
    @GET
    @Path("/cases/{caseId}/translators")
    @Guarded("see-translators")
    public Uni<Page<EngagementView>> list(
            @PathParam("caseId") UUID caseId,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return engagements
                .ofCase(caseId, Page.after(after), size + 1)
                .map(found -> page(found, size));
    }

    /** The translator sees nothing of the document any more; what was translated stays. */
    @POST
    @Path("/cases/{caseId}/translators/{engagementId}/ending")
    @Guarded("engage-translator")
    @Cancellable(false)
    public Uni<Response> end(
            @PathParam("caseId") UUID caseId, @PathParam("engagementId") UUID engagementId) {
        return idempotency.once(
                engagementId,
                work -> desk.end(caseId, engagementId, work).replaceWith(Answer.noContent()));
    }

    /** What the caller is asked to translate now. */
    @GET
    @Path("/translations")
    @RolesAllowed("translator")
    public Uni<Page<EngagementView>> mine(
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return engagements
                .ofTranslator(caller.subject(), Page.after(after), size + 1)
                .map(found -> page(found, size));
    }

    private Page<EngagementView> page(List<Tracked> found, int size) {
        var now = clock.instant();
        return Page.of(found, size, tracked -> tracked.engagement().id())
                .map(tracked -> EngagementView.of(tracked, now));
    }
}
