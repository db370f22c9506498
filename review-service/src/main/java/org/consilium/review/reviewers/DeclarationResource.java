package org.consilium.review.reviewers;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.Transactions;
import org.consilium.review.reviewers.Declarations.Declared;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A reviewer's own word on absences and ties: theirs to give, a clinical lead's to read. */
@Path("/api/reviewers/{person}/declaration")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class DeclarationResource {

    private final Transactions transactions;
    private final Declarations declarations;
    private final Caller caller;

    DeclarationResource(Transactions transactions, Declarations declarations, Caller caller) {
        this.transactions = transactions;
        this.declarations = declarations;
        this.caller = caller;
    }

    @GET
    @Guarded("read-declaration")
    public Uni<Response> read(@PathParam("person") UUID person) {
        if (!caller.has("clinical-lead")) {
            requireOwn(person);
        }
        return transactions
                .inTransaction(caller.actor(), work -> declarations.of(person, work))
                .map(DeclarationResource::response);
    }

    @PUT
    @Guarded("write-declaration")
    @Cancellable(false)
    public Uni<Response> write(
            @PathParam("person") UUID person,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull Declaration declaration) {
        requireOwn(person);
        return transactions
                .inTransaction(
                        caller.actor(),
                        work -> declarations.write(person, ifMatch, declaration, work))
                .map(DeclarationResource::response);
    }

    private void requireOwn(UUID person) {
        if (!person.equals(caller.subject())) {
            throw Problem.notFound();
        }
    }

    private static Response response(Declared declared) {
        return Response.ok(declared.declaration())
                .header("ETag", "\"" + declared.version() + "\"")
                .build();
    }
}
