package org.consilium.documents.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Test;

class WritersTest {

    private final Writers writers =
            new Writers(
                    new SmallRyeConfigBuilder()
                            .withMapping(UploadConfig.class)
                            .withDefaultValue("consilium.uploads.expiry", "PT24H")
                            .withDefaultValue("consilium.uploads.window", "PT30S")
                            .withDefaultValue("consilium.uploads.at-once", "2")
                            .withDefaultValue("consilium.uploads.at-once-per-person", "1")
                            .build()
                            .getConfigMapping(UploadConfig.class));

    private final List<UniEmitter<? super String>> writing = new ArrayList<>();

    @Test
    void one_person_has_so_many_places_and_all_together_so_many_and_each_comes_back() {
        var first = new UUID(0, 1);
        begin(first);
        refused(first, 429, "too-many-at-once");
        begin(new UUID(0, 2));
        refused(new UUID(0, 3), 503, "too-many-uploads");

        writing.getFirst().complete("written");
        begin(new UUID(0, 3));
        assertThat(writing).hasSize(3);
    }

    private void begin(UUID person) {
        writers.one(person, () -> Uni.createFrom().<String>emitter(writing::add))
                .subscribe()
                .with(written -> {});
    }

    private void refused(UUID person, int status, String code) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> begin(person))
                .satisfies(
                        problem -> {
                            assertThat(problem.status()).isEqualTo(status);
                            assertThat(problem.code()).isEqualTo(code);
                        });
    }
}
