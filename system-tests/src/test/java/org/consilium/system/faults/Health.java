package org.consilium.system.faults;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.consilium.system.ServiceProcess;

/** What a load balancer would see. */
final class Health {

    private Health() {}

    static boolean ready(ServiceProcess service) {
        try {
            var connection =
                    (HttpURLConnection)
                            URI.create(service.managementUrl() + "/q/health/ready")
                                    .toURL()
                                    .openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
