package org.consilium.intake.programme;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.consilium.intake.consents.Purpose;
import org.consilium.intake.words.Texts;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What can be asked for, and the words for every code that a case or an event carries. Open to
 * everybody: what it costs is seen before anything is entered, an account included.
 */
@Path("/api/programmes")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ProgrammesResource {

    private static final Texts PURPOSES = new Texts("purposes");

    private final Programmes programmes;

    ProgrammesResource(Programmes programmes) {
        this.programmes = programmes;
    }

    /** A programme before one looks closer; prices stand first. */
    record ProgrammeSummary(
            String id,
            int version,
            List<String> languages,
            Map<String, String> name,
            Map<String, String> summary,
            List<Programme.Service> services) {

        static ProgrammeSummary of(Programme programme) {
            return new ProgrammeSummary(
                    programme.id(),
                    programme.version(),
                    programme.languages(),
                    programme.name(),
                    programme.summary(),
                    programme.services());
        }
    }

    record ProgrammeList(List<ProgrammeSummary> items) {}

    @GET
    @PermitAll
    @Operation(summary = "The programmes on offer, each in its newest version, with prices")
    public ProgrammeList list() {
        return new ProgrammeList(
                programmes.allCurrent().stream().map(ProgrammeSummary::of).toList());
    }

    record PurposeWords(String code, Map<String, String> text) {
        static PurposeWords of(String code) {
            return new PurposeWords(
                    code,
                    Texts.LANGUAGES.stream()
                            .collect(toMap(language -> language, l -> PURPOSES.text(code, l))));
        }
    }

    record PurposeList(List<PurposeWords> items) {}

    @GET
    @Path("/purposes")
    @PermitAll
    @Operation(summary = "What a consent can be for, in every language")
    public PurposeList purposes() {
        return new PurposeList(Purpose.codes().stream().map(PurposeWords::of).toList());
    }

    @GET
    @Path("/{id}/versions/{version}")
    @PermitAll
    @Operation(summary = "One version of a programme, all of it, in every language")
    public Programme version(@PathParam("id") String id, @PathParam("version") int version) {
        return programmes.version(id, version).orElseThrow(Problem::notFound);
    }
}
