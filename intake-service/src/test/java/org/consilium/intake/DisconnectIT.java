package org.consilium.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.consilium.intake.world.LoggedErrors;
import org.consilium.intake.world.Records;
import org.consilium.intake.world.Waiting;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Clients that hang up in the middle of opening a case: whole cases or none. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class DisconnectIT {

    private static final int CLIENTS = 600;

    /** Cold code is so slow that everybody would have left before anything began. */
    private static final int WARM_UP = 40;

    private final LoggedErrors errors = LoggedErrors.watch();

    /** Sessions of this database that were left with a transaction open. */
    private static final String BUSY =
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'""";

    private static final String HALF_DONE =
            """
            select count(*) from intake_case c
            where (select count(*) from event e where e.case_id = c.case_id and e.type = 'intake.case-opened.v1') <> 1
               or (select count(*) from screening s where s.case_id = c.case_id) <> 1
               or not exists (select 1 from case_access a where a.case_id = c.case_id)
               or not exists (select 1 from deadline d where d.case_id = c.case_id) and c.state = 'draft'""";

    private static final String EVENTS_WITHOUT_CASE =
            """
            select count(*) from event e
            where not exists (select 1 from intake_case c where c.case_id = e.case_id)""";

    @TestHTTPResource("/")
    private URI service;

    @Test
    void leave_no_half_opened_case() {
        var token = AMINA.token();
        var screenings = freshScreenings();
        screenings.subList(0, WARM_UP).forEach(screening -> hangUpAfter(10_000, screening, token));
        long seed = System.nanoTime();
        System.out.println("disconnect burst, seed " + seed);
        var random = new Random(seed);
        try (var clients = Executors.newFixedThreadPool(12)) {
            for (var screening : screenings.subList(WARM_UP, CLIENTS)) {
                int patience = random.nextInt(40);
                clients.execute(() -> hangUpAfter(patience, screening, token));
            }
        }
        Waiting.until(() -> Records.count(BUSY) == 0);
        Waiting.until(() -> Records.count("select count(*) from outbox") == 0);

        assertThat(Records.count(HALF_DONE)).isZero();
        assertThat(Records.count(EVENTS_WITHOUT_CASE)).isZero();
        assertThat(Records.count("select count(*) from screening where case_id is not null"))
                .isEqualTo(Records.count("select count(*) from intake_case"));
        assertThat(errors.seen()).isEmpty();
    }

    private static List<String> freshScreenings() {
        Records.change(
                """
                insert into screening (screening_id, person, programme, programme_version, outcome, screened_at)
                select gen_random_uuid(), ?, 'family-abroad', 1, 'proceed', now() from generate_series(1, ?)""",
                AMINA.id(),
                CLIENTS);
        return Records.strings(
                        "select screening_id from screening where case_id is null and outcome = 'proceed'")
                .subList(0, CLIENTS);
    }

    private void hangUpAfter(int milliseconds, String screening, String token) {
        var body =
                """
                {"programme":"family-abroad","service":"second-opinion","screening":"%s","relation":"REPRESENTATIVE",
                 "language":"en","patient":{"givenName":"A","familyName":"B","birthYear":1965,"country":"PK","city":"L","language":"ur"}}"""
                        .formatted(screening);
        var request =
                "POST /api/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
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
