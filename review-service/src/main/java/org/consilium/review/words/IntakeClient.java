package org.consilium.review.words;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Intake, asked in the reviewer's name: it decides what the reviewer may read. */
@RegisterRestClient(configKey = "intake")
@Path("/api")
interface IntakeClient {

    @GET
    @Path("/cases/{caseId}")
    Uni<CaseWords> words(
            @PathParam("caseId") UUID caseId, @HeaderParam("Authorization") String bearer);

    @GET
    @Path("/programmes/{id}/versions/{version}")
    Uni<ProgrammeWords> words(
            @PathParam("id") String id,
            @PathParam("version") int version,
            @HeaderParam("Authorization") String bearer);
}
