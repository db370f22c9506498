package org.consilium.notification.world;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.IntakeEvent.CaseOpened;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.Relation;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.events.EventJson;

/** One case as the other services tell of it: each source counts its own events. */
public final class Story {

    /** No letter or digit that could be taken for another. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Service service;
    private final UUID caseId = UUID.randomUUID();
    private final String reference = newReference();
    private final Map<Source, Long> told = new EnumMap<>(Source.class);

    public Story(Service service) {
        this.service = service;
    }

    /** Opened by Amina, in English, for Yusuf, in Urdu. */
    public static Story ofAminaAndYusuf(Service service) {
        var story = new Story(service);
        story.opened(Person.AMINA, Relation.REPRESENTATIVE, "en");
        story.admitted(Person.AMINA, Relation.REPRESENTATIVE, "en", "act-for-me", "read-opinion");
        story.admitted(Person.YUSUF, Relation.PATIENT, "ur");
        return story;
    }

    public UUID caseId() {
        return caseId;
    }

    public String reference() {
        return reference;
    }

    public Envelope opened(Person by, Relation relation, String language) {
        return tell(
                new CaseOpened(
                        caseId,
                        reference,
                        "family-abroad",
                        1,
                        "second-opinion",
                        by.id(),
                        relation,
                        language,
                        null));
    }

    public Envelope admitted(Person person, Relation relation, String language, String... scopes) {
        return tell(
                new ParticipantAdmitted(
                        caseId, person.id(), relation, Set.of(scopes), language, null));
    }

    /** Publishes the event as the next one of its source. */
    public Envelope tell(CaseEvent event) {
        return tell(event, Instant.now());
    }

    /** The same, of a day that is past. */
    public Envelope tell(CaseEvent event, Instant happenedAt) {
        var name = EventTypes.nameOf(event.getClass());
        var source = Source.ofCode(name.substring(0, name.indexOf('.'))).orElseThrow();
        var envelope =
                new Envelope(
                        UUID.randomUUID(),
                        source,
                        name,
                        caseId,
                        told.merge(source, 1L, Long::sum),
                        "service:" + source.code() + "-service",
                        happenedAt,
                        EventJson.write(event));
        service.publish(envelope);
        return envelope;
    }

    /** Sources do not wait for each other: what one of them told first may be heard last. */
    public void isHeardSoFar() {
        told.forEach(
                (source, last) ->
                        await().atMost(30, SECONDS)
                                .until(() -> lastHeard(source), last.toString()::equals));
    }

    private String lastHeard(Source source) {
        return service.value(
                "select last_seq from inbox_head where source = ? and case_id = ?",
                source.code(),
                caseId);
    }

    public void repeat(Envelope envelope) {
        service.publish(envelope);
    }

    private static String newReference() {
        var random = new Random();
        var letters = new StringBuilder("C-");
        for (int i = 0; i < 6; i++) {
            letters.append(i == 4 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
