package org.consilium.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Way FIRST = new Way(new UUID(0, 1), "mail");
    private static final Way FIRST_TOO = new Way(new UUID(0, 1), "sms");
    private static final Way SECOND = new Way(new UUID(0, 2), "mail");
    private static final Way THIRD = new Way(new UUID(0, 3), "mail");

    private record Way(UUID notification, String channel) {}

    @Test
    void the_last_one_names_no_next() {
        assertThat(page(List.of(FIRST, SECOND), 2).next()).isNull();
    }

    @Test
    void the_next_one_begins_after_the_last_place_shown() {
        var page = page(List.of(FIRST, SECOND, THIRD), 2);

        assertThat(page.items()).containsExactly(FIRST, SECOND);
        assertThat(Page.after(page.next())).isEqualTo(SECOND.notification());
    }

    @Test
    void items_of_one_place_stay_together() {
        var page = page(List.of(FIRST, FIRST_TOO, SECOND), 1);

        assertThat(page.items()).containsExactly(FIRST, FIRST_TOO);
        assertThat(Page.before(page.next())).isEqualTo(FIRST.notification());
    }

    @Test
    void a_cursor_that_no_page_gave_is_refused() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Page.after("x"));
    }

    private static Page<Way> page(List<Way> found, int size) {
        return Page.of(found, size, Way::notification);
    }
}
