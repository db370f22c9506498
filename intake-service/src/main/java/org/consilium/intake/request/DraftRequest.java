package org.consilium.intake.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.intake.cases.Content;
import org.consilium.intake.dates.Plausible;
import org.consilium.kit.work.Ids;

/** The draft as it shall be; what is left out is empty. */
record DraftRequest(
        @Size(max = 20) Set<@NotBlank @Size(max = 60) String> reasons,
        @Size(max = 60) String clinicalArea,
        @Valid SummaryEntry summary,
        @Valid FirstOpinionEntry firstOpinion,
        @Plausible LocalDate treatmentDate,
        @Size(max = 20) List<@NotNull @Valid QuestionEntry> questions,
        @Size(max = 20) Map<@Size(max = 60) String, @NotNull @Valid GateEntry> gate) {

    /** {@code unknown}: "we do not know yet", which becomes a question to the reviewer. */
    record GateEntry(@Size(max = 2000) String text, boolean unknown) {
        Content.GateAnswer toAnswer() {
            return new Content.GateAnswer(text, unknown);
        }
    }

    record SummaryEntry(
            @Size(max = 5000) String timeline,
            @Size(max = 2000) String concern,
            @Size(max = 2000) String goal) {}

    record FirstOpinionEntry(
            @Size(max = 5000) String diagnosis,
            @Size(max = 5000) String plan,
            @Size(max = 200) String organisationName,
            @Size(max = 20) List<@NotBlank @Size(max = 200) String> clinicianNames) {}

    /** {@code id} of a question that the draft had before; without one it is new. */
    record QuestionEntry(
            UUID id, @NotBlank @Size(max = 1000) String text, @Size(max = 60) String bankCode) {}

    Content toContent(Ids ids) {
        var words = summary == null ? new SummaryEntry(null, null, null) : summary;
        var first =
                firstOpinion == null
                        ? new FirstOpinionEntry(null, null, null, List.of())
                        : firstOpinion;
        return new Content(
                0,
                reasons == null ? Set.of() : reasons,
                clinicalArea,
                new Content.Summary(words.timeline(), words.concern(), words.goal()),
                new Content.FirstOpinion(
                        first.diagnosis(),
                        first.plan(),
                        first.organisationName(),
                        first.clinicianNames() == null ? List.of() : first.clinicianNames()),
                treatmentDate,
                questions == null
                        ? List.of()
                        : questions.stream().map(entry -> question(entry, ids)).toList(),
                gate == null ? Map.of() : answers());
    }

    private Map<String, Content.GateAnswer> answers() {
        return gate.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toAnswer()));
    }

    private static Content.Question question(QuestionEntry entry, Ids ids) {
        return new Content.Question(
                entry.id() == null ? ids.next() : entry.id(), entry.text(), entry.bankCode());
    }
}
