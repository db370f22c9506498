package org.consilium.ops.objects;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the rows of documents know of a bucket. */
enum Shelf {
    QUARANTINE(
            """
            select d.object_key, d.id, d.state = 'received' and d.pages is null as must_lie
            from document d join quarantine q on q.document_id = d.id
            where d.object_key > ? and d.object_key <= ?"""),
    VAULT(
            """
            select object_key, id, state = 'accepted' as must_lie from document
            where object_key > ? and object_key <= ? and state in ('received', 'accepted') and pages is null
            union all
            select o.object_key, d.id, true from derived_object o join document d on d.id = o.document_id
            where o.object_key > ? and o.object_key <= ? and d.state = 'accepted'""");

    private static final int PARAMETERS_EACH = 2;

    private final String sql;

    Shelf(String sql) {
        this.sql = sql;
    }

    /**
     * Between two keys.
     *
     * @param mayLie of a document that is there or on its way
     * @param mustLie by key, the document without which it would be lost
     */
    record Known(Set<UUID> mayLie, Map<UUID, UUID> mustLie) {}

    Known between(UUID after, UUID upTo, Connection database) throws SQLException {
        var mayLie = new HashSet<UUID>();
        var mustLie = new HashMap<UUID, UUID>();
        try (var query = database.prepareStatement(sql)) {
            for (int i = 1; i <= query.getParameterMetaData().getParameterCount(); i++) {
                query.setObject(i, i % PARAMETERS_EACH == 1 ? after : upTo);
            }
            var rows = query.executeQuery();
            while (rows.next()) {
                var key = rows.getObject(1, UUID.class);
                mayLie.add(key);
                if (rows.getBoolean(3)) {
                    mustLie.put(key, rows.getObject(2, UUID.class));
                }
            }
        }
        return new Known(mayLie, mustLie);
    }
}
