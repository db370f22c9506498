package org.consilium.system;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/** The four services and the ports the README names. */
public enum Service {
    INTAKE(8081),
    DOCUMENTS(8082),
    REVIEW(8083),
    NOTIFICATION(8084);

    private final int fixedPort;

    Service(int fixedPort) {
        this.fixedPort = fixedPort;
    }

    int fixedPort() {
        return fixedPort;
    }

    /** Health and metrics. */
    int fixedManagementPort() {
        return fixedPort + 1000;
    }

    /** As in addresses, topics and databases: {@code intake}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The module and the client: {@code intake-service}. */
    public String module() {
        return code() + "-service";
    }

    static Service of(String code) {
        return Arrays.stream(values())
                .filter(service -> service.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no service '" + code + "'"));
    }
}
