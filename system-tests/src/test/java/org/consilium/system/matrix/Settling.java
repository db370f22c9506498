package org.consilium.system.matrix;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/** Looks into the databases whether everybody has heard of everything. */
final class Settling {

    private final RunningSystem system;

    Settling(RunningSystem system) {
        this.system = system;
    }

    void settled() {
        Awaitility.await().atMost(90, SECONDS).until(this::everybodyHasHeard);
    }

    /** How many events each service's log has that a person caused. */
    Map<Service, Long> actedByPeople() {
        var counts = new EnumMap<Service, Long>(Service.class);
        for (var service : Service.values()) {
            counts.put(
                    service,
                    count(service, "select count(*) from event where actor like 'person:%'"));
        }
        return counts;
    }

    /** How many entries all access logs have, by service and operation. */
    Map<String, Long> looks() {
        var looks = new TreeMap<String, Long>();
        for (var service : Service.values()) {
            try (var connection = system.parts().postgres().databases().connect(service.code());
                    var rows =
                            connection
                                    .createStatement()
                                    .executeQuery(
                                            "select operation, count(*) from access_log group by operation")) {
                while (rows.next()) {
                    looks.put(service.code() + " " + rows.getString(1), rows.getLong(2));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return looks;
    }

    /** What came to the access logs since. */
    Map<String, Long> looksSince(Map<String, Long> before) {
        var since = looks();
        before.forEach((operation, count) -> since.merge(operation, -count, Long::sum));
        since.values().removeIf(count -> count == 0);
        return since;
    }

    private boolean everybodyHasHeard() {
        for (var source : Service.values()) {
            if (count(source, "select count(*) from outbox") > 0) {
                return false;
            }
            var published = count(source, "select count(*) from event");
            for (var listener : Service.values()) {
                var heard =
                        count(
                                listener,
                                "select count(*) from inbox where source = '"
                                        + source.code()
                                        + "'");
                if (heard > 0 && heard < published) {
                    return false;
                }
            }
        }
        return true;
    }

    private long count(Service service, String sql) {
        try (var connection = system.parts().postgres().databases().connect(service.code());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
