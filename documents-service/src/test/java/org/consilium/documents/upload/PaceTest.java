package org.consilium.documents.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace.Watch line = new Pace(Duration.ofSeconds(30), 1_000).watch();

    @Test
    void a_line_is_judged_window_by_window() {
        line.came(600);
        line.came(400);
        assertThat(line.wasTooSlow()).isFalse();
        line.came(999);
        assertThat(line.wasTooSlow()).isTrue();
    }

    @Test
    void a_silent_line_is_too_slow() {
        assertThat(line.wasTooSlow()).isTrue();
    }

    @Test
    void a_window_in_which_our_own_store_was_waited_for_is_not_held_against_the_client() {
        line.storeIsWaitedFor();
        line.storeIsThrough();
        line.came(999);
        assertThat(line.wasTooSlow()).isFalse();
        assertThat(line.wasTooSlow()).isTrue();
    }

    @Test
    void nor_is_any_other_window_that_the_same_wait_reaches_into() {
        line.storeIsWaitedFor();
        assertThat(line.wasTooSlow()).isFalse();
        assertThat(line.wasTooSlow()).isFalse();
        line.storeIsThrough();
        assertThat(line.wasTooSlow()).isFalse();
        assertThat(line.wasTooSlow()).isTrue();
    }
}
