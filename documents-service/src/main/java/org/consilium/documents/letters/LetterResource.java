package org.consilium.documents.letters;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.documents.checklist.ChecklistDesk;
import org.consilium.documents.checklist.Standing;
import org.consilium.documents.requests.RecordRequest;
import org.consilium.documents.requests.RecordRequests;
import org.consilium.kit.access.Guarded;

/** The letter of a request, for people to complete and send. */
@Path("/api/documents/cases/{caseId}/record-requests/{requestId}/letter")
@Authenticated
public class LetterResource {

    private final RecordRequests requests;
    private final ChecklistDesk checklist;

    LetterResource(RecordRequests requests, ChecklistDesk checklist) {
        this.requests = requests;
        this.checklist = checklist;
    }

    @GET
    @Guarded("request-records")
    public Uni<Response> download(
            @PathParam("caseId") UUID caseId,
            @PathParam("requestId") UUID requestId,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = RequestLetter.LANGUAGES)
                    String language) {
        return requests.find(caseId, requestId)
                .chain(
                        request ->
                                checklist
                                        .standing(caseId)
                                        .map(standing -> letter(language, request, standing)));
    }

    private static Response letter(String language, RecordRequest request, Standing standing) {
        Set<String> items = request.about().items();
        var kinds =
                standing.kinds().entrySet().stream()
                        .filter(wanted -> items.contains(wanted.getKey()))
                        .flatMap(wanted -> wanted.getValue().stream())
                        .collect(Collectors.toList());
        return Response.ok(RequestLetter.write(language, standing.reference(), kinds))
                .type("text/plain; charset=utf-8")
                .header("Content-Language", language)
                .header("Content-Disposition", "attachment; filename=\"record-request.txt\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
