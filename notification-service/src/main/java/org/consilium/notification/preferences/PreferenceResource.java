package org.consilium.notification.preferences;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.IfMatch;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.channels.Channels;
import org.consilium.notification.telling.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How the caller wishes to be told things. */
@Path("/api/notification-preferences")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class PreferenceResource {

    private final PreferenceBook book;
    private final Channels channels;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Caller caller;

    PreferenceResource(
            PreferenceBook book,
            Channels channels,
            Transactions transactions,
            Idempotency idempotency,
            Caller caller) {
        this.book = book;
        this.channels = channels;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Guarded("read-preferences")
    @Operation(summary = "The caller's wishes, with what everybody has where none was wished")
    public Uni<Response> read() {
        return transactions
                .inTransaction(caller.actor(), work -> book.find(caller.subject(), work))
                .map(row -> row == null ? PreferenceRow.of(caller.subject()) : row)
                .map(
                        row ->
                                Response.ok(view(row))
                                        .header("ETag", "\"" + row.version + "\"")
                                        .build());
    }

    @PUT
    @Guarded("set-preferences")
    @Cancellable(false)
    @Operation(
            summary =
                    "Wish all of it anew, from the next message on; If-Match carries the ETag read")
    public Uni<Response> set(
            @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PreferenceBody body) {
        var person = caller.subject();
        var wishes = body.toPreferences();
        check(wishes);
        return idempotency.once(
                body,
                work -> book.locked(person, work).map(row -> set(row, ifMatch, wishes, work)));
    }

    private Answer set(PreferenceRow row, String ifMatch, Preferences wishes, UnitOfWork work) {
        IfMatch.check(ifMatch, row.version);
        row.become(wishes, work.now());
        return Answer.ok(view(row)).withEtag(Integer.toString(row.version));
    }

    private PreferenceBody view(PreferenceRow row) {
        return PreferenceBody.of(row.toPreferences(), channels.offered());
    }

    private void check(Preferences wishes) {
        var offered = channels.offered();
        if (!wishes.choices().areAmong(offered)) {
            throw new Problem(
                    422, "channel-not-offered", "This installation does not send by that channel.");
        }
        if (!cutOff(wishes).isEmpty()) {
            throw new Problem(
                    422,
                    "kind-is-mandatory",
                    "Care or a right depends on this: leave one channel on for each kind that is named.",
                    cutOff(wishes));
        }
    }

    private List<FieldProblem> cutOff(Preferences wishes) {
        return Arrays.stream(Kind.values())
                .filter(kind -> !wishes.choices().leavesAWayFor(kind, channels.offered()))
                .map(
                        kind ->
                                new FieldProblem(
                                        "channels." + kind.code(),
                                        "mandatory",
                                        "keeps one channel at least"))
                .toList();
    }
}
