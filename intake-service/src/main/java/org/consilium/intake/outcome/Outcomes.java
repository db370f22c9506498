package org.consilium.intake.outcome;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consilium.intake.outcome.Item.Followed;
import org.consilium.intake.outcome.Item.Understood;
import org.consilium.intake.outcome.Outcome.About;
import org.consilium.intake.outcome.Outcome.Answers;
import org.consilium.intake.outcome.Outcome.Asked;
import org.consilium.intake.outcome.Outcome.Reported;
import org.consilium.kit.work.UnitOfWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rounds' table. Whoever writes holds the case. */
@ApplicationScoped
class Outcomes {

    private static final String ALL =
            """
            select day, asked_at, answerable_until, answered_by, answered_at,
                   understood_illness, understood_options, understood_risks, followed
            from outcome_round where case_id = :case order by day""";

    private final Mutiny.SessionFactory sessions;

    Outcomes(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<Void> add(Outcome round, UnitOfWork work) {
        var about = round.about();
        return work.session()
                .createNativeQuery(
                        """
                        insert into outcome_round (case_id, day, programme, service, asked_at, answerable_until)
                        select case_id, :day, programme, service, :asked, :until from intake_case where case_id = :case""")
                .setParameter("case", about.caseId())
                .setParameter("day", about.round().day())
                .setParameter("asked", utc(about.askedAt()))
                .setParameter("until", utc(about.answerableUntil()))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> store(Reported report, UnitOfWork work) {
        var answers = report.answers();
        return work.session()
                .createNativeQuery(
                        """
                        update outcome_round
                        set answered_by = :by, answered_at = :at, understood_illness = :illness,
                            understood_options = :options, understood_risks = :risks, followed = :followed
                        where case_id = :case and day = :day""")
                .setParameter("case", report.about().caseId())
                .setParameter("day", report.about().round().day())
                .setParameter("by", report.by())
                .setParameter("at", utc(report.at()))
                .setParameter("illness", answers.understoodIllness().code())
                .setParameter("options", answers.understoodOptions().code())
                .setParameter("risks", answers.understoodRisks().code())
                .setParameter("followed", answers.followed().code())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those that were asked, the earlier one first. */
    Uni<List<Outcome>> of(UUID caseId) {
        return sessions.withSession(session -> of(caseId, session));
    }

    /** Null when it was not asked. */
    Uni<Outcome> of(UUID caseId, OutcomeRound round, UnitOfWork work) {
        return of(caseId, work.session())
                .map(
                        all ->
                                all.stream()
                                        .filter(one -> one.about().round() == round)
                                        .findFirst()
                                        .orElse(null));
    }

    private static Uni<List<Outcome>> of(UUID caseId, Mutiny.Session session) {
        return session.createNativeQuery(ALL, Object[].class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(row -> outcome(caseId, row)).toList());
    }

    private static Outcome outcome(UUID caseId, Object[] row) {
        var round = OutcomeRound.of(((Number) row[0]).longValue()).orElseThrow();
        var about = new About(caseId, round, instant(row[1]), instant(row[2]));
        return row[4] == null
                ? new Asked(about)
                : new Reported(about, (UUID) row[3], instant(row[4]), answers(row));
    }

    private static Answers answers(Object[] row) {
        return new Answers(
                Item.ofCode(Understood.class, (String) row[5]),
                Item.ofCode(Understood.class, (String) row[6]),
                Item.ofCode(Understood.class, (String) row[7]),
                Item.ofCode(Followed.class, (String) row[8]));
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
