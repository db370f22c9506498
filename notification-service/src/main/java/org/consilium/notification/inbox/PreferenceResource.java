package org.consilium.notification.inbox;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.ZoneOffset;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Transactions;
import org.consilium.kit.work.UnitOfWork;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How the caller wishes to be told things. */
@Path("/api/notification-preferences")
@Authenticated
class PreferenceResource {

    private final Pool pool;
    private final Transactions transactions;
    private final Caller caller;

    PreferenceResource(Pool pool, Transactions transactions, Caller caller) {
        this.pool = pool;
        this.transactions = transactions;
        this.caller = caller;
    }

    /**
     * The wishes.
     *
     * @param language null when none was chosen: then the case's, then the account's language
     */
    record Preferences(
            @NotNull @Pattern(regexp = "en|ur|zh", message = "is en, ur or zh") String language) {}

    @GET
    @Guarded("read-preferences")
    @Operation(summary = "The caller's wishes; language is null until one was chosen")
    public Uni<Preferences> read() {
        return pool.preparedQuery("select language from preference where person = $1")
                .execute(Tuple.of(caller.subject()))
                .map(
                        rows ->
                                new Preferences(
                                        rows.size() == 0
                                                ? null
                                                : rows.iterator().next().getString("language")));
    }

    @PUT
    @Guarded("set-preferences")
    @Cancellable(false)
    @Operation(summary = "Choose the language of everything the caller is told from now on")
    public Uni<Preferences> set(@NotNull @Valid Preferences wishes) {
        var person = caller.subject();
        return transactions
                .inTransaction(caller.actor(), work -> store(person, wishes, work))
                .replaceWith(wishes);
    }

    private static Uni<Integer> store(UUID person, Preferences wishes, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into preference (person, language, changed_at) values (:person, :language, :now)
                        on conflict (person) do update set language = excluded.language, changed_at = excluded.changed_at""")
                .setParameter("person", person)
                .setParameter("language", wishes.language())
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
