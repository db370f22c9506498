package org.consilium.notification.occasions;

import static org.consilium.notification.occasions.Line.when;
import static org.consilium.notification.telling.Audience.CLINICAL_LEADS;
import static org.consilium.notification.telling.Audience.COORDINATORS;
import static org.consilium.notification.telling.Audience.PATIENT_SIDE;
import static org.consilium.notification.telling.Audience.REPRESENTATIVES;
import static org.consilium.notification.telling.Audience.WHO_ACTS;

import java.util.List;
import org.consilium.contracts.IntakeEvent;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.CaseDeclined;
import org.consilium.contracts.IntakeEvent.CaseExpired;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseOpened;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseRedirected;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ConsentRevoked;
import org.consilium.contracts.IntakeEvent.DeathRecorded;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.IntakeEvent.GlassBroken;
import org.consilium.contracts.IntakeEvent.LastParticipantRemoved;
import org.consilium.contracts.IntakeEvent.OutcomeAsked;
import org.consilium.contracts.IntakeEvent.ParticipantRemoved;
import org.consilium.contracts.IntakeEvent.PriceAgreed;
import org.consilium.contracts.IntakeEvent.PriceQuoted;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;

/** Who is told what becomes of the case itself, its people and its consents. */
final class WhoIsToldOfCases {

    static final List<Line<?>> LINES =
            List.of(
                    when(CaseOpened.class).tell(Kind.WELCOME).person(CaseOpened::openedBy),
                    when(ConsentGranted.class).tell(Kind.CONSENT_RECORDED).all(PATIENT_SIDE),
                    when(ConsentRevoked.class).tell(Kind.CONSENT_REVOKED).all(PATIENT_SIDE),
                    when(ParticipantRemoved.class)
                            .tell(Kind.ACCESS_ENDED)
                            .person(ParticipantRemoved::person),
                    when(LastParticipantRemoved.class).tell(Kind.NOBODY_LEFT).all(COORDINATORS),
                    when(GlassBroken.class).tell(Kind.GLASS_BROKEN).all(PATIENT_SIDE),
                    when(GlassBroken.class)
                            .tell(Kind.GLASS_BREAK_TO_REVIEW)
                            .with(broken -> Facts.due(broken.reviewDue()))
                            .all(CLINICAL_LEADS),
                    when(GlassBreakReviewed.class)
                            .only("JUSTIFIED", GlassBreakReviewed::wasJustified)
                            .tell(Kind.GLASS_BREAK_REVIEWED)
                            .all(PATIENT_SIDE),
                    when(GlassBreakReviewed.class)
                            .only("NOT_JUSTIFIED", reviewed -> !reviewed.wasJustified())
                            .tell(Kind.GLASS_BREAK_NOT_JUSTIFIED)
                            .all(PATIENT_SIDE),
                    when(GlassBreakReviewed.class)
                            .tell(Kind.GLASS_BREAK_LOOKED_AT)
                            .person(GlassBreakReviewed::person),
                    when(CaseSubmitted.class).tell(Kind.SUBMITTED).person(CaseSubmitted::requester),
                    when(CaseSubmitted.class).tell(Kind.NEW_CASE).all(COORDINATORS),
                    when(PriceQuoted.class).tell(Kind.PRICE_QUOTED).all(PATIENT_SIDE),
                    when(PriceAgreed.class)
                            .only("AFTER_A_QUOTE", agreed -> agreed.quoteId() != null)
                            .tell(Kind.PRICE_AGREED)
                            .all(COORDINATORS),
                    when(CaseTriaged.class)
                            .only("FIRST", triaged -> !Boolean.TRUE.equals(triaged.corrects()))
                            .tell(Kind.TRIAGED)
                            .all(PATIENT_SIDE),
                    when(CaseHeldForRecords.class)
                            .tell(Kind.RECORDS_MISSING)
                            .with(held -> Facts.count(held.missing().size()))
                            .all(PATIENT_SIDE),
                    when(CaseReady.class).tell(Kind.READY).all(PATIENT_SIDE),
                    when(CaseDeclined.class).tell(Kind.DECLINED).all(PATIENT_SIDE),
                    when(CaseRedirected.class).tell(Kind.REDIRECTED).all(PATIENT_SIDE),
                    when(CaseWithdrawn.class)
                            .only("NO_DEATH", withdrawn -> !died(withdrawn.reason()))
                            .tell(Kind.WITHDRAWN)
                            .all(PATIENT_SIDE),
                    when(CaseWithdrawn.class)
                            .only("PATIENT_DIED", withdrawn -> died(withdrawn.reason()))
                            .tell(Kind.CLOSED_QUIETLY)
                            .all(REPRESENTATIVES),
                    when(CaseWithdrawn.class).tell(Kind.CASE_WITHDRAWN).all(COORDINATORS),
                    when(CaseExpired.class).tell(Kind.EXPIRED).all(PATIENT_SIDE),
                    when(CaseClosed.class)
                            .only("NO_DEATH", closed -> !died(closed.reason()))
                            .tell(Kind.CLOSED)
                            .all(PATIENT_SIDE),
                    when(CaseClosed.class)
                            .only("PATIENT_DIED", closed -> died(closed.reason()))
                            .tell(Kind.CLOSED_QUIETLY)
                            .all(REPRESENTATIVES),
                    when(DeathRecorded.class).tell(Kind.NOTED_QUIETLY).all(REPRESENTATIVES),
                    when(OutcomeAsked.class)
                            .tell(Kind.OUTCOME_ASKED)
                            .with(asked -> Facts.due(asked.answerableUntil()))
                            .all(WHO_ACTS));

    private WhoIsToldOfCases() {}

    /** Whoever is left of the family hears it once and calmly, and the dead get no mail. */
    private static boolean died(String reason) {
        return reason.equals(IntakeEvent.PATIENT_DIED);
    }
}
