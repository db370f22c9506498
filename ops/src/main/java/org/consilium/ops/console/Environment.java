package org.consilium.ops.console;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.consilium.contracts.Source;

/** Where things are and with which keys, from environment variables; the README lists them. */
public record Environment(Map<String, String> variables) {

    /** What a service's own user may do is enough: no command needs more. */
    public Connection database(Source service) throws SQLException {
        var prefix = service.code().toUpperCase(Locale.ROOT) + "_DB_";
        var login = new Properties();
        login.setProperty("user", optional(prefix + "USER").orElse(service.code()));
        login.setProperty("password", required(prefix + "PASSWORD"));
        login.setProperty("ApplicationName", "consilium-ops");
        login.setProperty("connectTimeout", "5");
        // Behind a migration it gives up: whoever waits for a lock holds up all who come after.
        login.setProperty("options", "-c lock_timeout=5s");
        optional("POSTGRES_SSLMODE").ifPresent(mode -> login.setProperty("sslmode", mode));
        optional("POSTGRES_SSLROOTCERT").ifPresent(file -> login.setProperty("sslrootcert", file));
        var address = optional(prefix + "ADDRESS").orElseGet(() -> required("POSTGRES_ADDRESS"));
        var name = optional(prefix + "NAME").orElse(service.code());
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + name, login);
    }

    /**
     * What a command cannot do without.
     *
     * @throws Impossible naming the variable
     */
    public String required(String name) {
        return optional(name)
                .orElseThrow(() -> new Impossible("the variable " + name + " is missing"));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** Who is written down as having asked. */
    public String operator() {
        var name = optional("OPS_OPERATOR").or(() -> optional("USER")).orElse("nobody-named");
        return "operator:" + Shown.code(name);
    }
}
