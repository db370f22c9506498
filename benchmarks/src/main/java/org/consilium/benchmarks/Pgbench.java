package org.consilium.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.stack.parts.Databases;

/** PostgreSQL's own load program: what this server does at most for one update and one insert. */
final class Pgbench {

    static final String TABLES =
            """
            create table pgbench_case (id int primary key, version int not null, state text not null);
            create table pgbench_history (id bigint generated always as identity primary key, case_id int not null,
                                          data text not null, at timestamptz not null);
            insert into pgbench_case select n, 1, 'draft' from generate_series(1, 100000) n""";

    private static final String SCRIPT =
            """
            \\set id random(1, 100000)
            begin;
            update pgbench_case set version = version + 1 where id = :id;
            insert into pgbench_history (case_id, data, at) values (:id, repeat('x', 250), now());
            end;
            """;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Databases databases;
    private final String database;
    private final Path script;

    Pgbench(Databases databases, String database, Path directory) throws IOException {
        this.databases = databases;
        this.database = database;
        this.script = Files.writeString(directory.resolve("pgbench.sql"), SCRIPT);
    }

    /** Empty when this machine does not have it (Debian: {@code postgresql-contrib}). */
    static boolean isThere() {
        return System.getenv("PATH")
                .lines()
                .flatMap(path -> Pattern.compile(":").splitAsStream(path))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "pgbench")));
    }

    /** Transactions per second. */
    Optional<Double> run(int clients, Duration time) throws IOException, InterruptedException {
        if (!isThere()) {
            return Optional.empty();
        }
        var address = databases.address().split(":", 2);
        var command =
                List.of(
                        "pgbench",
                        "-n",
                        "-h",
                        address[0],
                        "-p",
                        address[1],
                        "-U",
                        "postgres",
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        "2",
                        "-T",
                        Long.toString(time.toSeconds()),
                        "-f",
                        script.toString(),
                        database);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", databases.superuserPassword());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return Optional.of(figure(RATE, output));
    }

    private static double figure(Pattern pattern, String output) throws IOException {
        var found = pattern.matcher(output);
        if (!found.find()) {
            throw new IOException("pgbench says something else: " + output);
        }
        return Double.parseDouble(found.group(1));
    }
}
