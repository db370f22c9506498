package org.consilium.intake.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the requester wrote. It never leaves this service in an event.
 *
 * @param revision counts the edits; the {@code ETag} of the draft
 * @param clinicalArea a code of the programme; null until chosen
 * @param treatmentDate when the planned treatment begins; null when none is planned
 */
public record Content(
        int revision,
        Set<String> reasons,
        String clinicalArea,
        Summary summary,
        FirstOpinion firstOpinion,
        LocalDate treatmentDate,
        List<Question> questions) {

    public static final Content EMPTY =
            new Content(0, Set.of(), null, Summary.EMPTY, FirstOpinion.EMPTY, null, List.of());

    public record Summary(String timeline, String concern, String goal) {
        static final Summary EMPTY = new Summary(null, null, null);
    }

    /** What the first team said; hidden from the reviewer until their own reading is committed. */
    public record FirstOpinion(
            String diagnosis, String plan, String organisationName, List<String> clinicianNames) {
        static final FirstOpinion EMPTY = new FirstOpinion(null, null, null, List.of());
    }

    /** {@code bankCode} is null for a question in the requester's own words. */
    public record Question(UUID id, String text, String bankCode) {}

    /** Counts as an edit. */
    public Content treatedOn(LocalDate date) {
        return new Content(
                revision + 1, reasons, clinicalArea, summary, firstOpinion, date, questions);
    }

    Content revised(int next) {
        return new Content(
                next, reasons, clinicalArea, summary, firstOpinion, treatmentDate, questions);
    }
}
