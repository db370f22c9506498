package org.consilium.review.doubleread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.assignment.Snapshots;
import org.consilium.review.desk.SecondReadingDesk;
import org.consilium.review.desk.SecondReadings;
import org.consilium.review.lifecycle.SecondReading;
import org.consilium.review.lifecycle.SecondReading.Wanted;
import org.consilium.review.lifecycle.SecondReadingCommand;
import org.consilium.review.lifecycle.SecondReadingCommand.AskSecondReader;
import org.consilium.review.lifecycle.SecondReadingCommand.ReportNoSecondReader;
import org.consilium.review.matching.Matching;
import org.consilium.review.matching.Matchings;

/**
 * Who is asked to read a second time: by the rules by which a reviewer is, of those who know
 * nothing.
 */
@ApplicationScoped
class SecondReaders {

    private final SecondReadings seconds;
    private final Snapshots snapshots;
    private final Matchings matchings;
    private final SecondReadingDesk desk;

    SecondReaders(
            SecondReadings seconds,
            Snapshots snapshots,
            Matchings matchings,
            SecondReadingDesk desk) {
        this.seconds = seconds;
        this.snapshots = snapshots;
        this.matchings = matchings;
        this.desk = desk;
    }

    /** The next one, where somebody is to be asked. */
    Uni<Void> next(SecondReading reading, UnitOfWork work) {
        return reading instanceof Wanted wanted ? ask(wanted, work) : Uni.createFrom().voidItem();
    }

    Uni<Void> ask(Wanted wanted, UnitOfWork work) {
        return seconds.everConcerned(wanted.caseId(), work)
                .map(concerned -> both(concerned, wanted.asked()))
                .chain(not -> snapshots.of(wanted.caseId(), not, work))
                .chain(seen -> matchings.keep(seen, Matching.match(seen), work))
                .chain(run -> desk.perform(wanted.caseId(), command(run.result()), work))
                .replaceWithVoid();
    }

    private static Set<UUID> both(Set<UUID> concerned, Set<UUID> asked) {
        var all = new HashSet<>(concerned);
        all.addAll(asked);
        return all;
    }

    private static SecondReadingCommand command(Matching result) {
        return result.best()
                .<SecondReadingCommand>map(AskSecondReader::new)
                .orElseGet(ReportNoSecondReader::new);
    }
}
