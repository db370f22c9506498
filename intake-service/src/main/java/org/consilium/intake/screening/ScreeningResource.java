package org.consilium.intake.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.intake.programme.Programme;
import org.consilium.intake.programme.Programme.Redirection;
import org.consilium.intake.programme.Programme.Reply;
import org.consilium.intake.programme.Programmes;
import org.consilium.intake.words.Languages;
import org.consilium.intake.words.Texts;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Problem;
import org.consilium.kit.web.Problem.FieldProblem;
import org.consilium.kit.work.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The safety questions, asked before there is a case: an emergency never becomes one. */
@Path("/api/screenings")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ScreeningResource {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Programmes programmes;
    private final Screenings screenings;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;

    ScreeningResource(
            Programmes programmes,
            Screenings screenings,
            Idempotency idempotency,
            Caller caller,
            Ids ids) {
        this.programmes = programmes;
        this.screenings = screenings;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
    }

    /**
     * The answers to all of the programme's safety questions.
     *
     * @param country where the patient is now, so that the number to call is theirs
     */
    record Answers(
            @NotNull @Size(max = 60) String programme,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
            @NotNull @Size(max = 30) Map<@Size(max = 60) String, @NotNull Reply> answers) {}

    /**
     * {@code outcome} is {@code proceed} or {@code redirect}; a redirection has its code and words,
     * and in an emergency the number to call.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            UUID screeningId,
            String outcome,
            Instant freshUntil,
            String code,
            String text,
            String emergencyNumber) {}

    @POST
    @Guarded("screen")
    @Cancellable(false)
    @Operation(summary = "Answer the safety questions: proceed, or where to turn now")
    public Uni<Response> screen(@NotNull @Valid Answers body, @Context HttpHeaders headers) {
        var programme = programmes.current(body.programme()).orElseThrow(this::unknownProgramme);
        requireCountry(body.country());
        requireAll(programme, body.answers());
        var redirection = Screening.redirection(programme, body.answers());
        var language = Languages.of(headers, Texts.LANGUAGES, "en");
        var row = row(programme, body.country(), redirection);
        return idempotency.once(
                body,
                work -> {
                    row.screenedAt = work.now();
                    var outcome = outcome(row, programme, body.country(), redirection, language);
                    return screenings.add(row, work).replaceWith(Answer.created(null, outcome));
                });
    }

    private ScreeningRow row(
            Programme programme, String country, Optional<Redirection> redirection) {
        var row = new ScreeningRow();
        row.screeningId = ids.next();
        row.person = caller.subject();
        row.programme = programme.id();
        row.programmeVersion = programme.version();
        row.country = country;
        row.outcome = redirection.map(Redirection::code).orElse(Programme.PROCEED);
        return row;
    }

    private Outcome outcome(
            ScreeningRow row,
            Programme programme,
            String country,
            Optional<Redirection> redirection,
            String language) {
        return redirection
                .map(
                        to ->
                                new Outcome(
                                        row.screeningId,
                                        "redirect",
                                        null,
                                        to.code(),
                                        to.text().get(language),
                                        to.emergency()
                                                ? programme.screening().emergencyNumber(country)
                                                : null))
                .orElseGet(
                        () ->
                                new Outcome(
                                        row.screeningId,
                                        Programme.PROCEED,
                                        screenings.freshUntil(row.screenedAt),
                                        null,
                                        null,
                                        null));
    }

    private static void requireAll(Programme programme, Map<String, Reply> answers) {
        var faults =
                Screening.unmatched(programme, answers).stream()
                        .map(
                                code ->
                                        new FieldProblem(
                                                "answers." + code,
                                                "one-answer-per-question",
                                                "YES, NO or UNSURE to each of the programme's questions"))
                        .toList();
        if (!faults.isEmpty()) {
            throw new Problem(400, "malformed", "The request breaks a rule.", faults);
        }
    }

    /** A mistyped one would name the wrong number to call. */
    private static void requireCountry(String country) {
        if (!COUNTRIES.contains(country)) {
            throw Problem.malformed("country", "iso-3166-1", "is no country's code");
        }
    }

    private Problem unknownProgramme() {
        return Problem.malformed("programme", "known-programme", "is none of GET /api/programmes");
    }
}
