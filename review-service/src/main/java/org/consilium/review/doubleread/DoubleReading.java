package org.consilium.review.doubleread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.ReviewConfig;
import org.consilium.review.cases.CaseDocument;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.desk.SecondReadings;
import org.consilium.review.doubleread.DoubleReadRules.Reason;
import org.consilium.review.lifecycle.SecondReading.Wanted;

/** Decides once, with the reviewer's own reading, whether a case is read twice. */
@ApplicationScoped
public class DoubleReading {

    private final Cases cases;
    private final SecondReadings seconds;
    private final SecondReaders readers;
    private final ReviewConfig config;

    DoubleReading(Cases cases, SecondReadings seconds, SecondReaders readers, ReviewConfig config) {
        this.cases = cases;
        this.seconds = seconds;
        this.readers = readers;
        this.config = config;
    }

    public Uni<Void> begin(UUID caseId, UnitOfWork work) {
        return cases.facts(caseId, work)
                .chain(facts -> chosen(facts, work))
                .chain(
                        reason ->
                                reason.map(why -> begin(caseId, why, work))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Two readings are held against a first opinion: without one there is nothing to count. */
    private Uni<Optional<Reason>> chosen(CaseFacts facts, UnitOfWork work) {
        return cases.documents(facts.caseId(), work)
                .map(records -> records.values().stream().anyMatch(CaseDocument::firstOpinion))
                .map(
                        amongRecords ->
                                facts.submitted().opinionForm().axes().isEmpty()
                                                || !facts.hasFirstOpinion(amongRecords)
                                        ? Optional.empty()
                                        : chosen(facts));
    }

    private Optional<Reason> chosen(CaseFacts facts) {
        var doubleRead = config.doubleRead();
        return DoubleReadRules.choose(
                facts.caseId(), codes(facts), doubleRead.highStakes(), doubleRead.share());
    }

    private static Set<String> codes(CaseFacts facts) {
        var codes = new HashSet<>(facts.submitted().reasons());
        codes.add(facts.triaged().urgency().name().toLowerCase(Locale.ROOT));
        return codes;
    }

    private Uni<Void> begin(UUID caseId, Reason reason, UnitOfWork work) {
        var wanted = Wanted.begun(caseId, work.now().plus(config.doubleRead().window()));
        return seconds.begin(wanted, reason.code(), work)
                .chain(begun -> begun ? readers.ask(wanted, work) : Uni.createFrom().voidItem());
    }
}
