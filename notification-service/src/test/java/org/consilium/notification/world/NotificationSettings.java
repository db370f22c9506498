package org.consilium.notification.world;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Puts a door between the service and the mail server, and shortens its patience. Tests open the
 * door themselves ({@link SmtpDoor}); here its port is only set aside.
 */
public final class NotificationSettings implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "smtp.door.port";

    /** After the backing parts, whose SMTP port this one replaces. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        var port = Integer.toString(freePort());
        System.setProperty(PORT, port);
        return Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", port,
                "WEB_URL", "https://consilium.example/cases/{caseId}",
                "consilium.mail.silence-seconds", "2",
                "consilium.mail.retry.first", "1s");
    }

    @Override
    public void stop() {}

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
