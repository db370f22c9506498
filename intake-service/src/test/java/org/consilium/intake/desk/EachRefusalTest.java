package org.consilium.intake.desk;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;
import static org.consilium.intake.cases.CaseFixtures.CONSENT;
import static org.consilium.intake.cases.CaseFixtures.COORDINATOR;
import static org.consilium.intake.cases.CaseFixtures.DAUGHTER;
import static org.consilium.intake.cases.CaseFixtures.NOW;
import static org.consilium.intake.cases.CaseFixtures.QUESTION;
import static org.consilium.intake.cases.CaseFixtures.QUOTED;
import static org.consilium.intake.cases.CaseFixtures.TODAY;
import static org.consilium.intake.cases.CaseFixtures.aCaseBeingAmended;
import static org.consilium.intake.cases.CaseFixtures.aCaseInFollowUp;
import static org.consilium.intake.cases.CaseFixtures.aCaseInReview;
import static org.consilium.intake.cases.CaseFixtures.aCaseOfAPriceOnRequest;
import static org.consilium.intake.cases.CaseFixtures.aCaseWhoseReviewStaffEnded;
import static org.consilium.intake.cases.CaseFixtures.aCompleteDraft;
import static org.consilium.intake.cases.CaseFixtures.aDraft;
import static org.consilium.intake.cases.CaseFixtures.aReadyCase;
import static org.consilium.intake.cases.CaseFixtures.after;
import static org.consilium.intake.cases.CaseFixtures.consent;
import static org.consilium.intake.cases.CaseFixtures.consentFor;
import static org.consilium.intake.cases.CaseFixtures.content;
import static org.consilium.intake.cases.CaseFixtures.expedited;
import static org.consilium.intake.cases.CaseFixtures.opening;
import static org.consilium.intake.cases.CaseFixtures.submission;
import static org.consilium.intake.cases.CaseFixtures.submissionOf;
import static org.consilium.intake.cases.CaseFixtures.withService;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseCommand;
import org.consilium.intake.cases.CaseCommand.AgreeToPrice;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.DeclineCase;
import org.consilium.intake.cases.CaseCommand.EditDraft;
import org.consilium.intake.cases.CaseCommand.HearInformationGiven;
import org.consilium.intake.cases.CaseCommand.QuotePrice;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.CaseCommand.StartTriage;
import org.consilium.intake.cases.CaseFixtures;
import org.consilium.intake.cases.CaseLifecycle;
import org.consilium.intake.cases.Consent;
import org.consilium.intake.cases.Content.Question;
import org.consilium.intake.cases.Decision;
import org.consilium.intake.cases.Decision.Refused;
import org.consilium.intake.cases.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No refusal that nothing leads to: each code is provoked here or by a test that names it. */
class EachRefusalTest {

    private static final Map<Refusal, Supplier<Decision>> BY_THE_RULES =
            Map.ofEntries(
                    entry(
                            Refusal.NOT_ALLOWED_IN_THIS_STATE,
                            () -> said(aDraft(), new StartTriage(COORDINATOR))),
                    entry(
                            Refusal.DRAFT_WAS_CHANGED,
                            () -> said(aDraft(), new EditDraft(content(null), 7))),
                    entry(
                            Refusal.NOT_OF_THIS_PROGRAMME,
                            () -> said(aReadyCase(), new DeclineCase(COORDINATOR, "no-mood"))),
                    entry(
                            Refusal.REQUESTER_NOT_SERVED,
                            () -> CaseLifecycle.open(opening(Relation.CONTRIBUTOR, "PK"))),
                    entry(
                            Refusal.CONSENT_TEXT_NOT_CURRENT,
                            () -> said(aDraft(), new RecordConsent(ofAnotherWording()))),
                    entry(
                            Refusal.NO_SUCH_CONSENT,
                            () -> said(aDraft(), new RevokeConsent(CONSENT, DAUGHTER, true, NOW))),
                    entry(
                            Refusal.CONSENT_IS_THE_PATIENTS,
                            () -> said(aCompleteDraft(), new RecordConsent(forAnUncle()))),
                    entry(Refusal.SUBMISSION_INCOMPLETE, () -> said(aDraft(), submission())),
                    entry(
                            Refusal.QUESTIONS_COULD_BE_BETTER,
                            () -> said(asking("Cancer?"), submission())),
                    entry(Refusal.DELAY_NOT_ACKNOWLEDGED, () -> said(dueIn(4), expedited())),
                    entry(Refusal.EXPEDITED_NEEDED, () -> said(dueIn(4), submission())),
                    entry(Refusal.TOO_LATE_FOR_TURNAROUND, () -> said(dueIn(3), submission())),
                    entry(
                            Refusal.EXPEDITED_NOT_OFFERED,
                            () ->
                                    said(
                                            withService("lab-results-explained", aCompleteDraft()),
                                            expedited())),
                    entry(
                            Refusal.PRICE_NOT_AS_SHOWN,
                            () -> said(aCompleteDraft(), submissionOf(null, NOW))),
                    entry(
                            Refusal.PRICE_NOT_AGREED,
                            () -> said(aCaseOfAPriceOnRequest(), CaseFixtures.triage())),
                    entry(
                            Refusal.PRICE_NOT_QUOTED,
                            () ->
                                    said(
                                            aCaseOfAPriceOnRequest(),
                                            new AgreeToPrice(DAUGHTER, QUOTED, NOW))),
                    entry(
                            Refusal.PRICE_ALREADY_AGREED,
                            () ->
                                    said(
                                            CaseFixtures.aCaseInTriage(),
                                            new QuotePrice(QUESTION, COORDINATOR, QUOTED, NOW))),
                    entry(
                            Refusal.FOLLOW_UP_OPEN,
                            () -> said(aCaseInFollowUp(), new CloseCase("answered"))),
                    entry(
                            Refusal.REVIEWER_AT_WORK,
                            () -> said(aCaseBeingAmended(), new CloseCase("answered"))),
                    entry(
                            Refusal.PATIENT_SIDE_STILL_THERE,
                            () -> said(aReadyCase(), new CloseCase("answered"))),
                    entry(
                            Refusal.REASON_NOT_FOR_THIS_STATE,
                            () -> said(aCaseWhoseReviewStaffEnded(), new CloseCase("answered"))),
                    entry(
                            Refusal.PATIENT_HAS_DIED,
                            () ->
                                    said(
                                            after(aCaseInFollowUp(), new CloseCase(PATIENT_DIED)),
                                            CaseFixtures.followOn())),
                    entry(
                            Refusal.ALREADY_KNOWN,
                            () -> said(aCaseInReview(), new HearInformationGiven(QUESTION))));

    @ParameterizedTest
    @MethodSource("refusals")
    void the_rules_refuse_so(Refusal refusal) {
        assertThat(BY_THE_RULES.get(refusal).get())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(refusal));
    }

    static Iterable<Refusal> refusals() {
        return BY_THE_RULES.keySet();
    }

    /** What is refused at an edge, or with the consent at the desk, some other test asserts. */
    @Test
    void every_other_code_is_provoked_by_a_test_that_names_it() throws IOException {
        var others = new TreeSet<>(RefusalTextsTest.codes());
        BY_THE_RULES.keySet().forEach(refusal -> others.remove(Refusals.code(refusal)));
        var tests = otherTests();

        assertThat(others).contains("not-in-the-consent", "screening-not-fresh", "own-break");
        assertThat(others).allSatisfy(code -> assertThat(tests).containsPattern(asserted(code)));
    }

    /** As the end of a problem's type, as a code, or as the constant of another lifecycle. */
    private static String asserted(String code) {
        var constant = code.toUpperCase(Locale.ROOT).replace('-', '_');
        return "[\":]" + code + "\"|Refusal\\." + constant + "\\b";
    }

    private static String otherTests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().matches(".*(IT|Test)\\.java"))
                    .filter(file -> !file.toString().contains("Refusal"))
                    .map(EachRefusalTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Decision said(Case at, CaseCommand command) {
        return CaseLifecycle.decide(at, command);
    }

    private static Case dueIn(int days) {
        return after(aCompleteDraft(), new EditDraft(content(TODAY.plusDays(days)), 1));
    }

    private static Case asking(String question) {
        var one = List.of(new Question(QUESTION, question, null));
        return after(aCompleteDraft(), new EditDraft(content(null).asking(one), 1));
    }

    private static Consent forAnUncle() {
        return consentFor(new UUID(8, 1), new UUID(8, 2), null);
    }

    private static Consent ofAnotherWording() {
        var current = consent();
        return new Consent(
                current.id(),
                current.person(),
                current.relation(),
                current.recordedBy(),
                current.text(),
                current.textVersion() + 1,
                current.language(),
                current.purpose(),
                current.given(),
                current.scopes(),
                current.recordedAt(),
                current.until(),
                current.revokedAt());
    }
}
