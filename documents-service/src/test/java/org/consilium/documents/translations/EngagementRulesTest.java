package org.consilium.documents.translations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.translations.EngagementRules.LONGEST;
import static org.consilium.documents.translations.EngagementRules.citing;
import static org.consilium.documents.translations.EngagementRules.engaging;
import static org.consilium.documents.translations.EngagementRules.isBearable;
import static org.consilium.documents.translations.TranslationRefusal.ALREADY_ENGAGED;
import static org.consilium.documents.translations.TranslationRefusal.CASE_HAS_ENDED;
import static org.consilium.documents.translations.TranslationRefusal.NOT_TRANSLATABLE;
import static org.consilium.documents.translations.TranslationRefusal.SOURCE_DIFFERS;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.consilium.documents.document.Document;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Document.Received;
import org.consilium.documents.document.Document.Withdrawn;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.paper.Form;
import org.consilium.documents.paper.Form.Manner;
import org.consilium.documents.translations.Engagement.State;
import org.consilium.documents.translations.Standings.Source;
import org.consilium.documents.translations.Standings.Standing;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EngagementRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final String SHA256 = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @Nested
    class Somebody_is_asked {

        @Test
        void to_translate_a_record_and_photographs_as_one() {
            assertThat(engaging(accepted(new Form.File()), false, false)).isEmpty();
            assertThat(engaging(accepted(new Form.Paper(2)), false, false)).isEmpty();
        }

        @Test
        void not_to_translate_a_page_a_translation_or_what_is_not_accepted() {
            assertThat(engaging(accepted(new Form.Page(UUID.randomUUID())), false, false))
                    .contains(NOT_TRANSLATABLE);
            assertThat(engaging(accepted(aTranslation()), false, false)).contains(NOT_TRANSLATABLE);
            assertThat(engaging(received(), false, false)).contains(NOT_TRANSLATABLE);
            assertThat(engaging(withdrawn(), false, false)).contains(NOT_TRANSLATABLE);
        }

        @Test
        void once_and_only_while_the_case_lasts() {
            assertThat(engaging(accepted(new Form.File()), false, true)).contains(ALREADY_ENGAGED);
            assertThat(engaging(accepted(new Form.File()), true, false)).contains(CASE_HAS_ENDED);
        }

        @Test
        void for_a_time_that_begins_now_and_ends() {
            assertThat(isBearable(NOW, NOW)).isFalse();
            assertThat(isBearable(NOW.plusSeconds(1), NOW)).isTrue();
            assertThat(isBearable(NOW.plus(LONGEST), NOW)).isTrue();
            assertThat(isBearable(NOW.plus(LONGEST).plusSeconds(1), NOW)).isFalse();
        }
    }

    @Nested
    class A_translation {

        @Test
        void cites_the_version_that_the_document_is() {
            assertThat(citing(accepted(new Form.File()), SHA256)).isEmpty();
            assertThat(citing(accepted(new Form.File()), OTHER)).contains(SOURCE_DIFFERS);
        }

        @Test
        void is_of_nothing_that_was_taken_back_or_is_no_record_yet() {
            assertThat(citing(withdrawn(), SHA256)).contains(NOT_TRANSLATABLE);
            assertThat(citing(received(), SHA256)).contains(NOT_TRANSLATABLE);
        }

        @Test
        void is_current_only_as_long_as_its_source_is_what_it_cites() {
            assertThat(standing("accepted", SHA256)).isEqualTo(Standing.CURRENT);
            assertThat(standing("accepted", OTHER)).isEqualTo(Standing.SUPERSEDED);
            assertThat(standing("gathering", null)).isEqualTo(Standing.SUPERSEDED);
            assertThat(standing("withdrawn", SHA256)).isEqualTo(Standing.WITHDRAWN);
        }

        @Test
        void is_replaced_by_a_newer_one_and_never_current_when_it_is_wrong() {
            var same = new Source("accepted", SHA256);
            assertThat(Standing.of(SHA256, same, false, true)).isEqualTo(Standing.REPLACED);
            assertThat(Standing.of(SHA256, same, true, true)).isEqualTo(Standing.RETRACTED);
            var other = new Source("accepted", OTHER);
            assertThat(Standing.of(SHA256, other, false, true)).isEqualTo(Standing.SUPERSEDED);
        }

        private static Standing standing(String state, String sha256) {
            return Standing.of(SHA256, new Source(state, sha256), false, false);
        }
    }

    @Test
    void an_engagement_is_over_at_its_time_and_ended_before() {
        var until = NOW.plus(Duration.ofDays(1));
        assertThat(engagement(until, null).state(NOW)).isEqualTo(State.ENGAGED);
        assertThat(engagement(until, null).state(until)).isEqualTo(State.OVER);
        assertThat(engagement(until, NOW).state(NOW)).isEqualTo(State.ENDED);
    }

    private static Engagement engagement(Instant until, Instant endedAt) {
        var id = new UUID(1, 1);
        return new Engagement(id, id, id, id, "ur", "en", until, id, NOW, endedAt);
    }

    private static Form aTranslation() {
        return new Form.Translation(new UUID(7, 7), SHA256, "ur", Manner.HUMAN);
    }

    private static Document accepted(Form form) {
        return new Accepted(about(form), SHA256, NOW, "application/pdf", NOW);
    }

    private static Document received() {
        return new Received(about(new Form.File()), SHA256, NOW);
    }

    private static Document withdrawn() {
        return new Withdrawn(about(new Form.File()), NOW);
    }

    private static Particulars about(Form form) {
        return new Particulars(
                new UUID(1, 2),
                new UUID(3, 4),
                "11502-2",
                null,
                "ur",
                false,
                "blood.pdf",
                new UUID(5, 6),
                1_000,
                NOW,
                form);
    }
}
