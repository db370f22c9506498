package org.consilium.notification.occasions;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.EventTypes;
import org.consilium.notification.telling.Audience;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.telling.Telling;

/** One line of the table: on this event, this is told to these people. */
final class Line<E extends CaseEvent> {

    private final Class<E> event;
    private String condition = "";
    private Predicate<E> holds = any -> true;
    private Kind kind;
    private Function<E, Facts> facts = any -> Facts.NONE;
    private Function<E, Audience> audience;
    private String audienceName;

    private Line(Class<E> event) {
        this.event = event;
    }

    static <E extends CaseEvent> Line<E> when(Class<E> event) {
        return new Line<>(event);
    }

    Line<E> only(String name, Predicate<E> condition) {
        this.condition = " (" + name + ")";
        this.holds = condition;
        return this;
    }

    Line<E> tell(Kind what) {
        this.kind = what;
        return this;
    }

    Line<E> with(Function<E, Facts> mentioned) {
        this.facts = mentioned;
        return this;
    }

    /** Whom the event names; nobody when it names none. */
    Line<E> person(Function<E, UUID> named) {
        this.holds = holds.and(happened -> named.apply(happened) != null);
        this.audience = happened -> new Audience.Person(named.apply(happened));
        this.audienceName = "the person the event names";
        return this;
    }

    /** Who has the role, without the person whom the event names. */
    Line<E> others(Audience.Pool pool, Function<E, UUID> named) {
        this.audience = happened -> new Audience.Others(pool.role(), named.apply(happened));
        this.audienceName = pool + " without the person the event names";
        return this;
    }

    Line<E> all(Audience people) {
        this.audience = any -> people;
        this.audienceName = people.toString();
        return this;
    }

    Optional<Telling> apply(CaseEvent happened) {
        return Optional.of(happened)
                .filter(event::isInstance)
                .map(event::cast)
                .filter(holds)
                .map(own -> new Telling(kind, audience.apply(own), facts.apply(own)));
    }

    /** As it stands in the documentation. */
    String text() {
        return "| `%s`%s | `%s` | %s |"
                .formatted(EventTypes.nameOf(event), condition, kind.code(), audienceName);
    }
}
