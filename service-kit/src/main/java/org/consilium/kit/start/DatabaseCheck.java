package org.consilium.kit.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.Driver;

/** Asks PostgreSQL, before a migration changes anything in it. */
final class DatabaseCheck {

    /** A busy machine, and a standby that is just becoming the primary, are no wrong address. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final String ASKED =
            """
            select clock_timestamp() as now, current_setting('fsync') as fsync,
                   current_setting('full_page_writes') as full_page_writes,
                   current_setting('synchronous_commit') as synchronous_commit,
                   to_regclass('stamp') is not null as stamped""";

    private final Settings settings;
    private final Clock clock;

    DatabaseCheck(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        says().judge(settings.code(), settings.databaseMayLoseData(), settings.clockSkewLimit());
        try (var owner = signIn("quarkus.flyway.jdbc-url", "quarkus.flyway")) {
            owner.isValid(0);
        } catch (SQLException e) {
            throw refused(e, "POSTGRES_OWNER, POSTGRES_OWNER_PASSWORD");
        }
    }

    DatabaseSays says() {
        try (var user = signIn("quarkus.datasource.jdbc.url", "quarkus.datasource");
                var statement = user.createStatement()) {
            var asked = clock.instant();
            try (var row = statement.executeQuery(ASKED)) {
                row.next();
                var skew =
                        Skew.atLeast(
                                asked,
                                clock.instant(),
                                row.getObject("now", OffsetDateTime.class).toInstant(),
                                Duration.ZERO);
                return new DatabaseSays(
                        row.getBoolean("stamped") ? stamp(user) : Optional.empty(),
                        keeping(row),
                        skew);
            }
        } catch (SQLException e) {
            throw refused(e, "POSTGRES_USER, POSTGRES_PASSWORD");
        }
    }

    private static SortedMap<String, String> keeping(ResultSet row) throws SQLException {
        var keeping = new TreeMap<String, String>();
        for (var name : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            keeping.put(name, row.getString(name));
        }
        return keeping;
    }

    private static Optional<String> stamp(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select service from stamp")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private Connection signIn(String url, String who) throws SQLException {
        var login = new Properties();
        login.setProperty("user", settings.value(who + ".username"));
        login.setProperty("password", settings.value(who + ".password"));
        login.setProperty("loginTimeout", Long.toString(PATIENCE.toSeconds()));
        login.setProperty("ApplicationName", settings.service() + " asks before it starts");
        var end = clock.instant().plus(PATIENCE);
        while (true) {
            try {
                return new Driver().connect(settings.value(url), login);
            } catch (SQLException e) {
                if (!mayPass(e.getSQLState()) || clock.instant().isAfter(end)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** No connection, or a server that is starting or going. */
    static boolean mayPass(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** PostgreSQL's own words may quote what it was given; its states do not. */
    static Unfit refused(SQLException refusal, String login) {
        var state = refusal.getSQLState() == null ? "none" : refusal.getSQLState();
        if (state.startsWith("28")) {
            return new Unfit(StartRule.DATABASE_SIGNS_IN, login, "PostgreSQL refuses them");
        }
        if (state.equals("3D000")) {
            return new Unfit(
                    StartRule.DATABASE_ANSWERS, "POSTGRES_DATABASE", "there is no such database");
        }
        return new Unfit(
                StartRule.DATABASE_ANSWERS,
                "POSTGRES_ADDRESS",
                "no answer that could be used (SQL state " + state + ")");
    }
}
