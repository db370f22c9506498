package org.consilium.stack.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.consilium.stack.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL as the running system has it. */
class PostgresServerIT {

    @TempDir private Path directory;

    @Test
    void committed_rows_survive_a_kill() throws Exception {
        var server = new PostgresServer(directory, Ports.freePort(), "secret", true);
        server.start();
        try (var connection = server.databases().connect("postgres")) {
            connection.createStatement().execute("create table kept (id int)");
            connection.createStatement().execute("insert into kept values (7)");
            server.process().kill9();
        }
        server.start();
        try (var connection = server.databases().connect("postgres");
                var rows = connection.createStatement().executeQuery("select id from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        } finally {
            server.stop();
        }
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = new PostgresServer(directory, other.getLocalPort(), "secret", true);
            assertThatThrownBy(server::start)
                    .isInstanceOf(Part.PortTaken.class)
                    .hasMessageContaining("PostgreSQL needs port " + other.getLocalPort());
        }
    }

    @Test
    void one_that_an_older_tree_started_is_started_anew_and_keeps_its_data() throws Exception {
        var server = new PostgresServer(directory, Ports.freePort(), "secret", true);
        server.start();
        try (var connection = server.databases().connect("postgres")) {
            connection.createStatement().execute("create table kept (id int)");
        }
        var first = server.process().handle().orElseThrow();
        server.start();
        assertThat(server.process().handle()).contains(first);
        server.process().noteEdition("of an older tree");
        server.start();
        assertThat(server.process().handle().orElseThrow()).isNotEqualTo(first);
        try (var connection = server.databases().connect("postgres");
                var rows = connection.createStatement().executeQuery("select id from kept")) {
            assertThat(rows.next()).isFalse();
        } finally {
            server.stop();
        }
    }
}
