package org.consilium.system.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.system.Service;
import org.consilium.system.matrix.Knock.Reply;
import org.consilium.system.matrix.Persona.Link;
import org.consilium.system.rights.Edge;
import org.consilium.system.rights.Edge.Guard;
import org.consilium.system.rights.RightsTable;
import org.consilium.system.rights.RightsTable.Readers;
import org.consilium.system.rights.RightsTable.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The judge can say guilty: one planted leak of each kind, and nothing where there is none. */
class VerdictsTest {

    private static final Edge OPINION =
            new Edge(
                    Service.REVIEW,
                    "GET",
                    "/api/reviews/{caseId}/opinion",
                    new Guard.Policy("read-opinion"));
    private static final Edge RECORD =
            new Edge(
                    Service.DOCUMENTS,
                    "GET",
                    "/api/documents/{documentId}/content",
                    new Guard.Policy("read-content"));
    private static final Edge LINK =
            new Edge(Service.DOCUMENTS, "GET", "/api/documents/link", new Guard.Open());
    private static final Edge LETTERS =
            new Edge(
                    Service.REVIEW,
                    "GET",
                    "/internal/dead-letters",
                    new Guard.Roles(Set.of("operator")));

    private static final Reply NOT_THERE = new Reply(404, "content-type: json", "not-found");

    private static final RightsTable TABLE =
            new RightsTable(
                    Service.REVIEW,
                    Map.of(
                            "read-opinion",
                            new Rule(
                                    Set.of("clinical-lead"),
                                    Set.of("patient", "representative"),
                                    true,
                                    Set.of())),
                    Map.of(
                            "opinion",
                            new Readers(
                                    Map.of("clinical-lead", Set.of("signed", "released")),
                                    Map.of(
                                            "patient", Set.of("released"),
                                            "representative", Set.of("released")),
                                    "read-opinion")));

    private static final RightsTable TABLE_OF_RECORDS =
            new RightsTable(
                    Service.DOCUMENTS,
                    Map.of(
                            "read-content",
                            new Rule(Set.of("clinical-lead"), Set.of("patient"), true, Set.of())),
                    Map.of());

    private static final Persona LEAD = somebody("lena", "clinical-lead");
    private static final Persona PATIENT = somebody("yusuf", "patient");
    private static final Persona RELATIVE = somebody("wei", "patient");
    private static final Persona STRANGER = somebody("mallory", "patient");
    private static final Persona FORGED = new Persona("alg none", Set.of(), false, _ -> "x.y.");

    private final Canaries canaries = new Canaries();
    private final Scene released = scene("released");
    private final Scene drafted = scene("under-review");
    private final Verdicts verdicts =
            new Verdicts(
                    new Expectation(List.of(TABLE, TABLE_OF_RECORDS)),
                    canaries,
                    Map.of(released.name(), released, drafted.name(), drafted),
                    Map.of(OPINION, NOT_THERE));

    @Nested
    class A_look {

        @Test
        void at_an_opinion_is_written_down_whatever_is_there() {
            verdicts.on(OPINION, LEAD, released, NOT_THERE);
            assertThat(verdicts.looks()).containsExactly(Map.entry("review read-opinion", 1L));
        }

        @Test
        void at_a_record_is_written_down_where_it_was_shown() {
            verdicts.on(RECORD, LEAD, released, NOT_THERE);
            verdicts.on(RECORD, LEAD, released, new Reply(200, "", "a page"));
            assertThat(verdicts.looks()).containsExactly(Map.entry("documents read-content", 1L));
        }
    }

    @Nested
    class A_status {

        @Test
        void that_lets_a_stranger_in_is_a_leak() {
            verdicts.on(OPINION, STRANGER, released, new Reply(200, "", "{}"));
            assertLeak("mallory is refused but got 200");
        }

        @Test
        void that_tells_a_stranger_of_the_case_is_a_leak() {
            verdicts.on(OPINION, STRANGER, released, new Reply(403, "", "forbidden"));
            assertLeak("mallory is refused but got 403");
        }

        @Test
        void that_takes_a_forged_token_is_a_leak() {
            verdicts.on(OPINION, FORGED, released, new Reply(404, "", ""));
            assertLeak("with alg none came 404");
        }

        @Test
        void that_takes_a_link_which_is_over_is_a_leak() {
            var over = Persona.holding("link that is over", new Link("t", false));
            verdicts.on(LINK, over, released, new Reply(200, "", "{}"));
            assertLeak("without a link in force");
        }

        @Test
        void that_lets_in_without_the_role_is_a_leak() {
            verdicts.on(LETTERS, LEAD, released, new Reply(200, "", "[]"));
            assertLeak("lena is refused but got 200");
        }

        @Test
        void of_a_failure_is_broken() {
            verdicts.on(OPINION, LEAD, released, new Reply(500, "", ""));
            assertThat(verdicts.broken()).hasSize(1);
        }
    }

    @Nested
    class A_refusal {

        @Test
        void that_differs_by_one_byte_of_its_body_is_a_leak() {
            verdicts.on(OPINION, STRANGER, released, new Reply(404, NOT_THERE.headers(), "gone"));
            assertLeak("mallory is refused but got 404");
        }

        @Test
        void that_differs_in_a_header_is_a_leak() {
            verdicts.on(OPINION, STRANGER, released, new Reply(404, "etag: 7", NOT_THERE.body()));
            assertLeak("mallory is refused but got 404");
        }

        @Test
        void that_repeats_somebodys_words_is_a_leak() {
            var detail = "no opinion on " + opinionOf(released);
            verdicts.on(OPINION, STRANGER, released, new Reply(404, NOT_THERE.headers(), detail));
            assertLeak("mallory reads opinion of");
        }
    }

    @Nested
    class A_word {

        @Test
        void in_a_header_is_a_leak() {
            var header = "content-disposition: " + opinionOf(drafted) + ".pdf";
            verdicts.on(OPINION, LEAD, drafted, new Reply(200, header, ""));
            assertLeak("lena reads opinion of");
        }

        @Test
        void in_a_state_in_which_it_may_not_be_read_yet_is_a_leak() {
            verdicts.on(OPINION, PATIENT, drafted, new Reply(200, "", opinionOf(drafted)));
            assertLeak("yusuf reads opinion of");
        }

        @Test
        void of_another_case_is_a_leak_where_ones_own_words_are_none() {
            verdicts.on(OPINION, PATIENT, released, new Reply(200, "", opinionOf(released)));
            assertThat(verdicts.leaks()).isEmpty();
            verdicts.on(OPINION, PATIENT, released, new Reply(200, "", opinionOf(drafted)));
            assertLeak("yusuf reads opinion of");
        }

        @Test
        void that_the_patient_did_not_allow_a_relative_to_read_is_a_leak() {
            verdicts.on(OPINION, RELATIVE, released, new Reply(200, "", opinionOf(released)));
            assertLeak("wei reads opinion of");
        }

        @Test
        void shown_to_a_forged_token_is_a_leak_whatever_the_status() {
            verdicts.on(OPINION, FORGED, released, new Reply(401, "", opinionOf(released)));
            assertLeak("alg none reads opinion of");
        }
    }

    @Test
    void what_stands_in_the_table_is_no_leak() {
        verdicts.on(OPINION, LEAD, released, new Reply(200, "", opinionOf(released)));
        verdicts.on(OPINION, PATIENT, released, new Reply(200, "", opinionOf(released)));
        verdicts.on(OPINION, STRANGER, released, NOT_THERE);
        verdicts.on(OPINION, FORGED, released, new Reply(401, "", ""));
        assertThat(verdicts.leaks()).isEmpty();
        assertThat(verdicts.broken()).isEmpty();
        assertThat(verdicts.untested(List.of(OPINION))).isEmpty();
    }

    @Test
    void an_address_that_opened_to_nobody_is_untested() {
        verdicts.on(OPINION, LEAD, released, NOT_THERE);
        verdicts.on(OPINION, STRANGER, released, NOT_THERE);
        assertThat(verdicts.untested(List.of(OPINION)))
                .containsExactly("review " + OPINION.call() + " opened to nobody");
    }

    private void assertLeak(String what) {
        assertThat(verdicts.leaks()).anySatisfy(leak -> assertThat(leak).contains(what));
    }

    private String opinionOf(Scene scene) {
        return canaries.word(scene.name(), "opinion");
    }

    private static Scene scene(String state) {
        return new Scene(
                state,
                Set.of(state),
                Map.of("yusuf", Set.of("patient"), "wei", Set.of("representative")),
                Map.of("wei", Set.of("act-for-me")),
                Map.of(),
                Map.of());
    }

    private static Persona somebody(String name, String role) {
        return new Persona(name, Set.of(role), true, _ -> "token");
    }
}
