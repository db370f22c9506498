package org.consilium.notification.reminders;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.contracts.ContractSamples;
import org.consilium.contracts.EventTypes;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.AmendmentBegun;
import org.consilium.contracts.ReviewEvent.AmendmentEnd;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideProposed;
import org.consilium.contracts.ReviewEvent.InformationGiven;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.kit.events.EventJson;
import org.consilium.notification.DocumentedTable;
import org.consilium.notification.telling.Audience;
import org.consilium.notification.telling.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WhoIsRemindedTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final UUID CHEN = UUID.randomUUID();
    private static final UUID QUESTION = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant IN_A_WEEK = NOW.plus(Duration.ofDays(7));

    /** {@code -Dupdate.docs=true} writes the table into the document. */
    @Test
    void the_whole_table_is_the_one_in_the_document() throws IOException {
        var table =
                WhoIsReminded.TABLE.stream()
                        .map(Reminder::text)
                        .collect(
                                joining(
                                        "\n",
                                        "| told | when | to | unless |\n| --- | --- | --- | --- |\n",
                                        "\n"));
        DocumentedTable.in("../docs/tellings.md", "who-is-reminded").isEqualTo(table);
    }

    /** Each publisher's own example of an event can be read and applied. */
    @Test
    void every_date_is_told_by_a_kind_that_says_what_it_means() {
        for (var type : EventTypes.all()) {
            var sample = EventJson.read(ContractSamples.read(EventTypes.nameOf(type)), type);

            assertThat(WhoIsReminded.on(sample, Instant.EPOCH))
                    .allMatch(
                            planned ->
                                    (planned.telling().facts().due() != null)
                                            == planned.telling().kind().due().isPresent());
        }
    }

    @Nested
    class A_question_to_the_family {

        private final InformationRequested asked = asked(Addressee.REQUESTER, IN_A_WEEK);

        @Test
        void is_recalled_after_two_days_and_goes_to_the_coordinators_a_day_before_its_end() {
            assertThat(WhoIsReminded.on(asked, NOW))
                    .extracting(planned -> planned.telling().kind(), Planned::at)
                    .containsExactly(
                            tuple(Kind.ANSWER_REMINDER, NOW.plus(Duration.ofDays(2))),
                            tuple(Kind.ANSWER_NEARLY_DUE, IN_A_WEEK.minus(Duration.ofDays(1))));
        }

        @Test
        void is_not_recalled_once_it_is_answered() {
            assertThat(WhoIsReminded.liftedBy(new InformationGiven(CASE, QUESTION, CHEN)))
                    .containsExactlyElementsOf(
                            WhoIsReminded.on(asked, NOW).stream().map(Planned::key).toList());
        }

        @Test
        void that_has_to_be_answered_today_calls_nobody_a_day_before() {
            var today = asked(Addressee.REQUESTER, NOW.plus(Duration.ofHours(8)));

            assertThat(WhoIsReminded.on(today, NOW))
                    .extracting(planned -> planned.telling().kind())
                    .containsExactly(Kind.ANSWER_REMINDER);
        }
    }

    @Test
    void a_question_to_the_first_team_does_not_remind_the_family() {
        assertThat(WhoIsReminded.on(asked(Addressee.FIRST_TEAM, IN_A_WEEK), NOW))
                .extracting(planned -> planned.telling().kind())
                .containsExactly(Kind.ANSWER_NEARLY_DUE);
    }

    @Test
    void a_proposal_that_nobody_decided_for_a_day_is_recalled_unless_somebody_is_asked() {
        var proposed =
                new AssignmentOverrideProposed(
                        CASE, UUID.randomUUID(), CHEN, UUID.randomUUID(), Set.of("language"));

        var planned = WhoIsReminded.on(proposed, NOW).getFirst();

        assertThat(planned.at()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(planned.telling().audience()).isEqualTo(Audience.CLINICAL_LEADS);
        assertThat(
                        WhoIsReminded.liftedBy(
                                new ReviewOffered(CASE, UUID.randomUUID(), CHEN, IN_A_WEEK)))
                .contains(planned.key());
        assertThat(WhoIsReminded.liftedBy(new ReviewerNotFound(CASE, 3)))
                .containsExactly(planned.key());
    }

    @Test
    void a_later_version_is_recalled_to_its_author_and_after_a_week_to_the_leads() {
        var begun = WhoIsReminded.on(new AmendmentBegun(CASE, 2, CHEN), NOW);

        assertThat(begun)
                .extracting(planned -> planned.telling().audience(), Planned::at)
                .containsExactly(
                        tuple(new Audience.Person(CHEN), NOW.plus(Duration.ofDays(3))),
                        tuple(Audience.CLINICAL_LEADS, NOW.plus(Duration.ofDays(7))));
        var ended = new AmendmentEnded(CASE, 2, CHEN, null, AmendmentEnd.CASE_CLOSED);
        assertThat(WhoIsReminded.liftedBy(ended))
                .containsExactlyElementsOf(begun.stream().map(Planned::key).toList());
    }

    @Test
    void of_several_reviewers_who_were_asked_each_is_reminded_of_the_own_offer() {
        var one = new ReviewOffered(CASE, UUID.randomUUID(), CHEN, IN_A_WEEK);
        var other = new ReviewOffered(CASE, UUID.randomUUID(), UUID.randomUUID(), IN_A_WEEK);

        var planned = WhoIsReminded.on(one, NOW).getFirst();

        assertThat(planned.telling().audience()).isEqualTo(new Audience.Person(CHEN));
        assertThat(planned.at()).isEqualTo(IN_A_WEEK.minus(Duration.ofHours(12)));
        assertThat(planned.key()).isNotEqualTo(WhoIsReminded.on(other, NOW).getFirst().key());
    }

    @Test
    void a_second_acceptance_takes_the_place_of_the_first() {
        var first = new OfferAccepted(CASE, UUID.randomUUID(), CHEN, IN_A_WEEK);
        var second = new OfferAccepted(CASE, UUID.randomUUID(), CHEN, IN_A_WEEK.plusSeconds(1));

        assertThat(WhoIsReminded.on(second, NOW))
                .extracting(Planned::key)
                .isEqualTo(WhoIsReminded.on(first, NOW).stream().map(Planned::key).toList());
    }

    @Test
    void records_that_have_come_are_not_asked_for_again() {
        var held = new CaseHeldForRecords(CASE, Set.of("histopathology"));

        assertThat(WhoIsReminded.liftedBy(new CaseReady(CASE)))
                .containsExactlyElementsOf(
                        WhoIsReminded.on(held, NOW).stream().map(Planned::key).toList());
    }

    private static InformationRequested asked(Addressee addressee, Instant due) {
        return new InformationRequested(CASE, QUESTION, CHEN, addressee, due);
    }
}
