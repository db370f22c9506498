package org.consilium.intake.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FollowersTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final UUID CASE = new UUID(7, 1);
    private static final UUID SOMEBODY = new UUID(7, 2);

    private Instant now = START;
    private final Followers followers =
            new Followers(((InstantSource) () -> now).withZone(ZoneOffset.UTC), 2, 3);
    private final List<String> cut = new ArrayList<>();

    @Nested
    class A_place_in_the_stream {

        @Test
        void is_written_and_read_again() {
            var place = new Place(12, 0, 3, 700);

            assertThat(Place.of(place.id())).isEqualTo(place);
        }

        @Test
        void of_another_stream_is_malformed() {
            for (var id : List.of("", "7", "1.2.3", "1.2.3.x", "1.2.3.-4", "1.2.3.4.5")) {
                assertThatExceptionOfType(Problem.class)
                        .isThrownBy(() -> Place.of(id))
                        .matches(problem -> problem.status() == 400);
            }
        }
    }

    @Nested
    class A_follower {

        @Test
        void looks_once_before_it_waits() {
            assertThat(wakes(aFollower("first"))).containsExactly(Wake.CHANGED);
        }

        @Test
        void that_is_busy_learns_once_of_all_that_happened_meanwhile() {
            var busy = aFollower("busy");
            followers.tick();
            followers.changed(CASE);
            followers.changed(CASE);
            followers.tick();

            assertThat(wakes(busy)).containsExactly(Wake.CHANGED);
        }

        @Test
        void hears_of_its_own_case_only() {
            var follower = aFollower("patient");
            var wakes = wakes(follower);
            followers.changed(new UUID(7, 9));

            assertThat(wakes).hasSize(1);
        }

        @Test
        void that_takes_nothing_for_half_a_minute_is_cut_off_and_one_that_waits_is_not() {
            aFollower("slow");
            var patient = aFollower("patient");
            wakes(patient);
            now = START.plus(Duration.ofSeconds(31));
            wakes(patient);
            followers.tick();

            assertThat(cut).containsExactly("slow");
        }
    }

    @Nested
    class Too_many {

        @Test
        void of_one_person_are_turned_away_until_one_is_closed() {
            var first = aFollower("first");
            aFollower("second");
            assertRefused(429, "too-many-streams-of-yours", SOMEBODY);
            followers.close(first);

            assertThat(aFollower("third")).isNotNull();
        }

        @Test
        void of_all_are_turned_away() {
            aFollower("first");
            aFollower("second");
            followers.open(CASE, new UUID(7, 3), () -> {});

            assertRefused(503, "too-many-streams", new UUID(7, 4));
        }

        @Test
        void is_one_once_the_replica_closes() {
            var wakes = wakes(aFollower("first"));
            followers.endAll(null);

            assertRefused(503, "too-many-streams", new UUID(7, 4));
            assertThat(wakes).containsExactly(Wake.CHANGED);
        }
    }

    private void assertRefused(int status, String code, UUID person) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> followers.open(CASE, person, () -> {}))
                .matches(problem -> problem.status() == status && problem.code().equals(code));
    }

    private Follower aFollower(String name) {
        return followers.open(CASE, SOMEBODY, () -> cut.add(name));
    }

    /** Waits once, and tells what it was woken for. */
    private static List<Wake> wakes(Follower follower) {
        var wakes = new ArrayList<Wake>();
        follower.next().subscribe().with(wakes::add);
        return wakes;
    }
}
