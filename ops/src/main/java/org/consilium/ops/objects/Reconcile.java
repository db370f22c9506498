package org.consilium.ops.objects;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the buckets against the rows, both ways. It says what it finds and removes nothing. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Objects that no document knows, and documents whose bytes are not there.")
public final class Reconcile implements Callable<Integer> {

    private static final int PAGE = 1000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final Pattern OURS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Environment environment;

    @Spec private CommandSpec spec;

    @Option(
            names = "--older-than",
            defaultValue = "PT1H",
            description = "a younger object may be on its way; default ${DEFAULT-VALUE}")
    private Duration age;

    Reconcile(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        var store = new Store(environment);
        try (var database = environment.database(Source.DOCUMENTS)) {
            int found =
                    each(
                                    Shelf.QUARANTINE,
                                    bucket("QUARANTINE_BUCKET", "quarantine"),
                                    store,
                                    database)
                            + each(Shelf.VAULT, bucket("VAULT_BUCKET", "vault"), store, database);
            return found == 0 ? 0 : 1;
        }
    }

    private String bucket(String variable, String purpose) {
        return environment.optional(variable).orElse("consilium-" + purpose);
    }

    private int each(Shelf shelf, String bucket, Store store, Connection database)
            throws SQLException {
        var lying = store.objects(bucket);
        var tally = new Tally(bucket, store, Clock.systemUTC().instant().minus(age));
        var after = FIRST;
        while (lying.hasNext()) {
            var page = new HashMap<UUID, Instant>();
            var last = after;
            while (lying.hasNext() && page.size() < PAGE) {
                var object = lying.next();
                if (OURS.matcher(object.key()).matches()) {
                    last = UUID.fromString(object.key());
                    page.put(last, object.since());
                } else {
                    tally.others++;
                }
            }
            tally.compare(page, shelf.between(after, lying.hasNext() ? last : LAST, database));
            after = last;
        }
        if (after.equals(FIRST)) {
            tally.compare(Map.of(), shelf.between(FIRST, LAST, database));
        }
        return tally.told(spec.commandLine().getOut());
    }

    /** What was found in one bucket, told as it is found. */
    private final class Tally {
        private final String bucket;
        private final Store store;
        private final Instant cutoff;
        private int objects;
        private int others;
        private int orphans;
        private int missing;

        Tally(String bucket, Store store, Instant cutoff) {
            this.bucket = bucket;
            this.store = store;
            this.cutoff = cutoff;
        }

        void compare(Map<UUID, Instant> page, Shelf.Known known) {
            var out = spec.commandLine().getOut();
            objects += page.size();
            page.forEach(
                    (key, since) -> {
                        if (!known.mayLie().contains(key) && since.isBefore(cutoff)) {
                            orphans++;
                            out.printf("bucket=%s orphan=%s since=%s%n", bucket, key, since);
                        }
                    });
            known.mustLie()
                    .forEach(
                            (key, document) -> {
                                if (!page.containsKey(key) && !store.has(bucket, key.toString())) {
                                    missing++;
                                    out.printf(
                                            "bucket=%s missing=%s document=%s%n",
                                            bucket, key, document);
                                }
                            });
        }

        int told(PrintWriter out) {
            out.printf(
                    "bucket=%s objects=%d orphans=%d missing=%d others=%d%n",
                    bucket, objects, orphans, missing, others);
            return orphans + missing + others;
        }
    }
}
