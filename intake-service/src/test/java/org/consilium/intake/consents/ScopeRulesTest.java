package org.consilium.intake.consents;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.cases.CaseFixtures.CONSENT_UNTIL;
import static org.consilium.intake.cases.CaseFixtures.COORDINATOR;
import static org.consilium.intake.cases.CaseFixtures.DAUGHTER;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.PATIENT;
import static org.consilium.intake.cases.CaseFixtures.aDraft;
import static org.consilium.intake.cases.CaseFixtures.after;
import static org.consilium.intake.cases.CaseFixtures.consentFor;
import static org.consilium.intake.cases.CaseFixtures.fromThePatient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.consilium.intake.cases.AnyCommand;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.cases.CaseCommand.WithdrawCase;
import org.consilium.intake.cases.CaseFixtures;
import org.junit.jupiter.api.Test;

class ScopeRulesTest {

    private static final UUID UNCLE = new UUID(7, 20);
    private static final WithdrawCase WITHDRAWAL = new WithdrawCase(UNCLE, "other");
    private static final Path PAGE = Path.of("../docs/consents.md");

    @Test
    void whoever_was_only_let_in_to_read_does_not_act() {
        var current = withUncle(Set.of("read-opinion"));

        assertThat(mayWithdraw(current, UNCLE)).isFalse();
        assertThat(mayWithdraw(withUncle(Set.of("act-for-me")), UNCLE)).isTrue();
        assertThat(ScopeRules.allow(current, UNCLE, CaseFixtures.triage(), NOW)).isTrue();
    }

    @Test
    void a_consent_allows_until_it_ends() {
        var current = withUncle(Set.of("act-for-me"));

        assertThat(ScopeRules.allow(current, UNCLE, WITHDRAWAL, CONSENT_UNTIL.minusSeconds(1)))
                .isTrue();
        assertThat(ScopeRules.allow(current, UNCLE, WITHDRAWAL, CONSENT_UNTIL)).isFalse();
    }

    @Test
    void nobody_needs_one_who_is_not_there_by_one() {
        var current = withUncle(Set.of("read-opinion"));

        assertThat(mayWithdraw(current, PATIENT)).isTrue();
        assertThat(mayWithdraw(current, COORDINATOR)).isTrue();
        assertThat(mayWithdraw(current, DAUGHTER)).as("has written down none yet").isTrue();
    }

    @Test
    void the_documented_scopes_are_the_coded_ones() throws IOException {
        var page = Files.readString(PAGE);
        var before = page.substring(0, page.indexOf("<!-- scopes -->\n") + 16);
        var rest = page.substring(page.indexOf("<!-- /scopes -->"));
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, before + table() + rest);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(before + table() + rest);
    }

    private static String table() {
        return "| command | scope |\n| --- | --- |\n"
                + AnyCommand.each(aDraft()).stream()
                        .filter(command -> ScopeRules.needed(command).isPresent())
                        .map(ScopeRulesTest::row)
                        .distinct()
                        .collect(joining());
    }

    private static String row(CaseCommand command) {
        var scope = ScopeRules.needed(command).orElseThrow();
        return "| %s | `%s` |\n".formatted(command.getClass().getSimpleName(), scope);
    }

    private static boolean mayWithdraw(Case current, UUID person) {
        return ScopeRules.allow(current, person, WITHDRAWAL, NOW);
    }

    private static Case withUncle(Set<String> scopes) {
        var consent = consentFor(new UUID(7, 21), UNCLE, CONSENT_UNTIL, scopes);
        return after(aDraft(), new RecordConsent(fromThePatient(consent)));
    }
}
