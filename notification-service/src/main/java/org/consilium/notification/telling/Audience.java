package org.consilium.notification.telling;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.contracts.Relation;

/** Whom a telling is for. It is resolved to persons when it is spread, not when it is written. */
public sealed interface Audience {

    /** One person, named by the event. */
    record Person(UUID id) implements Audience {
        @Override
        public String toString() {
            return "person:" + id;
        }
    }

    /** Everybody who stands to the case in one of these relations. */
    record OnCase(Set<Relation> relations) implements Audience {
        @Override
        public String toString() {
            return relations.stream()
                    .map(Relation::name)
                    .sorted()
                    .collect(Collectors.joining(",", "case:", ""));
        }
    }

    /** The patient, and whoever of their side the patient allows this; a scope of the consents. */
    record Allowed(String scope) implements Audience {
        @Override
        public String toString() {
            return "allowed:" + scope;
        }
    }

    /** The patient, and whoever represents them with this scope; never the treating doctor. */
    record Acting(String scope) implements Audience {
        @Override
        public String toString() {
            return "acting:" + scope;
        }
    }

    /** Everybody who has this role at the identity provider. */
    record Pool(String role) implements Audience {
        @Override
        public String toString() {
            return "role:" + role;
        }
    }

    /** The same without one of them, who knows it. */
    record Others(String role, UUID besides) implements Audience {
        @Override
        public String toString() {
            return "others:" + role + "," + besides;
        }
    }

    /** On the case at the moment in which it is written: what happened ends these relations. */
    record Leaving(Set<Relation> relations) implements Audience {
        @Override
        public String toString() {
            return "leaving:" + new OnCase(relations).toString().split(":", 2)[1];
        }
    }

    /** Who asked for the opinion and whom it is about. */
    Audience PATIENT_SIDE =
            new OnCase(Set.of(Relation.PATIENT, Relation.REPRESENTATIVE, Relation.REFERRER));

    /** Of the patient's side only those who may open what they are told of. */
    Audience OPINION_READERS = new Allowed("read-opinion");

    /** The patient's side without a referrer, who is of the first team. */
    Audience FAMILY = new OnCase(Set.of(Relation.PATIENT, Relation.REPRESENTATIVE));

    /** Of the family only those who may do what they are asked for. */
    Audience WHO_ACTS = new Acting("act-for-me");

    Audience REPRESENTATIVES = new OnCase(Set.of(Relation.REPRESENTATIVE));
    Audience FIRST_TEAM = new OnCase(Set.of(Relation.REFERRER));
    Audience REVIEWER = new OnCase(Set.of(Relation.REVIEWER));
    Audience REVIEWERS_ASKED = new Leaving(Set.of(Relation.REVIEWER, Relation.OFFERED_REVIEWER));
    Audience COORDINATORS = new Pool("coordinator");
    Pool CLINICAL_LEADS = new Pool("clinical-lead");
    Audience OPERATORS = new Pool("operator");

    /** Reads what {@code toString} wrote. */
    static Audience parse(String written) {
        var parts = written.split(":", 2);
        return switch (parts[0]) {
            case "person" -> new Person(UUID.fromString(parts[1]));
            case "case" -> new OnCase(relations(parts[1]));
            case "allowed" -> new Allowed(parts[1]);
            case "acting" -> new Acting(parts[1]);
            case "role" -> new Pool(parts[1]);
            case "others" -> others(parts[1].split(","));
            case "leaving" -> new Leaving(relations(parts[1]));
            default -> throw new IllegalArgumentException("no audience " + written);
        };
    }

    private static Others others(String[] roleAndPerson) {
        return new Others(roleAndPerson[0], UUID.fromString(roleAndPerson[1]));
    }

    private static Set<Relation> relations(String names) {
        return Set.of(names.split(",")).stream()
                .map(Relation::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
