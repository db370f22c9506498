package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.CHEN;
import static org.consilium.intake.world.Person.MALLORY;
import static org.consilium.intake.world.Person.OKAFOR;
import static org.consilium.intake.world.Person.OLGA;
import static org.consilium.intake.world.Person.TARIQ;
import static org.consilium.intake.world.Person.YUSUF;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consilium.contracts.NotificationEvent.NotificationFailed;
import org.consilium.contracts.Source;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.LoggedErrors;
import org.consilium.intake.world.OtherService;
import org.consilium.intake.world.Person;
import org.consilium.intake.world.Replica;
import org.consilium.intake.world.Stream;
import org.consilium.intake.world.Waiting;
import org.consilium.stack.BackingPartsResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The live stream: from any replica, over lost connections, and no longer than the right. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class StreamIT {

    private static final List<String> SETTINGS =
            List.of(
                    "POSTGRES_ADDRESS",
                    "POSTGRES_DATABASE",
                    "POSTGRES_USER",
                    "POSTGRES_PASSWORD",
                    "POSTGRES_OWNER",
                    "POSTGRES_OWNER_PASSWORD",
                    "KAFKA_ADDRESS",
                    "TOPIC_PREFIX",
                    "OIDC_ISSUER",
                    "SERVICE_SECRET",
                    "INTAKE_URL",
                    "DOCUMENTS_URL",
                    "REVIEW_URL",
                    "NOTIFICATION_URL");

    private final List<Stream> open = new ArrayList<>();
    private Replica second;

    @AfterEach
    void close() {
        open.forEach(Stream::close);
        if (second != null) {
            second.kill();
        }
    }

    @Test
    void says_what_changed_and_nothing_of_what_somebody_wrote() {
        var story = FamilyCase.submitted();
        var stream = follow(AMINA, story, null);
        Waiting.until(() -> stream.events().size() == 1);
        assertThat(stream.events().getFirst().data().path("state").asText()).isEqualTo("submitted");

        CARLA.post(story.path("/triage/start"), null).statusCode(200);
        CARLA.post(story.path("/triage"), FamilyCase.triage()).statusCode(200);
        Waiting.until(() -> stream.codes().equals(List.of("triage-started", "case-triaged")));

        var last = stream.events().getLast().data();
        assertThat(last.path("state").asText()).isEqualTo("awaiting-records");
        assertThat(last.path("turn").asText()).isEqualTo("coordinator");
        assertThat(AMINA.get(story.path("/timeline")).extract().<List<String>>path("items.id"))
                .contains(last.path("entry").asText());
        assertThat(stream.lines()).noneMatch(line -> line.contains(FamilyCase.CANARY));
    }

    @Test
    void a_change_that_the_timeline_passes_over_is_told_as_the_state() {
        var story = FamilyCase.submitted();
        var stream = follow(CARLA, story, null);
        Waiting.until(() -> stream.events().size() == 1);

        story.recordsAssessed(Set.of());

        Waiting.until(() -> stream.events().size() == 2);
        assertThat(stream.events().getLast().name()).isEqualTo("state");
        assertThat(stream.lastId()).isNotEqualTo(stream.events().getFirst().id());
    }

    @Test
    void what_happened_while_the_line_was_cut_comes_afterwards_from_another_replica() {
        var errors = LoggedErrors.watch();
        var story = FamilyCase.ready();
        second = Replica.start(settings());
        var first = follow(AMINA, story, null);
        Waiting.until(() -> first.events().size() == 1);
        story.offered(OKAFOR);
        Waiting.until(() -> first.codes().equals(List.of("review-offered")));
        var last = first.lastId();
        first.close();

        story.offered(CHEN);
        story.accepted(CHEN);
        story.awaitState("in-review");

        var resumed = remember(Stream.open(AMINA, second.address(), story, last));
        Waiting.until(() -> resumed.codes().equals(List.of("review-offered", "offer-accepted")));
        AMINA.post(story.path("/withdrawal"), Map.of("reason", "other")).statusCode(200);
        Waiting.until(() -> resumed.codes().contains("case-withdrawn"));
        assertThat(resumed.codes())
                .containsExactly("review-offered", "offer-accepted", "case-withdrawn");

        second.stop();
        Waiting.until(resumed::over);
        assertThat(second.output()).noneMatch(line -> line.contains(" ERROR "));
        assertThat(errors.seen()).isEmpty();
    }

    @Test
    void followed_from_any_place_each_entry_comes_exactly_once() {
        var story = FamilyCase.inReview(CHEN);
        var all = follow(CARLA, story, "0.0.0.0");
        Waiting.until(() -> all.codes().contains("offer-accepted"));

        for (int i = 0; i < all.events().size() - 1; i++) {
            var rest = all.codes().subList(i + 1, all.codes().size());
            try (var resumed = follow(CARLA, story, all.events().get(i).id())) {
                Waiting.until(() -> resumed.codes().equals(rest));
            }
        }
    }

    @Test
    void ends_when_the_right_ends() {
        var story = FamilyCase.written();
        var consent =
                YUSUF.post(story.path("/consents"), FamilyCase.consent(TARIQ.id()))
                        .extract()
                        .<String>path("consentId");
        var stream = follow(TARIQ, story, null);
        Waiting.until(() -> stream.events().size() == 1);

        YUSUF.post(story.path("/consents/" + consent + "/revocation"), null).statusCode(204);

        Waiting.until(stream::over);
        assertThat(stream.codes()).doesNotContain("consent-revoked");
        assertThat(follow(TARIQ, story, null).status()).isEqualTo(404);
    }

    @Test
    void shows_a_message_that_failed_only_to_whom_it_was_for() {
        var story = FamilyCase.submitted();
        var aminas = follow(AMINA, story, null);
        var yusufs = follow(YUSUF, story, null);
        Waiting.until(() -> aminas.events().size() == 1 && yusufs.events().size() == 1);

        new OtherService(Source.NOTIFICATION)
                .tells(
                        new NotificationFailed(
                                story.uuid(),
                                UUID.randomUUID(),
                                "closed",
                                "mail",
                                YUSUF.id(),
                                "refused"));

        Waiting.until(() -> yusufs.codes().equals(List.of("message-failed")));
        Waiting.until(() -> aminas.events().size() == 2);
        assertThat(aminas.codes()).isEmpty();
    }

    @Test
    void nobody_else_follows_and_nobody_follows_too_often() {
        var story = FamilyCase.opened();
        for (var stranger : List.of(MALLORY, CHEN, OLGA)) {
            assertThat(follow(stranger, story, null).status()).isEqualTo(404);
        }
        assertThat(follow(AMINA, story, "yesterday").status()).isEqualTo(400);

        var streams = IntStream.range(0, 7).mapToObj(i -> follow(AMINA, story, null)).toList();

        assertThat(streams.subList(0, 6)).allMatch(stream -> stream.status() == 200);
        assertThat(streams.getLast().status()).isEqualTo(429);
        assertThat(streams.getLast().header("Retry-After")).isNotNull();
        streams.getFirst().close();
        Waiting.until(() -> follow(AMINA, story, null).status() == 200);
    }

    private Stream follow(Person reader, FamilyCase story, String lastEventId) {
        var here = RestAssured.baseURI + ":" + RestAssured.port;
        return remember(Stream.open(reader, here, story, lastEventId));
    }

    private Stream remember(Stream stream) {
        open.add(stream);
        return stream;
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        var config = ConfigProvider.getConfig();
        SETTINGS.forEach(name -> settings.put(name, config.getValue(name, String.class)));
        settings.put("HTTP_PORT", "0");
        settings.put("MANAGEMENT_PORT", "0");
        return settings;
    }
}
