package org.consilium.ops.objects;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.consilium.ops.console.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the buckets against the rows, both ways. It says what it finds and removes nothing. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description =
                "Objects that no document or letter knows, and documents and letters whose bytes are not there.")
public final class Reconcile implements Callable<Integer> {

    private static final int PAGE = 1000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

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
    public Integer call() throws SQLException {
        int found = 0;
        for (var shelf : Shelf.values()) {
            found += wrongOn(shelf);
        }
        return found == 0 ? 0 : 1;
    }

    private int wrongOn(Shelf shelf) throws SQLException {
        var store = new Store(environment, shelf);
        var tally = new Tally(shelf, store, Clock.systemUTC().instant().minus(age));
        var lying = store.objects();
        var after = FIRST;
        try (var database = environment.database(shelf.service())) {
            do {
                var page = new HashMap<UUID, Instant>();
                var last = after;
                while (lying.hasNext() && page.size() < PAGE) {
                    var object = lying.next();
                    var id = shelf.id(object.key());
                    if (id.isPresent()) {
                        last = id.get();
                        page.put(last, object.since());
                    } else {
                        tally.others++;
                    }
                }
                tally.compare(page, shelf.between(after, lying.hasNext() ? last : LAST, database));
                after = last;
            } while (lying.hasNext());
        }
        return tally.told();
    }

    /** What was found in one bucket, told as it is found. */
    private final class Tally {
        private final Shelf shelf;
        private final Store store;
        private final Instant cutoff;
        private final PrintWriter out = spec.commandLine().getOut();
        private int objects;
        private int others;
        private int orphans;
        private int missing;

        Tally(Shelf shelf, Store store, Instant cutoff) {
            this.shelf = shelf;
            this.store = store;
            this.cutoff = cutoff;
        }

        void compare(Map<UUID, Instant> page, Shelf.Known known) {
            objects += page.size();
            page.forEach(
                    (id, since) -> {
                        if (!known.mayLie().contains(id) && since.isBefore(cutoff)) {
                            orphans++;
                            tell("orphan=" + shelf.key(id) + " since=" + since);
                        }
                    });
            known.mustLie()
                    .forEach(
                            (id, owner) -> {
                                if (!page.containsKey(id) && !store.has(shelf.key(id))) {
                                    missing++;
                                    tell(
                                            "missing="
                                                    + shelf.key(id)
                                                    + " "
                                                    + shelf.owner()
                                                    + "="
                                                    + owner);
                                }
                            });
        }

        int told() {
            tell(
                    "objects=%d orphans=%d missing=%d others=%d"
                            .formatted(objects, orphans, missing, others));
            return orphans + missing + others;
        }

        private void tell(String found) {
            out.printf("bucket=%s %s%n", store.bucket(), found);
        }
    }
}
