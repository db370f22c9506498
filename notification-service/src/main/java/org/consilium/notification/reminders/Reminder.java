package org.consilium.notification.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.notification.telling.Audience;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.telling.Telling;

/** One line of the table: unless something happens in time, these people are told. */
final class Reminder<E extends CaseEvent> {

    private final Class<E> event;
    private final List<Lift<?>> lifts = new ArrayList<>();
    private String condition = "";
    private Predicate<E> holds = any -> true;
    private Function<E, UUID> subject = CaseEvent::caseId;
    private BiFunction<E, Instant, Instant> at;
    private String when;
    private Kind kind;
    private Function<E, Instant> due = any -> null;
    private Function<E, Audience> audience;
    private String audienceName;

    private Reminder(Class<E> event) {
        this.event = event;
    }

    /** An event after which there is nothing to remind of. */
    private record Lift<L extends CaseEvent>(Class<L> event, Function<L, UUID> subject) {

        Optional<UUID> apply(CaseEvent happened) {
            return Optional.of(happened).filter(event::isInstance).map(event::cast).map(subject);
        }
    }

    static <E extends CaseEvent> Reminder<E> when(Class<E> event) {
        return new Reminder<>(event);
    }

    Reminder<E> only(String name, Predicate<E> condition) {
        this.condition = " (" + name + ")";
        this.holds = condition;
        return this;
    }

    /** What it is about, where that is not the case itself. */
    Reminder<E> about(Function<E, UUID> named) {
        this.subject = named;
        return this;
    }

    Reminder<E> after(Duration pause) {
        this.at = (happened, time) -> time.plus(pause);
        this.when = words(pause) + " after";
        return this;
    }

    Reminder<E> before(Function<E, Instant> date, Duration lead) {
        this.at = (happened, time) -> date.apply(happened).minus(lead);
        this.when = lead.isZero() ? "on the date of" : words(lead) + " before the date of";
        return telling(date);
    }

    /** The date that is told along. */
    Reminder<E> telling(Function<E, Instant> date) {
        this.due = date;
        return this;
    }

    Reminder<E> tell(Kind what) {
        this.kind = what;
        return this;
    }

    Reminder<E> person(Function<E, UUID> named) {
        this.audience = happened -> new Audience.Person(named.apply(happened));
        this.audienceName = "the person the event names";
        return this;
    }

    Reminder<E> all(Audience people) {
        this.audience = any -> people;
        this.audienceName = people.toString();
        return this;
    }

    <L extends CaseEvent> Reminder<E> unless(Class<L> lift) {
        return unless(lift, CaseEvent::caseId);
    }

    <L extends CaseEvent> Reminder<E> unless(Class<L> lift, Function<L, UUID> named) {
        lifts.add(new Lift<>(lift, named));
        return this;
    }

    /** Nothing where the whole time given is shorter than the lead. */
    Optional<Planned> plan(CaseEvent happened, Instant time) {
        return Optional.of(happened)
                .filter(event::isInstance)
                .map(event::cast)
                .filter(holds)
                .map(own -> planned(own, time))
                .filter(planned -> planned.at().isAfter(time));
    }

    Optional<Planned.Key> lifted(CaseEvent happened) {
        return lifts.stream()
                .flatMap(lift -> lift.apply(happened).stream())
                .findFirst()
                .map(about -> new Planned.Key(happened.caseId(), kind, about));
    }

    private Planned planned(E own, Instant time) {
        return new Planned(
                new Planned.Key(own.caseId(), kind, subject.apply(own)),
                at.apply(own, time),
                new Telling(kind, audience.apply(own), Facts.due(due.apply(own))));
    }

    /** As it stands in the documentation. */
    String text() {
        var ends = lifts.stream().map(lift -> "`" + EventTypes.nameOf(lift.event()) + "`").toList();
        return "| `%s` | %s `%s`%s | %s | %s |"
                .formatted(
                        kind.code(),
                        when,
                        EventTypes.nameOf(event),
                        condition,
                        audienceName,
                        String.join(", ", ends));
    }

    private static String words(Duration pause) {
        return pause.toHours() % 24 == 0 ? pause.toDays() + " d" : pause.toHours() + " h";
    }
}
