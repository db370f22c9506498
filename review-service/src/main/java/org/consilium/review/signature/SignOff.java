package org.consilium.review.signature;

import static org.consilium.review.completeness.Missing.Rule.LICENCE_EXPIRED;
import static org.consilium.review.completeness.Missing.Rule.LICENCE_NOT_VALID;
import static org.consilium.review.completeness.Missing.Rule.NOT_ATTESTED;
import static org.consilium.review.completeness.Missing.Rule.NOT_INDEPENDENT;
import static org.consilium.review.completeness.Missing.Rule.OPEN_QUESTION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.review.completeness.Completeness;
import org.consilium.review.completeness.Missing;
import org.consilium.review.completeness.SummaryRules;
import org.consilium.review.lifecycle.Review;
import org.consilium.review.matching.ExclusionRule;

/** Whether this person may sign this draft today: everything that speaks against it, at once. */
final class SignOff {

    private SignOff() {}

    /** Fails with the whole list of what is missing; says nothing when nothing is. */
    static void check(
            Dossier dossier, SignatureRequest request, String letterLanguage, LocalDate day) {
        var missing = missing(dossier, request, letterLanguage, day);
        if (!missing.isEmpty()) {
            throw new Problem(
                    422,
                    "opinion-incomplete",
                    "The opinion cannot be signed yet: " + missing.size() + " thing(s) missing.",
                    missing.stream().map(SignOff::field).toList());
        }
    }

    static List<Missing> missing(
            Dossier dossier, SignatureRequest request, String letterLanguage, LocalDate day) {
        var draft = dossier.written().draft().content();
        var missing = new ArrayList<Missing>();
        missing.addAll(openQuestions(dossier.written().review()));
        missing.addAll(
                Completeness.missing(dossier.asked().wanted(dossier.written().readAxes()), draft));
        missing.addAll(SummaryRules.missing(draft, request.writtenIn(), letterLanguage));
        missing.addAll(signer(dossier, request, day));
        return List.copyOf(missing);
    }

    private static List<Missing> openQuestions(Review review) {
        return review instanceof Review.AwaitingAnswer waiting
                ? waiting.openQuestions().keySet().stream()
                        .sorted()
                        .map(question -> new Missing("questions." + question, OPEN_QUESTION))
                        .toList()
                : List.of();
    }

    private static List<Missing> signer(Dossier dossier, SignatureRequest request, LocalDate day) {
        var missing = new ArrayList<Missing>();
        if (!request.attestation()) {
            missing.add(new Missing("attestation", NOT_ATTESTED));
        }
        licence(dossier, request.licence(), day)
                .ifPresent(rule -> missing.add(new Missing("licence", rule)));
        if (ExclusionRule.isConflicted(dossier.signer().candidate(), dossier.asked().needed())) {
            missing.add(new Missing("signer", NOT_INDEPENDENT));
        }
        return missing;
    }

    private static Optional<Missing.Rule> licence(
            Dossier dossier, SignatureRequest.Licence shown, LocalDate day) {
        var jurisdiction = dossier.asked().needed().jurisdiction();
        var held =
                dossier.signer().candidate().licences().stream()
                        .filter(licence -> licence.number().equals(shown.number()))
                        .filter(licence -> licence.isFor(shown.country()))
                        .toList();
        if (held.isEmpty() || !shown.country().equals(jurisdiction)) {
            return Optional.of(LICENCE_NOT_VALID);
        }
        return held.stream().anyMatch(licence -> licence.holdsFor(jurisdiction, day))
                ? Optional.empty()
                : Optional.of(LICENCE_EXPIRED);
    }

    private static FieldProblem field(Missing missing) {
        return new FieldProblem(missing.field(), missing.rule().id(), missing.rule().words());
    }
}
