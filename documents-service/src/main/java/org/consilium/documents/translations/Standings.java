package org.consilium.documents.translations;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.paper.Form.Translation;

/** Whether what translations cite is what their sources are now. */
@ApplicationScoped
public class Standings {

    private final Pool pool;

    Standings(Pool pool) {
        this.pool = pool;
    }

    /** How a translation stands to its source. */
    public enum Standing {
        CURRENT,
        /** A newer one of the same version into the same language stands beside the source. */
        REPLACED,
        /** The source is another version by now, or about to be. */
        SUPERSEDED,
        /** It was found to be wrong. */
        RETRACTED,
        /** The source was taken back. */
        WITHDRAWN;

        /** As it is told; stable. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String cited, Source now, boolean wrong, boolean replaced) {
            if (now.state().equals("withdrawn")) {
                return WITHDRAWN;
            }
            if (wrong) {
                return RETRACTED;
            }
            boolean same = now.state().equals("accepted") && cited.equals(now.sha256());
            if (!same) {
                return SUPERSEDED;
            }
            return replaced ? REPLACED : CURRENT;
        }
    }

    /** What a source is now. */
    record Source(String state, String sha256) {}

    /** Of those that are translations, by their own ids. */
    public Uni<Map<UUID, Standing>> of(Collection<? extends Document> documents) {
        var cited = new HashMap<UUID, Translation>();
        for (var document : documents) {
            if (document.about().form() instanceof Translation translation) {
                cited.put(document.about().documentId(), translation);
            }
        }
        return cited.isEmpty() ? Uni.createFrom().item(Map.of()) : of(cited);
    }

    private Uni<Map<UUID, Standing>> of(Map<UUID, Translation> cited) {
        var ids = cited.keySet().toArray(UUID[]::new);
        return pool.preparedQuery(
                        """
                        select t.id, s.state, s.sha256, t.fault is not null as wrong,
                               exists (select 1 from document n
                                       where n.translates = t.translates and n.language = t.language
                                         and n.source_sha256 = t.source_sha256
                                         and n.state = 'accepted' and n.id > t.id) as replaced
                        from document t join document s on s.id = t.translates
                        where t.id = any($1)""")
                .execute(Tuple.of(ids))
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                toMap(
                                                        row -> row.getUUID("id"),
                                                        row -> standing(row, cited))));
    }

    private static Standing standing(Row row, Map<UUID, Translation> cited) {
        return Standing.of(
                cited.get(row.getUUID("id")).sha256(),
                new Source(row.getString("state"), row.getString("sha256")),
                row.getBoolean("wrong"),
                row.getBoolean("replaced"));
    }
}
