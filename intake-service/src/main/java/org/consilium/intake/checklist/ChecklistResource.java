package org.consilium.intake.checklist;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.words.Languages;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the family can gather while they write. */
@Path("/api/cases/{caseId}/draft/checklist")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ChecklistResource {

    private final Cases cases;

    ChecklistResource(Cases cases) {
        this.cases = cases;
    }

    @GET
    @Guarded("read-draft-checklist")
    @Operation(
            summary =
                    "The records that will be wanted, for the clinical area chosen or for each; once submitted, documents keeps the list")
    public Uni<DraftChecklist> read(
            @PathParam("caseId") UUID caseId, @Context HttpHeaders headers) {
        return cases.find(caseId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(seen -> DraftChecklist.of(seen, language(seen, headers)));
    }

    private static String language(Case seen, HttpHeaders headers) {
        return Languages.of(headers, seen.programme().languages(), seen.language());
    }
}
