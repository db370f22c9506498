package org.consilium.intake.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the requester wrote. It never leaves this service in an event.
 *
 * @param revision counts the edits; the {@code ETag} of the draft
 * @param clinicalArea a code of the programme; null until chosen
 * @param gate answers to the points that a reason brings up, by the point's code
 * @param treatmentDate when the planned treatment begins; null when none is planned
 */
public record Content(
        int revision,
        Set<String> reasons,
        String clinicalArea,
        Summary summary,
        FirstOpinion firstOpinion,
        LocalDate treatmentDate,
        List<Question> questions,
        Map<String, GateAnswer> gate) {

    public Content {
        gate = gate == null ? Map.of() : Map.copyOf(gate);
    }

    public static final Content EMPTY =
            new Content(
                    0,
                    Set.of(),
                    null,
                    Summary.EMPTY,
                    FirstOpinion.EMPTY,
                    null,
                    List.of(),
                    Map.of());

    public record Summary(String timeline, String concern, String goal) {
        static final Summary EMPTY = new Summary(null, null, null);
    }

    /** What the first team said; hidden from the reviewer until their own reading is committed. */
    public record FirstOpinion(
            String diagnosis, String plan, String organisationName, List<String> clinicianNames) {
        static final FirstOpinion EMPTY = new FirstOpinion(null, null, null, List.of());

        boolean isTold() {
            return isWritten(diagnosis) || isWritten(plan);
        }

        boolean namesTeam() {
            return isWritten(organisationName) || !clinicianNames.isEmpty();
        }

        private static boolean isWritten(String text) {
            return text != null && !text.isBlank();
        }
    }

    /** {@code bankCode} is null for a question in the requester's own words. */
    public record Question(UUID id, String text, String bankCode) {}

    /** What somebody knows of a point of a gate: words, or that nobody knows yet. */
    public record GateAnswer(String text, boolean unknown) {

        public static final GateAnswer NONE = new GateAnswer(null, false);

        public boolean isGiven() {
            return unknown || (text != null && !text.isBlank());
        }
    }

    public Content asking(List<Question> others) {
        return new Content(
                revision,
                reasons,
                clinicalArea,
                summary,
                firstOpinion,
                treatmentDate,
                others,
                gate);
    }

    /** Of the questions that came from the bank, by their id. */
    public Map<UUID, String> bankCodes() {
        return questions.stream()
                .filter(question -> question.bankCode() != null)
                .collect(Collectors.toMap(Question::id, Question::bankCode));
    }

    /** Counts as an edit. */
    public Content treatedOn(LocalDate date) {
        return new Content(
                revision + 1, reasons, clinicalArea, summary, firstOpinion, date, questions, gate);
    }

    Content revised(int next) {
        return new Content(
                next, reasons, clinicalArea, summary, firstOpinion, treatmentDate, questions, gate);
    }
}
