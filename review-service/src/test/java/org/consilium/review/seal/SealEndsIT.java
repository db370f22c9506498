package org.consilium.review.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.review.world.Situation.AMINA;
import static org.consilium.review.world.Situation.LENA;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.consilium.kit.work.OwnContext;
import org.consilium.review.world.Drafts;
import org.consilium.review.world.IntakeStub;
import org.consilium.review.world.Situation;
import org.consilium.review.world.Sql;
import org.consilium.stack.BackingPartsResource;
import org.consilium.stack.seals.Seals;
import org.junit.jupiter.api.Test;

/** The certificate of the seal ends while the service runs, and another is put in. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "review"))
@WithTestResource(IntakeStub.class)
class SealEndsIT {

    private static final String PASSWORD = "for-tests";

    private final OwnContext context;
    private final Clock clock;

    SealEndsIT(OwnContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    @Test
    void an_opinion_waits_for_its_letter_and_nothing_of_it_is_lost() {
        var situation = Situation.signedByOkafor();
        var pass = Drafts.passOf(situation.waiting());
        var key = UUID.randomUUID().toString();

        letterIsSealedWith(Seals.thatRanOut(PASSWORD), clock.instant().minus(Duration.ofDays(2)));
        LENA.post(situation.path("/quality-review/pass"), pass, key)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:consilium:problem:seal-ended"));
        assertThat(situation.state()).isEqualTo("in-quality-review");
        assertThat(Sql.count("select count(*) from opinion where case_id = ?", situation.caseId()))
                .isZero();

        letterIsSealedWith(Seals.made(PASSWORD), clock.instant());
        LENA.post(situation.path("/quality-review/pass"), pass, key).then().statusCode(200);
        LENA.post(situation.path("/release"), null).then().statusCode(200);
        AMINA.get(situation.path("/letter")).then().statusCode(200);
    }

    /** A seal as any other, with this key, opened on a day on which that was good. */
    private void letterIsSealedWith(String keystore, Instant opened) {
        var key = SealKey.open(keystore, PASSWORD, opened);
        QuarkusMock.installMockForType(new Seal(key, context, clock), Seal.class);
    }
}
