package org.consilium.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class DisconnectIT {

    private static final int CLIENTS = 400;

    /** Sessions of this database that are in a transaction, other than the one that asks. */
    private static final String BUSY =
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
              and application_name not like '%relay%'""";

    private final LoggedErrors errors = LoggedErrors.watch();

    @TestHTTPResource("/")
    private URI service;

    @Test
    void clients_that_leave_in_mid_request_leave_no_half_done_command() {
        var token = Probe.token("amina");
        var caseIds = IntStream.range(0, 8).mapToObj(i -> UUID.randomUUID()).toList();
        caseIds.forEach(caseId -> hangUpAfter(10_000, caseId, token));
        var seed = System.nanoTime();
        System.out.println("disconnect burst, seed " + seed);
        var random = new Random(seed);
        try (var clients = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < CLIENTS; i++) {
                var caseId = caseIds.get(i % caseIds.size());
                int patience = random.nextInt(12);
                clients.execute(() -> hangUpAfter(patience, caseId, token));
            }
        }
        await().atMost(60, SECONDS).until(() -> Probe.count(BUSY) == 0);
        await().atMost(60, SECONDS).until(() -> Probe.count("select count(*) from outbox") == 0);
        for (var caseId : caseIds) {
            var total = Probe.count("select total from probe where case_id = ?", caseId);
            assertThat(Probe.count("select count(*) from event where case_id = ?", caseId))
                    .as("events of the case equal its commands")
                    .isEqualTo(total);
            assertThat(Probe.onTopic("intake.events", caseId.toString())).hasSize((int) total);
        }
        assertThat(errors.seen()).isEmpty();
    }

    private void hangUpAfter(int milliseconds, UUID caseId, String token) {
        var body = "{\"reason\":\"gone\"}";
        var request =
                "POST /probe/"
                        + caseId
                        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + token
                        + "\r\nIdempotency-Key: "
                        + UUID.randomUUID()
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body;
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.setSoTimeout(Math.max(1, milliseconds));
            socket.getInputStream().read();
        } catch (IOException e) {
            // The client left before the answer: that is the test.
        }
    }
}
