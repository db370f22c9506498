package org.consilium.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.stack.parts.PostgresServer;

/**
 * A base backup by PostgreSQL's low-level interface, taken while the server works; {@code
 * pg_basebackup} of version 18 is not to be had here, and CloudNativePG's Barman does the same.
 *
 * @param files the copied data directory
 * @param archive where every finished segment of the log goes
 */
record BaseBackup(Path files, Path archive) {

    /** Before the server starts. */
    static void archiveTo(Path archive, PostgresServer server) throws IOException {
        Files.createDirectories(archive);
        server.with("archive_mode", "on")
                .with(
                        "archive_command",
                        "test ! -f %1$s/%%f && cp %%p %1$s/%%f".formatted(archive));
    }

    static BaseBackup take(Path files, Path archive, PostgresServer server)
            throws SQLException, IOException {
        try (var session = server.databases().connect("postgres");
                var statement = session.createStatement()) {
            statement.execute("select pg_backup_start('drill', true)");
            copy(server.data(), files);
            try (var row = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
                row.next();
                Files.writeString(files.resolve("backup_label"), row.getString(1));
            }
        }
        return new BaseBackup(files, archive);
    }

    /** Files that come, go and grow meanwhile do no harm: the log of that time mends them. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        ChildProcess.run(
                List.of(
                        "sh",
                        "-c",
                        "tar -C '%s' --exclude='./pg_wal/*' --exclude='./postmaster.*' --warning=none --ignore-failed-read -cf - . | tar -C '%s' -xf -"
                                .formatted(from, to)));
    }

    /** The last moment that will be there again; what was written until then is archived. */
    static OffsetDateTime now(PostgresServer server) throws SQLException {
        try (var session = server.databases().connect("postgres");
                var row =
                        session.createStatement()
                                .executeQuery("select clock_timestamp() from pg_switch_wal()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    /**
     * Into another server's place, which comes up as it was at that moment. The server reads its
     * settings before it knows names of zones, and {@code Z} is one.
     */
    void restoreTo(OffsetDateTime moment, PostgresServer other) throws IOException {
        Files.createDirectories(other.data().getParent());
        ChildProcess.run(List.of("cp", "-a", files.toString(), other.data().toString()));
        ChildProcess.run(List.of("chmod", "700", other.data().toString()));
        Files.createFile(other.data().resolve("recovery.signal"));
        Files.writeString(
                other.data().resolve("postgresql.auto.conf"),
                """

                restore_command = 'cp %s/%%f %%p'
                recovery_target_time = '%s'
                recovery_target_action = 'promote'
                """
                        .formatted(archive, moment.toString().replace("Z", "+00:00")),
                StandardOpenOption.APPEND,
                StandardOpenOption.CREATE);
    }

    static boolean isRestored(PostgresServer server) {
        try (var session = server.databases().connect("postgres");
                var row =
                        session.createStatement().executeQuery("select not pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
