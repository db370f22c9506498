package org.consilium.ops.flow;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Impossible;
import org.consilium.ops.console.Listing;
import org.consilium.ops.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Messages that could not be applied. What they say is never shown: it may be anything. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Messages that could not be applied: list, show, replay, dismiss.",
        subcommands = {
            DeadLetters.Listed.class,
            DeadLetters.Shown.class,
            Replay.class,
            DeadLetters.Dismiss.class
        })
public final class DeadLetters {

    /** Those that were not replayed. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Those that were not replayed, the oldest 100 of each service.")
    static final class Listed implements Callable<Integer> {

        private static final String OPEN =
                """
                select id, source, case_id, seq, died_at, origin, reason, replay_refused as refused
                from dead_letter where replayed_at is null order by died_at limit 100""";

        @Mixin private Listing listing;

        @Override
        public Integer call() {
            return listing.of(OPEN);
        }
    }

    /** All that may be said of one. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One of them: of its content only size and SHA-256.")
    static final class Shown implements Callable<Integer> {

        /** A header is shown where it is one of ours, so of a forged one nothing is. */
        private static final String ONE =
                """
                select id, source, case_id, seq, died_at, origin, reason,
                       substring(headers from 'ce_type: ((?:intake|documents|review|notification)[.][a-z-]{1,60}[.]v[0-9]{1,2})(?:\\n|$)') as type,
                       substring(headers from 'ce_id: ([0-9a-f-]{36})(?:\\n|$)') as event_id,
                       length(payload) as bytes, encode(sha256(payload), 'hex') as sha256,
                       replay_asked_at, replay_asked_by, replay_refused as refused, replayed_at, replayed_by, dismissed
                from dead_letter where id = ?""";

        private final Environment environment;

        @Spec private CommandSpec spec;
        @Mixin private OneLetter letter;

        Shown(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() throws Exception {
            var service = letter.service();
            try (var database = environment.database(service)) {
                var report = Report.inWords(spec.commandLine().getOut());
                if (report.rows(service, database, ONE, letter.id()) == 0) {
                    throw new Impossible(service.code() + " has no dead letter " + letter.id());
                }
            }
            return 0;
        }
    }

    /** What names a case is replayed: its later events wait behind it. */
    @Command(
            name = "dismiss",
            mixinStandardHelpOptions = true,
            description = "Puts away one that names no case, which nothing waits for; it is kept.")
    static final class Dismiss implements Callable<Integer> {

        private static final String DISMISS =
                """
                update dead_letter set replayed_at = now(), replayed_by = ?, dismissed = ?
                where id = ? and replayed_at is null and case_id is null""";

        /** Why, in a word: it stands beside ids, and words may say more than they should. */
        enum Because {
            SENT_BY_HAND,
            NOT_OURS,
            SEEN_TO;

            String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        private final Environment environment;

        @Spec private CommandSpec spec;
        @Mixin private OneLetter letter;

        @Option(names = "--because", required = true, description = "${COMPLETION-CANDIDATES}")
        private Because because;

        Dismiss(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() throws Exception {
            var operator = environment.operator();
            try (var database = environment.database(letter.service())) {
                if (Report.change(database, DISMISS, operator, because.code(), letter.id()) == 0) {
                    throw new Impossible(
                            letter.service().code()
                                    + " has no open dead letter "
                                    + letter.id()
                                    + " without a case");
                }
            }
            spec.commandLine().getOut().println("put away; `dead-letters show` still has it");
            return 0;
        }
    }
}
