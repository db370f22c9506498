package org.consilium.review.matching;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.review.matching.Candidate.Absence;
import org.consilium.review.matching.Candidate.Declared;
import org.consilium.review.matching.Candidate.Licence;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final String ONCOLOGY = "394593009";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final LocalDate DUE = TODAY.plusDays(7);
    private static final UUID HOSPITAL = new UUID(1, 1);
    private static final UUID OTHER_HOSPITAL = new UUID(1, 2);
    private static final UUID FIRST_CLINICIAN = new UUID(2, 1);
    private static final UUID FAMILY = new UUID(0, 77);
    private static final Requirements NEEDED =
            new Requirements(
                    ONCOLOGY,
                    "PK",
                    Set.of("ur", "en"),
                    Urgency.ROUTINE,
                    Set.of(HOSPITAL),
                    Set.of(FIRST_CLINICIAN),
                    Set.of(FAMILY));

    @Nested
    class A_reviewer_is_excluded {

        @Test
        void when_another_field_is_theirs() {
            assertThat(rulesFor(r -> r.specialties("394594003"))).containsExactly("specialty");
        }

        @Test
        void when_their_licence_is_for_another_country_or_over() {
            assertThat(rulesFor(r -> r.licence("GB", TODAY.plusYears(1))))
                    .containsExactly("licence");
            assertThat(rulesFor(r -> r.licence("PK", TODAY.minusDays(1))))
                    .containsExactly("licence");
        }

        @Test
        void when_no_language_is_shared() {
            assertThat(rulesFor(r -> r.languages("zh", "fr"))).containsExactly("language");
            assertThat(rulesFor(r -> r.languages("en-GB"))).isEmpty();
        }

        @Test
        void when_they_work_where_the_first_team_works() {
            assertThat(rulesFor(r -> r.organisation(HOSPITAL)))
                    .containsExactly("independence-organisation");
        }

        @Test
        void when_they_are_of_the_first_team() {
            assertThat(rulesFor(r -> r.entries(FIRST_CLINICIAN)))
                    .containsExactly("independence-clinician");
        }

        @Test
        void when_their_licence_runs_out_before_the_opinion_is_due() {
            assertThat(rulesFor(r -> r.licence("PK", DUE.minusDays(1)))).containsExactly("licence");
            assertThat(rulesFor(r -> r.licence("PK", DUE))).isEmpty();
        }

        @Test
        void when_they_declared_a_tie_to_the_first_team() {
            assertThat(rulesFor(r -> r.tiedTo(HOSPITAL))).containsExactly("independence-declared");
            assertThat(rulesFor(r -> r.tiedTo(FIRST_CLINICIAN)))
                    .containsExactly("independence-declared");
            assertThat(rulesFor(r -> r.tiedTo(OTHER_HOSPITAL))).isEmpty();
        }

        @Test
        void when_they_are_a_party_of_the_case() {
            var one = new CandidateBuilder(77).build();
            assertThat(Matching.match(snapshot(Set.of(), one)).excluded().getFirst().rules())
                    .containsExactly("participant");
        }

        @Test
        void when_they_are_away_while_it_is_to_be_written() {
            assertThat(rulesFor(r -> r.away(TODAY.minusDays(9), TODAY))).containsExactly("absent");
            assertThat(rulesFor(r -> r.away(DUE, DUE.plusDays(9)))).containsExactly("absent");
            assertThat(rulesFor(r -> r.away(TODAY.plusDays(2), TODAY.plusDays(3))))
                    .containsExactly("absent");
            assertThat(rulesFor(r -> r.away(TODAY.minusDays(9), TODAY.minusDays(1)))).isEmpty();
            assertThat(rulesFor(r -> r.away(DUE.plusDays(1), DUE.plusDays(9)))).isEmpty();
        }

        @Test
        void when_they_have_enough_to_do() {
            assertThat(rulesFor(r -> r.load(2, 2))).containsExactly("capacity");
        }

        @Test
        void when_they_are_not_active() {
            assertThat(rulesFor(CandidateBuilder::inactive)).containsExactly("inactive");
        }

        @Test
        void when_they_were_asked_before() {
            var one = new CandidateBuilder(7).build();
            var matching = Matching.match(snapshot(Set.of(one.person()), one));
            assertThat(matching.excluded().getFirst().rules()).containsExactly("already-asked");
        }

        @Test
        void by_every_rule_that_applies_not_only_the_first() {
            assertThat(rulesFor(r -> r.specialties("1").organisation(HOSPITAL).load(2, 2)))
                    .containsExactly("specialty", "independence-organisation", "capacity");
        }
    }

    @Nested
    class Among_those_who_can {

        @Test
        void more_of_the_cases_languages_come_first() {
            var both = new CandidateBuilder(9).languages("ur", "en").build();
            var one = new CandidateBuilder(1).languages("en").build();
            assertThat(ranking(one, both)).containsExactly(both.person(), one.person());
        }

        @Test
        void then_whoever_knows_the_health_system() {
            var knows = new CandidateBuilder(9).healthSystems("PK").build();
            var not = new CandidateBuilder(1).build();
            assertThat(ranking(not, knows)).containsExactly(knows.person(), not.person());
        }

        @Test
        void then_whoever_has_less_to_do_for_their_capacity() {
            var idle = new CandidateBuilder(9).load(1, 10).build();
            var busy = new CandidateBuilder(1).load(1, 2).build();
            assertThat(ranking(busy, idle)).containsExactly(idle.person(), busy.person());
        }

        @Test
        void equals_are_put_in_order_by_a_lot_that_anybody_can_draw_again() {
            var matching =
                    Matching.match(
                            snapshot(
                                    Set.of(),
                                    new CandidateBuilder(1).build(),
                                    new CandidateBuilder(2).build()));
            // printf %s 00000000-0000-0000-0000-000000000001/00000000-0000-0000-0000-000000000002 |
            // sha256sum
            assertThat(matching.ranked())
                    .filteredOn(ranked -> ranked.reviewer().equals(new UUID(0, 2)))
                    .extracting(ranked -> ranked.terms().lot())
                    .containsExactly(
                            "4bc428c8641e964058c8e2a6d3deb556cca7a228f86ef74098d14abb6caca5a4");
            assertThat(matching.ranked())
                    .isSortedAccordingTo(comparing(ranked -> ranked.terms().lot()));
        }

        @Test
        void over_many_cases_equals_come_first_equally_often() {
            var first = new HashMap<UUID, Integer>();
            for (long i = 0; i < 3000; i++) {
                var at =
                        snapshotOf(
                                new UUID(5, i),
                                new CandidateBuilder(1).build(),
                                new CandidateBuilder(2).build(),
                                new CandidateBuilder(3).build());
                first.merge(Matching.match(at).best().orElseThrow(), 1, Integer::sum);
            }
            assertThat(first.values()).hasSize(3).allMatch(times -> times > 900 && times < 1100);
        }

        @Test
        void the_order_does_not_depend_on_the_order_they_were_listed_in() {
            var all =
                    Arrays.asList(
                            new CandidateBuilder(3).build(),
                            new CandidateBuilder(1).build(),
                            new CandidateBuilder(4).healthSystems("PK").build(),
                            new CandidateBuilder(2).organisation(HOSPITAL).build());
            var first = Matching.match(snapshot(Set.of(), all.toArray(Candidate[]::new)));
            Collections.shuffle(all, new Random(1));
            assertThat(Matching.match(snapshot(Set.of(), all.toArray(Candidate[]::new))))
                    .isEqualTo(first);
        }
    }

    @Test
    void of_nobody_nobody_is_best() {
        assertThat(Matching.match(snapshot(Set.of())).best()).isEmpty();
    }

    private static List<String> rulesFor(UnaryOperator<CandidateBuilder> change) {
        var one = change.apply(new CandidateBuilder(7)).build();
        return Matching.match(snapshot(Set.of(), one)).excluded().stream()
                .flatMap(excluded -> excluded.rules().stream())
                .toList();
    }

    private static List<UUID> ranking(Candidate... candidates) {
        return Matching.match(snapshot(Set.of(), candidates)).ranked().stream()
                .map(Matching.Ranked::reviewer)
                .toList();
    }

    private static Snapshot snapshot(Set<UUID> asked, Candidate... candidates) {
        return new Snapshot(new UUID(0, 1), TODAY, DUE, NEEDED, asked, List.of(candidates));
    }

    private static Snapshot snapshotOf(UUID caseId, Candidate... candidates) {
        return new Snapshot(caseId, TODAY, DUE, NEEDED, Set.of(), List.of(candidates));
    }

    /** A reviewer against whom nothing speaks. */
    private static final class CandidateBuilder {
        private final UUID person;
        private boolean active = true;
        private Set<String> specialties = Set.of(ONCOLOGY);
        private Set<String> languages = Set.of("en", "ur");
        private Licence licence = new Licence("PK", "PMC-1", TODAY.plusYears(1));
        private UUID organisation = OTHER_HOSPITAL;
        private Set<UUID> entries = Set.of();
        private Set<String> healthSystems = Set.of();
        private Declared declared = Declared.nothing();
        private int open;
        private int capacity = 3;

        CandidateBuilder(long id) {
            person = new UUID(0, id);
        }

        CandidateBuilder inactive() {
            active = false;
            return this;
        }

        CandidateBuilder specialties(String... codes) {
            specialties = Set.of(codes);
            return this;
        }

        CandidateBuilder languages(String... tags) {
            languages = Set.of(tags);
            return this;
        }

        CandidateBuilder licence(String country, LocalDate until) {
            licence = new Licence(country, "1", until);
            return this;
        }

        CandidateBuilder organisation(UUID id) {
            organisation = id;
            return this;
        }

        CandidateBuilder entries(UUID... ids) {
            entries = Set.of(ids);
            return this;
        }

        CandidateBuilder healthSystems(String... countries) {
            healthSystems = Set.of(countries);
            return this;
        }

        CandidateBuilder tiedTo(UUID id) {
            declared = new Declared(List.of(), Set.of(id));
            return this;
        }

        CandidateBuilder away(LocalDate from, LocalDate until) {
            declared = new Declared(List.of(new Absence(from, until)), Set.of());
            return this;
        }

        CandidateBuilder load(int openReviews, int atMost) {
            open = openReviews;
            capacity = atMost;
            return this;
        }

        Candidate build() {
            return new Candidate(
                    person,
                    active,
                    specialties,
                    languages,
                    List.of(licence),
                    organisation,
                    entries,
                    healthSystems,
                    capacity,
                    open,
                    0,
                    declared);
        }
    }
}
