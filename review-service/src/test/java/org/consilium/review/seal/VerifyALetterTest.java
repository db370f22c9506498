package org.consilium.review.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consilium.stack.seals.Seals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code docs/verify-a-letter.md}, typed one after the other as they stand there.
 */
class VerifyALetterTest {

    private static final Path PAGE = Path.of("../docs/verify-a-letter.md");
    private static final Pattern COMMANDS = Pattern.compile("(?s)```\n(.*?)```");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final String PASSWORD = "for-tests";

    @TempDir Path folder;

    private final SealKey.Opened key = aKey();

    /** What a command said, and how it ended. */
    private record Said(int code, String words) {}

    @BeforeAll
    static void withTheirPrograms() throws IOException, InterruptedException {
        for (var program : List.of("pdfsig", "openssl", "curl")) {
            assumeTrue(
                    typed("command -v " + program, Path.of(".")).code() == 0,
                    "skipped: " + program + " is not installed (scripts/install-needs)");
        }
    }

    /** The installation's address is a folder here, in which its answer lies. */
    @BeforeEach
    void aLetterAndTheAnswerOfItsInstallation() throws IOException {
        var answer = folder.resolve("installation/api/reviews/seal");
        Files.createDirectories(answer.getParent());
        Files.writeString(answer, SealResource.pem(key.certificates().getFirst()));
        letter(Seal.sealed(SealedLetters.aPage(), key, Instant.now()));
    }

    @Test
    void each_command_says_what_the_page_promises() throws IOException, InterruptedException {
        var commands = commands();
        assertThat(commands).hasSize(4);
        for (var command : commands) {
            var said = typed(command);
            assertThat(said.code()).as(command + "\n" + said.words()).isZero();
            QUOTED.matcher(command.substring(command.indexOf('#') + 1))
                    .results()
                    .map(promised -> promised.group(1))
                    .forEach(promised -> assertThat(said.words()).contains(promised));
        }
        assertThat(typed(commands.getLast()).words()).as("no difference").isEmpty();
    }

    @Test
    void a_letter_that_was_changed_is_told_from_it() throws IOException, InterruptedException {
        var changed = Files.readAllBytes(folder.resolve("second-opinion.pdf"));
        changed[SealedLetters.aPage().length / 2] ^= 1;
        letter(changed);
        assertThat(typed("pdfsig second-opinion.pdf").words())
                .contains("Digest Mismatch")
                .doesNotContain("Signature is Valid");
    }

    @Test
    void a_letter_whose_certificate_ended_since_is_still_told_to_be_whole()
            throws IOException, InterruptedException {
        var sealedAt = Instant.now().minus(Duration.ofDays(2));
        var ended = SealKey.open(Seals.thatRanOut(PASSWORD), PASSWORD, sealedAt);
        letter(Seal.sealed(SealedLetters.aPage(), ended, sealedAt));
        assertThat(typed("pdfsig second-opinion.pdf").words())
                .contains("Signature is Valid.", "Certificate has Expired");
    }

    @Test
    void a_letter_that_somebody_else_sealed_differs_in_the_last_line()
            throws IOException, InterruptedException {
        letter(Seal.sealed(SealedLetters.aPage(), aKey(), Instant.now()));
        for (var command : commands().subList(0, 3)) {
            typed(command);
        }
        var last = typed(commands().getLast());
        assertThat(last.code()).isEqualTo(1);
        assertThat(last.words()).contains("< ", "> ");
    }

    private static SealKey.Opened aKey() {
        var keystore = Seals.made(PASSWORD);
        return SealKey.open(keystore, PASSWORD, Instant.now());
    }

    /** As they stand there, with the folder for the address. */
    private static List<String> commands() throws IOException {
        return COMMANDS.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .flatMap(String::lines)
                .map(line -> line.replace("https://…", "-s file://$PWD/installation"))
                .toList();
    }

    private void letter(byte[] pdf) throws IOException {
        Files.write(folder.resolve("second-opinion.pdf"), pdf);
    }

    private Said typed(String command) throws IOException, InterruptedException {
        return typed(command, folder);
    }

    private static Said typed(String command, Path folder)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("bash", "-o", "pipefail", "-c", command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        var words = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), words);
    }
}
