package org.consilium.review.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.cases.CaseDocument;
import org.consilium.review.cases.CaseFacts;
import org.consilium.review.cases.Cases;
import org.consilium.review.desk.ReviewDesk;
import org.consilium.review.directory.Directory;
import org.consilium.review.lifecycle.ReviewCommand.ReportFirstTeamUnknown;

/** A first team that stands in no directory: nobody's independence of it can be computed. */
@ApplicationScoped
class FirstTeam {

    private final Cases cases;
    private final Directory directory;
    private final ReviewDesk desk;

    FirstTeam(Cases cases, Directory directory, ReviewDesk desk) {
        this.cases = cases;
        this.directory = directory;
        this.desk = desk;
    }

    /** Before anybody is asked: whoever looks into it has the time of the offer. */
    Uni<Void> tellIfUnknown(CaseFacts known, UnitOfWork work) {
        return cases.documents(known.caseId(), work)
                .map(records -> records.values().stream().anyMatch(CaseDocument::firstOpinion))
                .chain(amongRecords -> isUnknown(amongRecords, known, work))
                .chain(unknown -> unknown ? tell(known, work) : Uni.createFrom().voidItem());
    }

    /** Told once of each team that triage names. */
    Uni<Void> tellIfAnotherIsUnknown(CaseFacts before, CaseFacts now, UnitOfWork work) {
        return namesTheSame(before, now) ? Uni.createFrom().voidItem() : tellIfUnknown(now, work);
    }

    private static boolean namesTheSame(CaseFacts before, CaseFacts now) {
        var named = before.triaged();
        return named != null
                && Objects.equals(
                        named.firstTeamOrganisation(), now.triaged().firstTeamOrganisation())
                && Objects.equals(named.firstTeamClinicians(), now.triaged().firstTeamClinicians());
    }

    /** An id that stands in no directory says no more of a team than none. */
    private Uni<Boolean> isUnknown(boolean amongRecords, CaseFacts known, UnitOfWork work) {
        var organisation = known.triaged().firstTeamOrganisation();
        return organisation == null
                ? Uni.createFrom().item(known.lacksFirstTeam(amongRecords))
                : directory.knows(organisation, work).map(found -> !found);
    }

    private Uni<Void> tell(CaseFacts known, UnitOfWork work) {
        return desk.handle(known.caseId(), new ReportFirstTeamUnknown(), work).replaceWithVoid();
    }
}
