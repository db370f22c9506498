package org.consilium.ops.flow;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.KafkaSettings;
import org.consilium.ops.console.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds every log against what the others heard of it, and against its topic if asked to. */
@Command(
        name = "differences",
        mixinStandardHelpOptions = true,
        description = {
            "What a service should have heard of the others and has not, and what it heard that is in no log.",
            "After a restore, or after Kafka lost its data. What is on its way counts: ask again in a minute."
        })
public final class Differences implements Callable<Integer> {

    private static final int MOST_LINES = 50;

    /** Who listens to whom; a test holds it against the services' settings. */
    static final Map<Source, List<Source>> LISTENS =
            Map.of(
                    Source.INTAKE, List.of(Source.DOCUMENTS, Source.REVIEW, Source.NOTIFICATION),
                    Source.DOCUMENTS, List.of(Source.INTAKE, Source.REVIEW),
                    Source.REVIEW, List.of(Source.INTAKE, Source.DOCUMENTS),
                    Source.NOTIFICATION, List.of(Source.INTAKE, Source.DOCUMENTS, Source.REVIEW));

    private final Environment environment;

    @Spec private CommandSpec spec;
    @Mixin private Services services;

    @Option(
            names = "--topics",
            description = "the topics too; they keep what is older only until their retention")
    private boolean topics;

    @Option(names = "--repair", description = "has what was not heard published again")
    private boolean repair;

    Differences(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        int found = services.each(environment, this::heardOfOthers);
        if (topics) {
            found += services.each(environment, this::onItsTopic);
        }
        return found == 0 ? 0 : 1;
    }

    private int heardOfOthers(Source service, Connection inbox) throws SQLException {
        int found = 0;
        for (var source : LISTENS.get(service)) {
            try (var log = environment.database(source)) {
                var heard = Heard.of(source.code(), log, inbox);
                var pair = "service=%s source=%s".formatted(service.code(), source.code());
                found += told(pair, heard);
                if (repair) {
                    publishAgain(pair, heard.lacking(), log);
                }
            }
        }
        return found;
    }

    private int told(String pair, Heard heard) {
        cases(pair, "lacking-from", heard.lacking());
        cases(pair, "beyond-from", heard.beyond());
        int lacking = heard.lacking().size();
        int beyond = heard.beyond().size();
        out().printf(
                        "%s events=%d cases-lacking=%d cases-beyond=%d%n",
                        pair, heard.events(), lacking, beyond);
        return lacking + beyond;
    }

    private void cases(String pair, String what, Map<UUID, Long> cases) {
        cases.entrySet().stream()
                .limit(MOST_LINES)
                .forEach(
                        one ->
                                out().printf(
                                                "%s case=%s %s=%d%n",
                                                pair, one.getKey(), what, one.getValue()));
    }

    private void publishAgain(String pair, Map<UUID, Long> lacking, Connection log)
            throws SQLException {
        long queued = 0;
        var again = new Requeue(log, environment.operator());
        for (var one : lacking.entrySet()) {
            queued += again.ofOneCase(one.getKey(), one.getValue());
        }
        out().printf("%s queued=%d%n", pair, queued);
    }

    private int onItsTopic(Source service, Connection log) throws SQLException {
        var topic = OnTopic.of(service, log, KafkaSettings.of(environment));
        out().printf(
                        "topic=%s lacking=%d foreign=%d unreadable=%d%n",
                        service.topic(), topic.lacking(), topic.foreign(), topic.unreadable());
        return topic.lacking() + topic.foreign() + topic.unreadable() == 0 ? 0 : 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
