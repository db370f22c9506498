package org.consilium.review.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/letter-seal}, which whoever runs an installation types. */
class LetterSealTest {

    private static final String PASSWORD = "with \"quotes\", a $sign and  spaces";

    @TempDir Path folder;

    private record Said(int code, String words) {}

    @BeforeAll
    static void withItsProgram() throws IOException, InterruptedException {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v openssl").start().waitFor() == 0,
                "skipped: openssl is not installed");
    }

    @Test
    void makes_a_seal_that_the_service_opens_with_the_password_of_a_file() throws Exception {
        var file = Files.writeString(folder.resolve("password"), PASSWORD);
        var made = typed("", file.toString());
        assertThat(SealKey.open(made.words(), PASSWORD, Instant.now()).owner())
                .isEqualTo("Consilium");
    }

    @Test
    void makes_one_with_the_password_of_its_standard_input() throws Exception {
        var made = typed(PASSWORD + "\n");
        assertThat(SealKey.open(made.words(), PASSWORD, Instant.now()).certificates()).hasSize(1);
    }

    @Test
    void takes_no_password_on_its_command_line_and_does_not_repeat_it() throws Exception {
        var said = typed("", PASSWORD);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.words()).contains("no such file").doesNotContain(PASSWORD);
    }

    @Test
    void makes_none_without_a_password() throws Exception {
        assertThat(typed("\n").words()).contains("the password is empty");
        assertThat(typed("").code()).isEqualTo(2);
    }

    private static Said typed(String input, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("../deploy/letter-seal"));
        command.addAll(Arrays.asList(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.outputWriter(UTF_8)) {
            in.write(input);
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), said);
    }
}
