package org.consilium.intake.timeline;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.consilium.contracts.Relation;
import org.consilium.intake.timeline.CaseNews.News;
import org.consilium.kit.access.CaseAccess;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.OwnContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** That something happened, as it happens: server-sent events, from whichever replica. */
@Path("/api/cases/{caseId}/stream")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class StreamResource {

    private static final Logger LOG = Logger.getLogger(StreamResource.class);

    private static final Set<Relation> PATIENT_SIDE =
            EnumSet.of(Relation.PATIENT, Relation.REPRESENTATIVE, Relation.REFERRER);

    private final Followers followers;
    private final CaseNews news;
    private final CaseAccess access;
    private final OwnContext context;
    private final Caller caller;
    private final Clock clock;

    StreamResource(
            Followers followers,
            CaseNews news,
            CaseAccess access,
            OwnContext context,
            Caller caller,
            Clock clock) {
        this.followers = followers;
        this.news = news;
        this.access = access;
        this.context = context;
        this.caller = caller;
        this.clock = clock;
    }

    /** Who follows, until when at most, and how far they are; null before the first look. */
    private record Reader(
            Follower follower, boolean staff, Instant until, AtomicReference<Place> place) {}

    /** What to send next; {@code over} ends the stream. */
    private record Batch(List<News> news, boolean over) {
        static final Batch END = new Batch(List.of(), true);
    }

    @GET
    @Guarded("follow-case")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary =
                    "Server-sent events: what changed, not the content; resumes after Last-Event-ID")
    public Multi<OutboundSseEvent> follow(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context HttpServerRequest request,
            @Context Sse sse) {
        var place = lastEventId == null ? null : Place.of(lastEventId);
        var follower = followers.open(caseId, caller.subject(), () -> request.response().reset());
        var reader =
                new Reader(
                        follower,
                        caller.has("coordinator") || caller.has("clinical-lead"),
                        caller.tokenUntil(),
                        new AtomicReference<>(place));
        return Multi.createBy()
                .repeating()
                .uni(() -> next(reader))
                .until(Batch::over)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "a stream of case %s ends", caseId))
                .onItem()
                .transformToIterable(batch -> events(batch, sse))
                .onTermination()
                .invoke(() -> followers.close(follower));
    }

    private Uni<Batch> next(Reader reader) {
        return context.stayingOn(reader.follower().next(), UnaryOperator.identity())
                .chain(wake -> wake == Wake.OVER ? over() : whileAllowed(reader, wake));
    }

    /** A right that has ended and a token that has run out end the stream too. */
    private Uni<Batch> whileAllowed(Reader reader, Wake wake) {
        var now = clock.instant();
        if (!now.isBefore(reader.until())) {
            return over();
        }
        var follower = reader.follower();
        return reader.staff()
                ? look(reader, wake)
                : access.relations(follower.caseId(), follower.person(), now)
                        .chain(held -> mayFollow(held) ? look(reader, wake) : over());
    }

    private static boolean mayFollow(Set<Relation> held) {
        return held.stream().anyMatch(PATIENT_SIDE::contains);
    }

    private Uni<Batch> look(Reader reader, Wake wake) {
        var follower = reader.follower();
        var place = reader.place().get();
        if (place == null) {
            return news.beginning(follower.caseId()).map(found -> batch(found, reader));
        }
        return wake == Wake.TICK
                ? Uni.createFrom().item(new Batch(List.of(), false))
                : news.after(follower.caseId(), place, follower.person(), reader.staff())
                        .map(found -> batch(found, reader));
    }

    private static Batch batch(List<News> found, Reader reader) {
        if (!found.isEmpty()) {
            reader.place().set(found.getLast().place());
        }
        return new Batch(found, false);
    }

    private static Uni<Batch> over() {
        return Uni.createFrom().item(Batch.END);
    }

    /** A batch without news is a sign of life: a comment, which clients pass over. */
    private static List<OutboundSseEvent> events(Batch batch, Sse sse) {
        return batch.news().isEmpty()
                ? List.of(sse.newEventBuilder().comment("still here").build())
                : batch.news().stream().map(news -> event(news, sse)).toList();
    }

    private static OutboundSseEvent event(News news, Sse sse) {
        return sse.newEventBuilder()
                .id(news.place().id())
                .name(news.entry() == null ? "state" : "timeline")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(News.class, news)
                .build();
    }
}
