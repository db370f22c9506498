package org.consilium.ops.objects;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;

/** A bucket, and what the rows of its service know of it. */
enum Shelf {
    QUARANTINE(
            Source.DOCUMENTS,
            "",
            "document",
            """
            select d.object_key, d.id, d.state = 'received' and d.pages is null as must_lie
            from document d join quarantine q on q.document_id = d.id
            where d.object_key > ? and d.object_key <= ?"""),
    VAULT(
            Source.DOCUMENTS,
            "",
            "document",
            """
            select object_key, id, state = 'accepted' as must_lie from document
            where object_key > ? and object_key <= ? and state in ('received', 'accepted') and pages is null
            union all
            select o.object_key, d.id, true from derived_object o join document d on d.id = o.document_id
            where o.object_key > ? and o.object_key <= ? and d.state = 'accepted'"""),
    LETTERS(
            Source.REVIEW,
            ".pdf",
            "case",
            """
            select cast(replace(letter_key, '.pdf', '') as uuid), case_id, true from opinion
            where letter_key > cast(? as uuid) || '.pdf' and letter_key <= cast(? as uuid) || '.pdf'""");

    private static final int PARAMETERS_EACH = 2;

    private final Source service;
    private final String ending;
    private final String owner;
    private final String sql;
    private final Pattern ours;

    /**
     * @param ending what follows the id in a key
     * @param owner what an object belongs to: a code, as it is printed
     */
    Shelf(Source service, String ending, String owner, String sql) {
        this.service = service;
        this.ending = ending;
        this.owner = owner;
        this.sql = sql;
        this.ours =
                Pattern.compile(
                        "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})" + Pattern.quote(ending));
    }

    Source service() {
        return service;
    }

    String owner() {
        return owner;
    }

    String bucket(Environment environment) {
        return environment
                .optional(name() + "_BUCKET")
                .orElseGet(() -> "consilium-" + name().toLowerCase(Locale.ROOT));
    }

    /** Empty for what none of our services put there. */
    Optional<UUID> id(String key) {
        var match = ours.matcher(key);
        return match.matches() ? Optional.of(UUID.fromString(match.group(1))) : Optional.empty();
    }

    String key(UUID id) {
        return id + ending;
    }

    /**
     * Between two ids.
     *
     * @param mayLie of an owner that is there or on its way
     * @param mustLie by the object's id, the owner without which it would be lost
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
                var id = rows.getObject(1, UUID.class);
                mayLie.add(id);
                if (rows.getBoolean(3)) {
                    mustLie.put(id, rows.getObject(2, UUID.class));
                }
            }
        }
        return new Known(mayLie, mustLie);
    }
}
