package org.consilium.intake.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.intake.cases.CaseCommand.AcknowledgeBoundaries;
import org.consilium.intake.cases.CaseCommand.AgreeToPrice;
import org.consilium.intake.cases.CaseCommand.CloseCase;
import org.consilium.intake.cases.CaseCommand.DeclineCase;
import org.consilium.intake.cases.CaseCommand.EditDraft;
import org.consilium.intake.cases.CaseCommand.EndFollowUp;
import org.consilium.intake.cases.CaseCommand.ExpireConsent;
import org.consilium.intake.cases.CaseCommand.ExpireDraft;
import org.consilium.intake.cases.CaseCommand.HearAmendmentBegun;
import org.consilium.intake.cases.CaseCommand.HearAmendmentEnded;
import org.consilium.intake.cases.CaseCommand.HearAssignmentEnded;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAnswered;
import org.consilium.intake.cases.CaseCommand.HearFollowUpAsked;
import org.consilium.intake.cases.CaseCommand.HearInformationGiven;
import org.consilium.intake.cases.CaseCommand.HearInformationRequested;
import org.consilium.intake.cases.CaseCommand.HearNobodyFound;
import org.consilium.intake.cases.CaseCommand.HearOfferAccepted;
import org.consilium.intake.cases.CaseCommand.HearOfferGone;
import org.consilium.intake.cases.CaseCommand.HearOffered;
import org.consilium.intake.cases.CaseCommand.HearOpinionAmended;
import org.consilium.intake.cases.CaseCommand.HearOpinionReleased;
import org.consilium.intake.cases.CaseCommand.HearOpinionReturned;
import org.consilium.intake.cases.CaseCommand.HearOpinionSigned;
import org.consilium.intake.cases.CaseCommand.HearQualityReviewRequested;
import org.consilium.intake.cases.CaseCommand.HearReadingCommitted;
import org.consilium.intake.cases.CaseCommand.HearReviewEnded;
import org.consilium.intake.cases.CaseCommand.JudgeDelay;
import org.consilium.intake.cases.CaseCommand.MoveTreatmentDate;
import org.consilium.intake.cases.CaseCommand.QuotePrice;
import org.consilium.intake.cases.CaseCommand.RecordConsent;
import org.consilium.intake.cases.CaseCommand.RedirectCase;
import org.consilium.intake.cases.CaseCommand.RevokeConsent;
import org.consilium.intake.cases.CaseCommand.StartTriage;
import org.consilium.intake.cases.CaseCommand.WithdrawCase;
import org.consilium.intake.cases.Decision.Moved;

/** The whole machine as text: what is not in it is refused. */
final class LifecycleTable {

    private static final String BEGIN = "<!-- lifecycle:case -->\n";
    private static final String END = "<!-- /lifecycle:case -->";
    private static final Path DOCS = Path.of("../docs/lifecycle.md");

    private LifecycleTable() {}

    static String ofTheCode() {
        var table =
                new StringBuilder(
                        "| the case is | and somebody may | then it is | which is told as |\n");
        table.append("| --- | --- | --- | --- |\n");
        CaseFixtures.everyState().forEach((state, at) -> table.append(rows(state, at)));
        return table.toString();
    }

    static String ofTheDocs() {
        var text = docs();
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    static void rewriteDocs() {
        var text = docs();
        var before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        try {
            Files.writeString(DOCS, before + ofTheCode() + text.substring(text.indexOf(END)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String docs() {
        try {
            return Files.readString(DOCS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows(String state, Case at) {
        var rows = new StringBuilder();
        commands(at)
                .forEach(
                        (name, command) -> {
                            if (CaseLifecycle.decide(at, command) instanceof Moved moved) {
                                rows.append(row(state, name, moved));
                            }
                        });
        return rows.toString();
    }

    private static String row(String state, String command, Moved moved) {
        var told =
                moved.because().stream()
                        .map(event -> event.getClass().getSimpleName())
                        .collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s |\n".formatted(state, command, moved.to().state().code(), told);
    }

    static Map<String, CaseCommand> commands(Case at) {
        var all = new LinkedHashMap<String, CaseCommand>();
        var revision = at.content().revision();
        all.put("MoveTreatmentDate: time enough", moved(at, 60));
        all.put("MoveTreatmentDate: too soon", moved(at, 1));
        all.put("JudgeDelay: time enough", new JudgeDelay(CaseFixtures.NOW));
        all.put("EditDraft", new EditDraft(CaseFixtures.content(null), revision));
        all.put("AcknowledgeBoundaries", new AcknowledgeBoundaries(CaseFixtures.boundaries()));
        all.put(
                "RecordConsent",
                new RecordConsent(CaseFixtures.fromThePatient(CaseFixtures.consent())));
        all.put(
                "RevokeConsent",
                new RevokeConsent(
                        CaseFixtures.CONSENT, CaseFixtures.PATIENT, true, CaseFixtures.NOW));
        all.put(
                "ExpireConsent",
                new ExpireConsent(CaseFixtures.CONSENT, CaseFixtures.CONSENT_UNTIL));
        all.put("SubmitCase", CaseFixtures.submission());
        all.put("StartTriage", new StartTriage(CaseFixtures.COORDINATOR));
        all.put("TriageCase", CaseFixtures.triage());
        all.put("TriageCase: set right", CaseFixtures.triageSetRight());
        priced(all);
        all.put("DeclineCase", new DeclineCase(CaseFixtures.COORDINATOR, "outside-our-fields"));
        all.put("RedirectCase", new RedirectCase(CaseFixtures.COORDINATOR, "medically-unstable"));
        all.put("WithdrawCase", new WithdrawCase(CaseFixtures.DAUGHTER, "no-longer-needed"));
        all.put("CloseCase", new CloseCase("answered"));
        all.put("CloseCase: without an opinion", new CloseCase("no-reply"));
        all.put("CloseCase: after a death", new CloseCase(IntakeEvent.PATIENT_DIED));
        all.put("OpenFollowOn", CaseFixtures.followOn());
        all.put("ExpireDraft", new ExpireDraft());
        all.put("EndFollowUp", new EndFollowUp());
        heard(all);
        return all;
    }

    private static void priced(Map<String, CaseCommand> all) {
        all.put(
                "QuotePrice",
                new QuotePrice(
                        CaseFixtures.QUOTE,
                        CaseFixtures.COORDINATOR,
                        CaseFixtures.QUOTED,
                        CaseFixtures.NOW));
        all.put(
                "AgreeToPrice",
                new AgreeToPrice(CaseFixtures.DAUGHTER, CaseFixtures.QUOTED, CaseFixtures.NOW));
    }

    private static void heard(Map<String, CaseCommand> all) {
        var until = CaseFixtures.FOLLOW_UP_UNTIL;
        all.put("HearRecordsAssessed: missing", CaseFixtures.recordsMissing());
        all.put("HearRecordsAssessed: complete", CaseFixtures.recordsComplete());
        all.put("HearOffered", new HearOffered(CaseFixtures.OFFER));
        all.put("HearOfferGone", new HearOfferGone(CaseFixtures.OFFER));
        all.put("HearNobodyFound", new HearNobodyFound());
        all.put("HearOfferAccepted", new HearOfferAccepted(CaseFixtures.REVIEWER, until));
        all.put("HearAssignmentEnded", new HearAssignmentEnded());
        all.put("HearReviewEnded", new HearReviewEnded("patient-not-reachable", CaseFixtures.LEAD));
        all.put("HearReadingCommitted", new HearReadingCommitted());
        all.put(
                "HearInformationRequested",
                new HearInformationRequested(CaseFixtures.BACK_QUESTION, Addressee.REQUESTER));
        all.put("HearInformationGiven", new HearInformationGiven(CaseFixtures.BACK_QUESTION));
        all.put("HearQualityReviewRequested", new HearQualityReviewRequested());
        all.put("HearOpinionReturned", new HearOpinionReturned());
        all.put("HearOpinionSigned", new HearOpinionSigned());
        all.put("HearOpinionReleased", new HearOpinionReleased(until));
        all.put("HearOpinionAmended", new HearOpinionAmended(until.plusSeconds(60)));
        all.put("HearAmendmentBegun", new HearAmendmentBegun());
        all.put("HearAmendmentEnded: in time", new HearAmendmentEnded(until.minusSeconds(1)));
        all.put("HearAmendmentEnded: after the window", new HearAmendmentEnded(until));
        all.put("HearFollowUpAsked", new HearFollowUpAsked(CaseFixtures.FOLLOW_UP));
        all.put("HearFollowUpAnswered: in time", answered(until.minusSeconds(1)));
        all.put("HearFollowUpAnswered: after the window", answered(until));
    }

    private static MoveTreatmentDate moved(Case at, int days) {
        return new MoveTreatmentDate(
                CaseFixtures.DAUGHTER,
                CaseFixtures.TODAY.plusDays(days),
                at.content().revision(),
                CaseFixtures.NOW);
    }

    private static HearFollowUpAnswered answered(Instant at) {
        return new HearFollowUpAnswered(CaseFixtures.FOLLOW_UP, at);
    }

    /** So that no command is forgotten here. */
    static Set<Class<?>> commandTypes() {
        return commands(CaseFixtures.aDraft()).values().stream()
                .map(Object::getClass)
                .collect(Collectors.toSet());
    }
}
