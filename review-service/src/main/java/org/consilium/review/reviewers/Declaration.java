package org.consilium.review.reviewers;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consilium.kit.web.Problem;
import org.consilium.kit.words.Code;
import org.consilium.review.matching.Candidate;

/**
 * What a reviewer says themselves: when they are away, and to whom they are tied. A tie is a code
 * and an id, never a story.
 */
public record Declaration(
        @NotNull @Size(max = 100) List<@NotNull @Valid Absence> absences,
        @NotNull @Size(max = 200) List<@NotNull @Valid Tie> ties) {

    /** Both days included. */
    public record Absence(@NotNull LocalDate from, @NotNull LocalDate until) {}

    /** To an organisation or to a clinician of the directory: one of the two. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tie(@NotNull Kind kind, UUID organisation, UUID clinician) {}

    /** Why somebody would not be independent of them. */
    public enum Kind {
        SAME_MDT,
        CO_AUTHOR,
        FINANCIAL,
        FAMILY;

        @JsonValue
        public String code() {
            return Code.of(this);
        }
    }

    static Declaration nothing() {
        return new Declaration(List.of(), List.of());
    }

    /** What the shape alone cannot say; who is named must be in the directory besides. */
    void check() {
        for (int i = 0; i < absences.size(); i++) {
            if (absences.get(i).until().isBefore(absences.get(i).from())) {
                throw Problem.malformed(
                        "absences[" + i + "].until", "not-before-from", "is before the first day");
            }
        }
        for (int i = 0; i < ties.size(); i++) {
            if ((ties.get(i).organisation() == null) == (ties.get(i).clinician() == null)) {
                throw Problem.malformed(
                        "ties[" + i + "]", "one-of", "names an organisation or a clinician");
            }
        }
    }

    Set<UUID> organisations() {
        return named(Tie::organisation);
    }

    Set<UUID> clinicians() {
        return named(Tie::clinician);
    }

    private Set<UUID> named(Function<Tie, UUID> one) {
        return ties.stream().map(one).filter(Objects::nonNull).collect(toUnmodifiableSet());
    }

    Candidate.Declared seenByMatching() {
        return new Candidate.Declared(
                absences.stream()
                        .map(absence -> new Candidate.Absence(absence.from(), absence.until()))
                        .toList(),
                Stream.concat(organisations().stream(), clinicians().stream())
                        .collect(toUnmodifiableSet()));
    }
}
