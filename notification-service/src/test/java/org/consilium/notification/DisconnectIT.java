package org.consilium.notification;

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
import org.consilium.contracts.Relation;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People who leave the page while it is still at work. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class DisconnectIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    private static final int CLIENTS = 300;

    @TestHTTPResource("/")
    private URI address;

    private final Service service = Service.underTest();
    private final Story story = new Story(service);

    @Test
    void clients_that_leave_in_mid_request_leave_no_mark_without_its_stored_answer() {
        story.opened(Person.RAHMAN, Relation.REFERRER, "en");
        await().atMost(30, SECONDS).until(() -> notification() != null);
        var token = Person.RAHMAN.token();
        var seed = System.nanoTime();
        System.out.println("disconnect burst, seed " + seed);
        var random = new Random(seed);
        try (var clients = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < CLIENTS; i++) {
                int patience = random.nextInt(12);
                clients.execute(() -> hangUpAfter(patience, token));
            }
        }
        hangUpAfter(10_000, token);

        await().atMost(20, SECONDS).until(() -> inTransactions() == 0);
        assertThat(service.value("select count(*) from idempotency where status <> 204"))
                .isEqualTo("0");
        assertThat(
                        service.value(
                                """
                                select count(*) from notification n where n.case_id = ? and n.read_at is not null
                                and exists (select 1 from idempotency i where i.caller = n.recipient
                                            and i.answered_at = n.read_at)""",
                                story.caseId()))
                .as("the first mark committed with its answer")
                .isEqualTo("1");
    }

    private String notification() {
        return service.value("select id from notification where case_id = ?", story.caseId());
    }

    private long inTransactions() {
        return Long.parseLong(
                service.value(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                          and state like 'idle in transaction%' and now() - state_change > interval '2 seconds'"""));
    }

    private void hangUpAfter(int milliseconds, String token) {
        var request =
                "POST /api/notifications/%s/read HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\nContent-Length: 0\r\n\r\n"
                        .formatted(notification(), token, UUID.randomUUID());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.setSoTimeout(Math.max(1, milliseconds));
            socket.getInputStream().read();
        } catch (IOException e) {
            // The client left before the answer: that is the test.
        }
    }
}
