package org.consilium.notification.occasions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.consilium.notification.telling.Audience.CLINICAL_LEADS;
import static org.consilium.notification.telling.Audience.COORDINATORS;
import static org.consilium.notification.telling.Audience.FAMILY;
import static org.consilium.notification.telling.Audience.FIRST_TEAM;
import static org.consilium.notification.telling.Audience.PATIENT_SIDE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.LastParticipantRemoved;
import org.consilium.contracts.IntakeEvent.OutcomeAsked;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.AmendmentEnd;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideDeclined;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideProposed;
import org.consilium.contracts.ReviewEvent.CriticalFindingFlagged;
import org.consilium.contracts.ReviewEvent.FirstTeamUnknown;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.kit.events.EventJson;
import org.consilium.notification.DocumentedTable;
import org.consilium.notification.telling.AfterDeath;
import org.consilium.notification.telling.Audience;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.telling.Telling;
import org.consilium.notification.telling.Weight;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhoIsToldTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final UUID CHEN = UUID.randomUUID();
    private static final UUID LENA = UUID.randomUUID();
    private static final Set<String> RULES = Set.of("language");
    private static final Instant SOON = Instant.parse("2026-11-28T08:00:00Z");

    /** {@code -Dupdate.docs=true} writes the table into the document. */
    @Test
    void the_whole_table_is_the_one_in_the_document() throws IOException {
        DocumentedTable.in("../docs/tellings.md", "who-is-told").isEqualTo(table());
    }

    /** By this table or by {@code reminders.WhoIsReminded}; of webhooks their desk tells. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBHOOK_DISABLED")
    void every_kind_is_told_on_some_event_or_when_none_came(Kind kind) throws IOException {
        assertThat(Files.readString(Path.of("../docs/tellings.md")))
                .containsPattern("\\| `" + kind.code() + "` \\|.*\\|\n");
    }

    /** Each publisher's own example of an event can be read and applied. */
    @Test
    void every_published_example_is_understood_and_every_audience_can_be_stored() {
        for (var type : EventTypes.all()) {
            var sample = ContractSamples.read(EventTypes.nameOf(type));

            var tellings = WhoIsTold.on(EventJson.read(sample, type));

            assertThat(tellings)
                    .allSatisfy(
                            telling ->
                                    assertThat(Audience.parse(telling.audience().toString()))
                                            .isEqualTo(telling.audience()));
        }
    }

    @Nested
    class A_question_of_the_reviewer {

        @Test
        void to_the_requester_goes_to_the_patients_side() {
            assertThat(asked(Addressee.REQUESTER)).containsExactly(PATIENT_SIDE);
        }

        @Test
        void to_the_coordinator_goes_to_the_coordinators() {
            assertThat(asked(Addressee.COORDINATOR)).containsExactly(COORDINATORS);
        }

        @Test
        void to_the_first_team_also_goes_to_the_coordinators_who_pass_it_on() {
            assertThat(asked(Addressee.FIRST_TEAM))
                    .containsExactly(FIRST_TEAM, COORDINATORS, FAMILY);
        }

        private java.util.List<Audience> asked(Addressee addressee) {
            var event = new InformationRequested(CASE, UUID.randomUUID(), CHEN, addressee, SOON);
            return WhoIsTold.on(event).stream().map(Telling::audience).toList();
        }
    }

    @Test
    void missing_records_are_counted_and_never_named() {
        var event = new CaseHeldForRecords(CASE, Set.of("histopathology", "imaging-report"));

        assertThat(WhoIsTold.on(event))
                .containsExactly(new Telling(Kind.RECORDS_MISSING, PATIENT_SIDE, Facts.count(2)));
    }

    @Test
    void an_offer_goes_to_the_reviewer_it_was_made_to_and_says_until_when() {
        var event = new ReviewOffered(CASE, UUID.randomUUID(), CHEN, SOON);

        assertThat(WhoIsTold.on(event))
                .containsExactly(
                        new Telling(
                                Kind.REVIEW_OFFERED, new Audience.Person(CHEN), Facts.due(SOON)));
    }

    @Test
    void that_somebody_waits_for_a_second_lead_is_told_to_all_leads_but_who_waits() {
        var event = new AssignmentOverrideProposed(CASE, UUID.randomUUID(), CHEN, LENA, RULES);

        assertThat(WhoIsTold.on(event))
                .extracting(Telling::audience)
                .containsExactly(new Audience.Others("clinical-lead", LENA));
    }

    @Test
    void what_a_second_lead_said_is_told_to_the_first_and_not_what_they_said_themselves() {
        assertThat(WhoIsTold.on(new AssignmentOverrideDeclined(CASE, CHEN, LENA, CHEN)))
                .extracting(Telling::kind, Telling::audience)
                .containsExactly(tuple(Kind.OVERRIDE_DECLINED, new Audience.Person(LENA)));
        assertThat(WhoIsTold.on(new AssignmentOverrideDeclined(CASE, CHEN, LENA, LENA))).isEmpty();
    }

    @Test
    void
            that_a_later_version_came_to_nothing_is_told_to_the_leads_and_to_an_author_who_did_not_end_it() {
        assertThat(WhoIsTold.on(new AmendmentEnded(CASE, 2, CHEN, CHEN, AmendmentEnd.LET_BE)))
                .extracting(Telling::kind, Telling::audience)
                .containsExactly(tuple(Kind.AMENDMENT_ENDED, CLINICAL_LEADS));
        for (var other : new UUID[] {null, LENA}) {
            assertThat(WhoIsTold.on(new AmendmentEnded(CASE, 2, CHEN, other, AmendmentEnd.LET_BE)))
                    .extracting(Telling::kind, Telling::audience)
                    .containsExactly(
                            tuple(Kind.AMENDMENT_ENDED, CLINICAL_LEADS),
                            tuple(Kind.YOUR_AMENDMENT_ENDED, new Audience.Person(CHEN)));
        }
    }

    /** One of several, or one that let nobody act: who still stands to the case reads on. */
    @Test
    void a_revoked_consent_alone_ends_nobodys_access() {
        assertThat(WhoIsTold.on(new ConsentRevoked(CASE, UUID.randomUUID(), CHEN, LENA)))
                .extracting(Telling::kind)
                .containsExactly(Kind.CONSENT_REVOKED);
        assertThat(WhoIsTold.on(new ParticipantRemoved(CASE, CHEN, Relation.REPRESENTATIVE)))
                .extracting(Telling::kind, Telling::audience)
                .containsExactly(tuple(Kind.ACCESS_ENDED, new Audience.Person(CHEN)));
    }

    @Test
    void how_it_went_is_asked_of_those_of_the_family_who_may_answer() {
        assertThat(WhoIsTold.on(new OutcomeAsked(CASE, 21, SOON)))
                .containsExactly(
                        new Telling(
                                Kind.OUTCOME_ASKED,
                                new Audience.Acting("act-for-me"),
                                Facts.due(SOON)));
        assertThat(Kind.OUTCOME_ASKED.weight()).isEqualTo(Weight.OPTIONAL);
        assertThat(AfterDeath.codes()).doesNotContain(Kind.OUTCOME_ASKED.code());
    }

    @Test
    void that_nobody_of_the_family_is_left_is_told_to_the_coordinators() {
        assertThat(WhoIsTold.on(new LastParticipantRemoved(CASE)))
                .containsExactly(new Telling(Kind.NOBODY_LEFT, COORDINATORS, Facts.NONE));
    }

    @Test
    void when_nobody_can_review_both_leads_and_coordinators_hear_of_it() {
        assertThat(WhoIsTold.on(new ReviewerNotFound(CASE, 3)))
                .extracting(Telling::audience)
                .containsExactly(CLINICAL_LEADS, COORDINATORS);
    }

    @Test
    void when_independence_cannot_be_computed_both_leads_and_coordinators_hear_of_it() {
        assertThat(WhoIsTold.on(new FirstTeamUnknown(CASE)))
                .extracting(Telling::audience)
                .containsExactly(CLINICAL_LEADS, COORDINATORS);
    }

    @Test
    void what_cannot_wait_reaches_the_treating_side_and_all_staff_and_not_the_family() {
        assertThat(WhoIsTold.on(new CriticalFindingFlagged(CASE, UUID.randomUUID(), CHEN, SOON)))
                .extracting(Telling::audience)
                .containsExactly(FIRST_TEAM, COORDINATORS, CLINICAL_LEADS);
        assertThat(Kind.URGENT_MESSAGE.weight()).isEqualTo(Weight.URGENT);
    }

    @Test
    void a_date_is_told_only_by_kinds_that_say_what_it_means() {
        assertThat(
                        EventTypes.all().stream()
                                .flatMap(
                                        type ->
                                                WhoIsTold.on(
                                                        EventJson.read(
                                                                ContractSamples.read(
                                                                        EventTypes.nameOf(type)),
                                                                type))
                                                        .stream()))
                .allMatch(
                        telling ->
                                (telling.facts().due() != null)
                                        == telling.kind().due().isPresent());
    }

    @Test
    void codes_lead_back_to_their_kind() {
        assertThat(Arrays.stream(Kind.values()).map(Kind::code).map(Kind::ofCode))
                .containsExactly(Kind.values());
    }

    private static String table() {
        return WhoIsTold.TABLE.stream()
                .map(Line::text)
                .collect(joining("\n", "| on | is told | to |\n| --- | --- | --- |\n", "\n"));
    }
}
