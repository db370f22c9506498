package org.consilium.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.aCaseInQualityReview;
import static org.consilium.intake.cases.CaseFixtures.aCaseInReview;
import static org.consilium.intake.cases.CaseFixtures.aReadyCase;
import static org.consilium.intake.cases.CaseFixtures.after;

import java.util.UUID;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.intake.cases.CaseCommand.HearInformationGiven;
import org.consilium.intake.cases.CaseCommand.HearInformationRequested;
import org.consilium.intake.cases.CaseCommand.HearNobodyFound;
import org.consilium.intake.cases.CaseCommand.HearOfferGone;
import org.consilium.intake.cases.CaseCommand.HearOffered;
import org.consilium.intake.cases.CaseCommand.HearOpinionReturned;
import org.consilium.intake.cases.CaseCommand.HearOpinionSigned;
import org.consilium.intake.cases.CaseState.Ready;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whose turn it is when more than one thing is open at once. */
class TurnTest {

    private static final UUID ONE = new UUID(8, 1);
    private static final UUID OTHER = new UUID(8, 2);

    @Nested
    class With_two_offers {

        private final Case asked =
                after(aReadyCase(), new HearOffered(ONE), new HearOffered(OTHER));

        @Test
        void it_is_the_reviewers_turn_until_the_last_one_is_gone() {
            var oneLeft = after(asked, new HearOfferGone(ONE));

            assertThat(Turn.of(oneLeft)).isEqualTo(Turn.REVIEWER);
            assertThat(Turn.of(after(oneLeft, new HearOfferGone(OTHER))))
                    .isEqualTo(Turn.COORDINATOR);
        }

        @Test
        void one_that_is_told_twice_is_one() {
            assertThat(Turn.of(after(asked, new HearOfferGone(ONE), new HearOfferGone(ONE))))
                    .isEqualTo(Turn.REVIEWER);
        }

        @Test
        void that_nobody_was_found_is_known_until_somebody_is_asked() {
            var nobody = after(aReadyCase(), new HearNobodyFound());

            assertThat(((Ready) nobody.state()).nobodyFound()).isTrue();
            assertThat(Turn.of(nobody)).isEqualTo(Turn.COORDINATOR);
            assertThat(((Ready) after(nobody, new HearOffered(ONE)).state()).nobodyFound())
                    .isFalse();
        }
    }

    @Nested
    class With_two_questions {

        private final Case asked =
                after(
                        aCaseInReview(),
                        new HearInformationRequested(ONE, Addressee.REQUESTER),
                        new HearInformationRequested(OTHER, Addressee.FIRST_TEAM));

        @Test
        void the_one_who_was_asked_last_has_the_turn_when_the_other_has_answered() {
            assertThat(Turn.of(asked)).isEqualTo(Turn.PATIENT);
            assertThat(Turn.of(after(asked, new HearInformationGiven(ONE))))
                    .isEqualTo(Turn.RECORD_HOLDER);
        }

        @Test
        void the_reviewer_has_it_back_only_after_the_last_answer() {
            var answered =
                    after(asked, new HearInformationGiven(ONE), new HearInformationGiven(OTHER));

            assertThat(Turn.of(answered)).isEqualTo(Turn.REVIEWER);
        }
    }

    @Nested
    class An_opinion_that_somebody_else_checks {

        @Test
        void is_theirs_until_they_return_it() {
            assertThat(Turn.of(aCaseInQualityReview())).isEqualTo(Turn.QUALITY);
            assertThat(Turn.of(after(aCaseInQualityReview(), new HearOpinionReturned())))
                    .isEqualTo(Turn.REVIEWER);
        }

        @Test
        void is_quality_s_from_the_last_signature_to_the_release() {
            assertThat(Turn.of(after(aCaseInQualityReview(), new HearOpinionSigned())))
                    .isEqualTo(Turn.QUALITY);
        }
    }
}
