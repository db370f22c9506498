package org.consilium.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.contracts.Source;
import org.consilium.stack.BackingParts;
import org.consilium.stack.PartAddresses;
import org.consilium.stack.Topics;
import org.consilium.stack.parts.Workspace;

/** Four databases as the services make them, and the environment an operator would be given. */
final class Installation {

    /** What somebody might have typed. */
    static final String CANARY = "zqx00001k";

    private static final String PASSWORD = "for-tests";
    private static final Pattern VERSION = Pattern.compile("V([0-9_]+)__.*[.]sql");

    private final PartAddresses parts = BackingParts.addresses();
    private final String run = "o" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final Map<String, String> environment = new HashMap<>();

    Installation() throws SQLException {
        environment.put("POSTGRES_ADDRESS", parts.postgres().address());
        environment.put("OPS_OPERATOR", "olga");
        for (var service : Source.values()) {
            parts.postgres().create(name(service), PASSWORD, PASSWORD);
            migrate(service, "service-kit/src/main/resources/db/kit");
            migrate(service, service.code() + "-service/src/main/resources/db/migration");
            var prefix = service.code().toUpperCase(Locale.ROOT) + "_DB_";
            environment.put(prefix + "NAME", name(service));
            environment.put(prefix + "USER", name(service));
            environment.put(prefix + "PASSWORD", PASSWORD);
        }
        Topics.create(parts.kafka(), run + ".");
    }

    PartAddresses parts() {
        return parts;
    }

    /** Keeps this run's topics, buckets and names apart from other runs'. */
    String run() {
        return run;
    }

    Installation with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** As the superuser. */
    Connection database(Source service) throws SQLException {
        return parts.postgres().connect(name(service));
    }

    void change(Source service, String sql, Object... parameters) throws SQLException {
        try (var database = database(service);
                var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    String one(Source service, String sql, Object... parameters) throws SQLException {
        try (var database = database(service);
                var query = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            var row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    /** An event in the log and in the outbox. */
    void append(Source service, UUID caseId, String type, String data) throws SQLException {
        change(
                service,
                "select append_event(?, gen_random_uuid(), ?, ?, 'person:' || gen_random_uuid(), now())",
                caseId,
                type,
                data);
    }

    /** What a command says, and how it ends. */
    record Said(int exitCode, String out, String errors) {}

    Said ops(String... words) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int code = Ops.run(environment, new PrintWriter(out), new PrintWriter(errors), words);
        return new Said(code, out.toString(), errors.toString());
    }

    /** The same; whatever a command says, no canary is in it. */
    Said said(String... words) {
        var said = ops(words);
        assertThat(said.out() + said.errors()).doesNotContain(CANARY);
        return said;
    }

    private String name(Source service) {
        return run + "_" + service.code();
    }

    /** In the order of the versions, as the schema's owner. */
    private void migrate(Source service, String folder) throws SQLException {
        try (var owner = database(service);
                var statement = owner.createStatement();
                var files = Files.list(Workspace.root().resolve(folder))) {
            statement.execute("set role " + name(service) + "_owner");
            var scripts =
                    files.sorted(
                                    (a, b) ->
                                            Double.compare(
                                                    version(a.toString()), version(b.toString())))
                            .toList();
            for (var script : scripts) {
                statement.execute(
                        Files.readString(script)
                                .replace("${runtime_user}", name(service))
                                .replace("${service}", service.code()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code V0_10} comes after {@code V0_9}, and {@code V2_1} after {@code V2}. */
    private static double version(String script) {
        var found = VERSION.matcher(script);
        if (!found.find()) {
            throw new IllegalArgumentException(script);
        }
        var numbers = found.group(1).split("_");
        return Integer.parseInt(numbers[0])
                + (numbers.length > 1 ? Integer.parseInt(numbers[1]) / 1000.0 : 0);
    }
}
