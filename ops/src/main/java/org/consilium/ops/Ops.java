package org.consilium.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Map;
import org.consilium.contracts.Source;
import org.consilium.ops.backlog.Backlog;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Impossible;
import org.consilium.ops.flow.DeadLetters;
import org.consilium.ops.flow.Deadlines;
import org.consilium.ops.flow.Differences;
import org.consilium.ops.flow.Examinations;
import org.consilium.ops.flow.Parked;
import org.consilium.ops.flow.Rebuild;
import org.consilium.ops.flow.Refused;
import org.consilium.ops.flow.Republish;
import org.consilium.ops.objects.Reconcile;
import org.consilium.ops.record.Audit;
import org.consilium.ops.record.Chains;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. */
@Command(
        name = "consilium-ops",
        mixinStandardHelpOptions = true,
        description = "What an operator does; says ids, codes and dates, never what anybody wrote.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and nothing is wrong",
            "1:done, and something wants looking after, which was printed",
            "2:not done: wrong words, a setting is missing, or something does not answer"
        },
        subcommands = {
            Backlog.class,
            Parked.class,
            DeadLetters.class,
            Refused.class,
            Republish.class,
            Rebuild.class,
            Differences.class,
            Deadlines.class,
            Examinations.class,
            Chains.class,
            Audit.class,
            Reconcile.class
        })
public final class Ops {

    private Ops() {}

    public static void main(String... words) {
        System.exit(run(System.getenv(), out(), errors(), words));
    }

    public static PrintWriter out() {
        return new PrintWriter(System.out, true, UTF_8);
    }

    public static PrintWriter errors() {
        return new PrintWriter(System.err, true, UTF_8);
    }

    /**
     * The exit code.
     *
     * @param environment where everything is and with which keys; see the README
     */
    public static int run(
            Map<String, String> environment, PrintWriter out, PrintWriter errors, String... words) {
        return new CommandLine(new Ops(), new Wiring(new Environment(environment)))
                .registerConverter(Source.class, Ops::source)
                .setOut(out)
                .setErr(errors)
                .setExecutionExceptionHandler(
                        (failure, command, _) -> {
                            command.getErr().println(Impossible.inAWord(failure));
                            return Impossible.EXIT_CODE;
                        })
                .execute(words);
    }

    private static Source source(String code) {
        return Source.ofCode(code)
                .orElseThrow(
                        () ->
                                new CommandLine.TypeConversionException(
                                        "say intake, documents, review or notification"));
    }
}
