package org.consilium.intake.request;

import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Closed;
import org.consilium.intake.cases.CaseState.Declined;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Expired;
import org.consilium.intake.cases.CaseState.Redirected;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.CaseState.Withdrawn;
import org.consilium.intake.programme.ClosingReason;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.AdviceRoute;
import org.consilium.intake.programme.Programme.Labelled;
import org.consilium.intake.programme.Programme.TurnedAway;
import org.consilium.intake.words.Texts;

/**
 * Why a case ended, in words, and for a case that was not taken on what can be done instead. After
 * a death the words are others, and nothing is advised.
 *
 * @param state {@code code} and words are left out as long as it has not ended
 * @param emergencyNumber where the patient is; only when the advice is to call it
 * @param routes places to turn to in the patient's country
 * @param deathRecorded the patient has died; absent as long as nobody said so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndingView(
        UUID caseId,
        String state,
        String code,
        String text,
        String advice,
        String emergencyNumber,
        List<Route> routes,
        Boolean deathRecorded) {

    /** What is said where a programme's label would be cold. */
    private static final Texts SYMPATHY = new Texts("endings");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Route(String code, String label, String text, String url, boolean complaints) {
        static Route of(AdviceRoute route, String language) {
            return new Route(
                    route.code(),
                    route.label().get(language),
                    route.text().get(language),
                    route.url(),
                    route.complaints());
        }
    }

    static EndingView of(Case seen, String language, LocalDate today) {
        return turnedAway(seen)
                .filter(reason -> !seen.isPatientDead())
                .map(reason -> turnedAway(seen, reason, language, today))
                .orElseGet(() -> ended(seen, language));
    }

    private static EndingView turnedAway(
            Case seen, TurnedAway reason, String language, LocalDate today) {
        var country = seen.patient().country();
        var number = seen.programme().screening().emergencyNumber(country);
        return new EndingView(
                seen.id(),
                seen.state().code(),
                reason.code(),
                reason.label().get(language),
                reason.advice().get(language),
                reason.emergency() ? number : null,
                seen.programme().adviceRoutes().stream()
                        .filter(route -> route.country().equals(country))
                        .filter(route -> !LocalDate.parse(route.validFrom()).isAfter(today))
                        .map(route -> Route.of(route, language))
                        .toList(),
                null);
    }

    private static EndingView ended(Case seen, String language) {
        var code = CaseFacts.of(seen.state()).endReason();
        var text =
                seen.isPatientDead() ? SYMPATHY.text(PATIENT_DIED, language) : text(seen, language);
        var died = seen.isPatientDead() ? Boolean.TRUE : null;
        return new EndingView(seen.id(), seen.state().code(), code, text, null, null, null, died);
    }

    /** As it was chosen; null for what the programme has no words for. */
    private static String text(Case seen, String language) {
        var programme = seen.programme();
        return switch (seen.state()) {
            case Withdrawn(var code) -> label(programme.withdrawalReasons(), code, language);
            case Closed(var code) ->
                    label(
                            programme.closingReasons().stream()
                                    .map(ClosingReason::labelled)
                                    .toList(),
                            code,
                            language);
            case Draft _, BeforeReview _, UnderReview _, AfterRelease _ -> null;
            case Declined _, Redirected _, Expired _ -> null;
        };
    }

    private static String label(List<Labelled> reasons, String code, String language) {
        return reasons.stream()
                .filter(reason -> reason.code().equals(code))
                .map(Labelled::label)
                .map(label -> label.getOrDefault(language, label.get("en")))
                .findFirst()
                .orElse(null);
    }

    private static Optional<TurnedAway> turnedAway(Case seen) {
        var programme = seen.programme();
        return switch (seen.state()) {
            case Declined(var code) -> Programme.turnedAway(programme.declineReasons(), code);
            case Redirected(var code) -> Programme.turnedAway(programme.redirectionReasons(), code);
            case Draft _, BeforeReview _, UnderReview _, AfterRelease _ -> Optional.empty();
            case Withdrawn _, Closed _, Expired _ -> Optional.empty();
        };
    }
}
