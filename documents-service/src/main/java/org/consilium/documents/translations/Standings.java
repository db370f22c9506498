package org.consilium.documents.translations;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
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
        /** The source is another version by now, or about to be. */
        SUPERSEDED,
        /** The source was taken back. */
        WITHDRAWN;

        /** As it is told; stable. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String cited, String state, String sha256) {
            if (state.equals("withdrawn")) {
                return WITHDRAWN;
            }
            return state.equals("accepted") && cited.equals(sha256) ? CURRENT : SUPERSEDED;
        }
    }

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
                        select t.id, s.state, s.sha256 from document t join document s on s.id = t.translates
                        where t.id = any($1)""")
                .execute(Tuple.of(ids))
                .map(
                        rows -> {
                            var standings = new HashMap<UUID, Standing>();
                            for (var row : rows) {
                                var id = row.getUUID("id");
                                standings.put(
                                        id,
                                        Standing.of(
                                                cited.get(id).sha256(),
                                                row.getString("state"),
                                                row.getString("sha256")));
                            }
                            return standings;
                        });
    }
}
