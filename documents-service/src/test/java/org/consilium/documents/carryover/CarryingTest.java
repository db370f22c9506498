package org.consilium.documents.carryover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.documents.carryover.Carrying.Copy;
import org.consilium.documents.carryover.Carrying.Earlier;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Particulars;
import org.consilium.documents.paper.Form;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Test;

class CarryingTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Supplier<UUID> ids = UUID::randomUUID;
    private final Accepted report = record(new Form.File());
    private final Accepted letter = record(new Form.Paper(2));
    private final Accepted first = record(new Form.Page(id(letter)));
    private final Accepted second = record(new Form.Page(id(letter)));
    private final Accepted displaced = record(new Form.Page(id(letter)));
    private final List<Earlier> earlier =
            List.of(
                    has(report, null),
                    has(letter, null),
                    has(second, 2),
                    has(first, 1),
                    has(displaced, null));

    @Test
    void everything_is_carried_when_nothing_is_named() {
        assertThat(Carrying.of(earlier, null, ids).copies())
                .extracting(Copy::source)
                .containsExactly(report, letter, first, second);
    }

    @Test
    void a_paper_has_no_bytes_but_its_pages_which_belong_to_the_new_one() {
        var copies = Carrying.of(earlier, Set.of(id(letter)), ids).copies();
        assertThat(copies.getFirst().sourceKey()).isNull();
        assertThat(copies.subList(1, 3))
                .allSatisfy(
                        page -> assertThat(page.paper()).isEqualTo(copies.getFirst().documentId()))
                .extracting(Copy::number)
                .containsExactly(1, 2);
    }

    @Test
    void what_is_there_already_is_named_and_not_carried_again() {
        var there = UUID.randomUUID();
        var carrying =
                Carrying.of(
                        List.of(new Earlier(report, ids.get(), null, there)),
                        Set.of(id(report)),
                        ids);
        assertThat(carrying.copies()).isEmpty();
        assertThat(carrying.inNewCase()).isEqualTo(Map.of(id(report), there));
    }

    @Test
    void what_another_carried_meanwhile_is_left_to_them() {
        var there = UUID.randomUUID();
        var carrying =
                Carrying.of(earlier, Set.of(id(report)), ids).without(Map.of(id(report), there));
        assertThat(carrying.copies()).isEmpty();
        assertThat(carrying.inNewCase()).isEqualTo(Map.of(id(report), there));
    }

    @Test
    void a_page_by_itself_and_what_is_not_accepted_are_no_records() {
        for (var id : List.of(id(first), UUID.randomUUID())) {
            assertThatThrownBy(() -> Carrying.of(earlier, Set.of(id), ids))
                    .isInstanceOf(Problem.class);
        }
    }

    private Earlier has(Accepted document, Integer place) {
        return new Earlier(document, ids.get(), place, null);
    }

    private static UUID id(Accepted document) {
        return document.about().documentId();
    }

    private static Accepted record(Form form) {
        var about =
                new Particulars(
                        UUID.randomUUID(),
                        new UUID(0, 1),
                        "11502-2",
                        null,
                        null,
                        false,
                        "a.pdf",
                        new UUID(0, 2),
                        10,
                        NOON,
                        form);
        return new Accepted(about, "00", NOON, "application/pdf", NOON);
    }
}
