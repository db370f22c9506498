package org.consilium.notification.world;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.consilium.stack.BackingParts;
import org.consilium.stack.Ports;

/**
 * Puts a door before the mail server and one before Keycloak, and shortens the service's patience.
 * Tests open the doors themselves ({@link Door}); here their ports are only set aside.
 */
public final class NotificationSettings implements QuarkusTestResourceLifecycleManager {

    static final String MAIL_PORT = "mail.door.port";
    public static final String SECRET = "for-tests-and-long-enough-to-be-taken";

    static final String DIRECTORY_PORT = "directory.door.port";
    static final String TELEPHONE_PORT = "telephone.server.port";

    /** After the backing parts, whose SMTP port is replaced. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        var issuer = BackingParts.addresses().issuer();
        var settings = new HashMap<>(telephones());
        settings.putAll(patience());
        settings.putAll(
                Map.of(
                        "SMTP_HOST",
                        "127.0.0.1",
                        "SMTP_PORT",
                        setAside(MAIL_PORT),
                        "WEB_URL",
                        "https://consilium.example/cases/{caseId}",
                        "PUBLIC_URL",
                        "https://consilium.example",
                        "NOTIFICATION_SECRET",
                        SECRET,
                        "consilium.directory.issuer",
                        issuer.replaceFirst("//[^/]+", "//127.0.0.1:" + setAside(DIRECTORY_PORT))));
        return settings;
    }

    private static Map<String, String> telephones() {
        var server = "http://127.0.0.1:" + setAside(TELEPHONE_PORT);
        return Map.of(
                "SMS_URL",
                server + "/sms",
                "SMS_TOKEN",
                "token-for-sms",
                "WHATSAPP_URL",
                server + "/v23.0/1234567890/messages",
                "WHATSAPP_TOKEN",
                "token-for-whatsapp");
    }

    private static Map<String, String> patience() {
        return Map.of(
                "consilium.http.patience", "2s",
                "WEBHOOK_PRIVATE_ADDRESSES", "true",
                "consilium.webhooks.retry-first", "1s",
                "consilium.reminders.grace", "3s",
                "consilium.mail.silence-seconds", "2",
                "consilium.retry.first", "1s");
    }

    @Override
    public void stop() {}

    private static String setAside(String property) {
        System.setProperty(property, Integer.toString(Ports.freePort()));
        return System.getProperty(property);
    }
}
