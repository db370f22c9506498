package org.consilium.intake.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseState.Declined;
import org.consilium.intake.cases.CaseState.Redirected;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.AdviceRoute;
import org.consilium.intake.programme.Programme.Labelled;
import org.consilium.intake.programme.Programme.TurnedAway;

/**
 * Why a case ended, in words, and for a case that was not taken on what can be done instead.
 *
 * @param state {@code code} and words are left out as long as it has not ended
 * @param emergencyNumber where the patient is; only when the advice is to call it
 * @param routes places to turn to in the patient's country
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndingView(
        UUID caseId,
        String state,
        String code,
        String text,
        String advice,
        String emergencyNumber,
        List<Route> routes) {

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
                        .toList());
    }

    private static EndingView ended(Case seen, String language) {
        var code = CaseFacts.of(seen.state()).endReason();
        var programme = seen.programme();
        var text =
                Stream.of(programme.withdrawalReasons(), programme.closingReasons())
                        .flatMap(List::stream)
                        .filter(reason -> reason.code().equals(code))
                        .map(Labelled::label)
                        .map(label -> label.getOrDefault(language, label.get("en")))
                        .findFirst();
        return new EndingView(
                seen.id(), seen.state().code(), code, text.orElse(null), null, null, null);
    }

    private static Optional<TurnedAway> turnedAway(Case seen) {
        var programme = seen.programme();
        return switch (seen.state()) {
            case Declined(var code) -> Programme.turnedAway(programme.declineReasons(), code);
            case Redirected(var code) -> Programme.turnedAway(programme.redirectionReasons(), code);
            default -> Optional.empty();
        };
    }
}
