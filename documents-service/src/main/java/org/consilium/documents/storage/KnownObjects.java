package org.consilium.documents.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which objects the rows know; a page of keys at a time. */
@ApplicationScoped
class KnownObjects {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final Pool pool;

    KnownObjects(Pool pool) {
        this.pool = pool;
    }

    /** Those that wait in quarantine, for their last byte, their examination or their removal. */
    Uni<Set<UUID>> inQuarantine(Collection<UUID> keys) {
        return pool.preparedQuery(
                        """
                        select d.object_key from document d join quarantine q on q.document_id = d.id
                        where d.object_key = any($1::uuid[])""")
                .execute(Tuple.of(keys.toArray(UUID[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getUUID("object_key"))
                                        .collect(Collectors.toSet()));
    }

    /**
     * What the rows know between two keys of the vault.
     *
     * @param mayLie of documents that are there, or on their way there: none of it is an orphan
     * @param mustLie by key, the documents that people were told they may read
     */
    record Shelved(Set<UUID> mayLie, Map<UUID, UUID> mustLie) {}

    /** Above {@code after} and up to {@code to}; null for no bound. */
    Uni<Shelved> inVault(String after, String to) {
        return pool.preparedQuery(
                        """
                        select id, object_key, state from document
                        where object_key > $1 and object_key <= $2 and state in ('received', 'accepted') and pages is null
                        union all
                        select d.id, o.object_key, d.state from derived_object o join document d on d.id = o.document_id
                        where o.object_key > $1 and o.object_key <= $2 and d.state = 'accepted'""")
                .execute(
                        Tuple.of(
                                after == null ? FIRST : UUID.fromString(after),
                                to == null ? LAST : UUID.fromString(to)))
                .map(KnownObjects::shelved);
    }

    private static Shelved shelved(Iterable<Row> rows) {
        var mayLie = new HashMap<UUID, UUID>();
        var mustLie = new HashMap<UUID, UUID>();
        for (var row : rows) {
            mayLie.put(row.getUUID("object_key"), row.getUUID("id"));
            if (row.getString("state").equals("accepted")) {
                mustLie.put(row.getUUID("object_key"), row.getUUID("id"));
            }
        }
        return new Shelved(mayLie.keySet(), mustLie);
    }
}
