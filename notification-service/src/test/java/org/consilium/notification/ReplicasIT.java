package org.consilium.notification;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.consilium.contracts.NotificationEvent.NotificationFailed;
import org.consilium.contracts.Relation;
import org.consilium.kit.events.EventJson;
import org.consilium.notification.world.Asker;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Replica;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The packaged service as processes: two that die at the worst moment, and two at once after them,
 * of which one is stopped. A start is what costs here, so all of it is one story.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasIT {

    private final Map<String, String> settings = settings();
    private final Service service = new Service(settings);
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private Story sent;
    private Story unsent;
    private Replica first;
    private Replica second;

    @BeforeAll
    void started() {
        sent = killedAt("mail.after-answer");
        unsent = killedAt("mail.before-sending");
        var one = CompletableFuture.supplyAsync(() -> start(Map.of()));
        second = start(Map.of());
        first = one.join();
    }

    @AfterAll
    void stopped() {
        replicas.forEach(Replica::kill);
    }

    @Test
    void a_sender_killed_around_the_mail_leaves_it_uncertain_and_no_second_one_is_sent() {
        await().atMost(120, SECONDS).until(() -> hasFailed(sent) && hasFailed(unsent));
        assertThat(failureOf(sent).reason()).isEqualTo("sender-died");
        assertThat(failureOf(unsent).reason()).isEqualTo("sender-died");
        assertThat(Person.AMINA.mailsAbout(sent)).hasSize(1);
        assertThat(Person.AMINA.mailsAbout(unsent)).isEmpty();
    }

    @Test
    void two_at_once_send_each_mail_once_and_one_that_is_stopped_leaves_nothing_undone() {
        var stories = thirtyStories();
        await().atMost(90, SECONDS).until(() -> deliveries("DELIVERED") >= 3);

        var asker = new Asker(first.url() + "/api/notifications", Person.TARIQ.token());
        first.terminate();
        asker.askUntilItIsToldToAskElsewhere();
        first.stop();

        await().atMost(120, SECONDS).until(() -> deliveries("DELIVERED") == 30);
        assertThat(stories)
                .allSatisfy(story -> assertThat(Person.TARIQ.mailsAbout(story)).hasSize(1));
        assertThat(first.output()).noneMatch(line -> line.contains(" ERROR "));
    }

    @Test
    void an_installation_without_telephones_takes_no_wishes_for_them() {
        given().auth()
                .oauth2(Person.MALLORY.token())
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"channels\": {\"ready\": {\"sms\": true}}}")
                .put(second.url() + "/api/notification-preferences")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:consilium:problem:channel-not-offered"));
    }

    /** The story whose mail was about to be sent, or just had been, when its sender died. */
    private Story killedAt(String failPoint) {
        var doomed = start(Map.of("FAIL_POINTS", failPoint + "=halt"));
        var story = new Story(service);
        story.opened(Person.AMINA, Relation.REPRESENTATIVE, "en");
        await().atMost(120, SECONDS).until(() -> !doomed.isAlive());
        assertThat(doomed.exitCode()).isEqualTo(137);
        return story;
    }

    private boolean hasFailed(Story story) {
        return !service.published(story.caseId().toString()).isEmpty();
    }

    private NotificationFailed failureOf(Story story) {
        var event = service.published(story.caseId().toString()).getFirst();
        return EventJson.read(event.data(), NotificationFailed.class);
    }

    private List<Story> thirtyStories() {
        var stories = IntStream.range(0, 30).mapToObj(i -> new Story(service)).toList();
        stories.forEach(story -> story.opened(Person.TARIQ, Relation.REPRESENTATIVE, "en"));
        return stories;
    }

    private long deliveries(String state) {
        return Long.parseLong(
                service.value("select count(*) from delivery where state = ?", state));
    }

    private Replica start(Map<String, String> more) {
        var environment = new HashMap<>(settings);
        environment.putAll(more);
        var replica = Replica.start(environment);
        replicas.add(replica);
        return replica;
    }

    private static Map<String, String> settings() {
        var parts = new BackingPartsResource();
        parts.init(Map.of("service", "notification"));
        var settings = new HashMap<>(parts.start());
        settings.put("NOTIFICATION_SECRET", NotificationSettings.SECRET);
        settings.put("CONSILIUM_MAIL_SILENCE_SECONDS", "2");
        return settings;
    }
}
