package org.consilium.intake.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.timeline.TimelineFold.Line;
import org.consilium.intake.words.Languages;
import org.consilium.intake.words.Texts;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What has happened, in few words, and whose turn it is. */
@Path("/api/cases/{caseId}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class TimelineResource {

    private static final Texts TEXTS = new Texts("timeline");

    private final Timelines timelines;
    private final Cases cases;
    private final Caller caller;

    TimelineResource(Timelines timelines, Cases cases, Caller caller) {
        this.timelines = timelines;
        this.cases = cases;
        this.caller = caller;
    }

    /** {@code turn}: whose turn it is now. */
    record Timeline(UUID caseId, String state, String turn, List<Entry> items) {}

    /** {@code about} is left out for staff; {@code id} is the one that the stream names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String id,
            Instant at,
            String source,
            String code,
            String text,
            String turn,
            UUID about) {}

    /** Everybody who may ask: staff without what an entry is about, people without others' mail. */
    private record Viewer(UUID person, boolean staff, String language) {
        boolean mayRead(Line line) {
            return staff || line.recipient() == null || line.recipient().equals(person);
        }
    }

    @GET
    @Guarded("read-timeline")
    @Operation(summary = "The case's timeline from all services, oldest first")
    public Uni<Timeline> read(@PathParam("caseId") UUID caseId, @Context HttpHeaders headers) {
        var person = caller.subject();
        boolean staff = caller.has("coordinator") || caller.has("clinical-lead");
        return cases.find(caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(
                        seen ->
                                timelines
                                        .of(caseId)
                                        .map(
                                                lines ->
                                                        timeline(
                                                                seen,
                                                                lines,
                                                                new Viewer(
                                                                        person,
                                                                        staff,
                                                                        language(
                                                                                headers, seen,
                                                                                person)))));
    }

    private Timeline timeline(Case seen, List<Line> lines, Viewer viewer) {
        var entries =
                lines.stream().filter(viewer::mayRead).map(line -> entry(line, viewer)).toList();
        return new Timeline(seen.id(), seen.state().code(), Turn.of(seen).code(), entries);
    }

    private Entry entry(Line line, Viewer viewer) {
        return new Entry(
                line.source() + "-" + line.place(),
                line.at(),
                line.source(),
                line.code(),
                TEXTS.text(line.code(), viewer.language()),
                line.turn().code(),
                viewer.staff() ? null : line.about());
    }

    private static String language(HttpHeaders headers, Case seen, UUID reader) {
        return Languages.of(headers, Texts.LANGUAGES, seen.languageOf(reader), seen.language());
    }
}
