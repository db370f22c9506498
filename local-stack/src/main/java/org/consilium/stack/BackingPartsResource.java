package org.consilium.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.consilium.stack.parts.Databases;
import org.consilium.stack.seals.Seals;

/**
 * Gives one service's tests everything it needs, with a database, topics and buckets that nobody
 * used before.
 *
 * <p>Argument {@code service}: intake, documents, review or notification.
 */
public final class BackingPartsResource implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "for-tests";

    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        var run = "t" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        var parts = BackingParts.addresses();
        var settings = new HashMap<String, String>();
        settings.put("HTTP_PORT", "0");
        settings.put("quarkus.http.test-port", "0");
        settings.put("MANAGEMENT_PORT", "0");
        settings.put("quarkus.management.test-port", "0");
        database(parts.postgres(), run + "_" + service, settings);
        messages(parts, run, settings);
        if (parts.objects().containsKey(service)) {
            objects(parts.objects().get(service), run, settings);
        }
        identity(parts, settings);
        if (service.equals("review")) {
            settings.put("LETTER_SEAL_KEYSTORE", Seals.made(PASSWORD));
            settings.put("LETTER_SEAL_PASSWORD", PASSWORD);
        }
        return settings;
    }

    /** The parts run on for the next JVM. */
    @Override
    public void stop() {}

    private static void database(Databases databases, String name, Map<String, String> settings) {
        databases.create(name, PASSWORD, PASSWORD);
        settings.put("POSTGRES_ADDRESS", databases.address());
        settings.put("POSTGRES_DATABASE", name);
        settings.put("POSTGRES_USER", name);
        settings.put("POSTGRES_PASSWORD", PASSWORD);
        settings.put("POSTGRES_OWNER", name + "_owner");
        settings.put("POSTGRES_OWNER_PASSWORD", PASSWORD);
    }

    private static void messages(PartAddresses parts, String run, Map<String, String> settings) {
        Topics.create(parts.kafka(), run + ".");
        settings.put("KAFKA_ADDRESS", parts.kafka());
        settings.put("TOPIC_PREFIX", run + ".");
        settings.put("SMTP_HOST", parts.mail().host());
        settings.put("SMTP_PORT", Integer.toString(parts.mail().smtpPort()));
        settings.put("CLAMD_ADDRESS", parts.scanner());
    }

    private void objects(
            PartAddresses.ObjectStore objects, String run, Map<String, String> settings) {
        settings.put("S3_ENDPOINT", objects.endpoint());
        settings.put("S3_REGION", objects.region());
        settings.put("S3_ACCESS_KEY", objects.accessKey());
        settings.put("S3_SECRET_KEY", objects.secretKey());
        for (var purpose : Buckets.PURPOSES.get(service)) {
            Buckets.create(objects, run + "-" + purpose);
            settings.put(purpose.toUpperCase(Locale.ROOT) + "_BUCKET", run + "-" + purpose);
        }
    }

    private void identity(PartAddresses parts, Map<String, String> settings) {
        settings.put("OIDC_ISSUER", parts.issuer());
        settings.put("SERVICE_SECRET", parts.clientSecrets().get(service + "-service"));
        for (var peer : new String[] {"INTAKE", "DOCUMENTS", "REVIEW", "NOTIFICATION"}) {
            settings.put(peer + "_URL", "http://127.0.0.1:1");
        }
    }
}
