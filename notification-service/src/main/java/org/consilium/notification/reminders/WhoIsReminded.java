package org.consilium.notification.reminders;

import static org.consilium.notification.reminders.Reminder.when;
import static org.consilium.notification.telling.Audience.CLINICAL_LEADS;
import static org.consilium.notification.telling.Audience.COORDINATORS;
import static org.consilium.notification.telling.Audience.PATIENT_SIDE;
import static org.consilium.notification.telling.Audience.REVIEWER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consilium.contracts.CaseEvent;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.CaseDeclined;
import org.consilium.contracts.IntakeEvent.CaseExpired;
import org.consilium.contracts.IntakeEvent.CaseHeldForRecords;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseRedirected;
import org.consilium.contracts.IntakeEvent.CaseWithdrawn;
import org.consilium.contracts.IntakeEvent.GlassBreakReviewed;
import org.consilium.contracts.IntakeEvent.GlassBroken;
import org.consilium.contracts.IntakeEvent.PriceAgreed;
import org.consilium.contracts.IntakeEvent.PriceQuoted;
import org.consilium.contracts.ReviewEvent.Addressee;
import org.consilium.contracts.ReviewEvent.AmendmentBegun;
import org.consilium.contracts.ReviewEvent.AmendmentEnded;
import org.consilium.contracts.ReviewEvent.AssignmentConfirmed;
import org.consilium.contracts.ReviewEvent.AssignmentEnded;
import org.consilium.contracts.ReviewEvent.AssignmentOverridden;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideDeclined;
import org.consilium.contracts.ReviewEvent.AssignmentOverrideProposed;
import org.consilium.contracts.ReviewEvent.AssignmentQuestioned;
import org.consilium.contracts.ReviewEvent.FollowUpAnswered;
import org.consilium.contracts.ReviewEvent.FollowUpAsked;
import org.consilium.contracts.ReviewEvent.InformationGiven;
import org.consilium.contracts.ReviewEvent.InformationRequestClosed;
import org.consilium.contracts.ReviewEvent.InformationRequested;
import org.consilium.contracts.ReviewEvent.OfferAccepted;
import org.consilium.contracts.ReviewEvent.OfferDeclined;
import org.consilium.contracts.ReviewEvent.OfferExpired;
import org.consilium.contracts.ReviewEvent.OfferLapsed;
import org.consilium.contracts.ReviewEvent.OpinionAmended;
import org.consilium.contracts.ReviewEvent.OpinionReleased;
import org.consilium.contracts.ReviewEvent.OpinionSigned;
import org.consilium.contracts.ReviewEvent.QualityReviewRequested;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.contracts.ReviewEvent.ReviewWithdrawn;
import org.consilium.contracts.ReviewEvent.ReviewerNotFound;
import org.consilium.notification.telling.Kind;

/**
 * Who is reminded of what, and when somebody else is told instead: the whole of it. A reminder is
 * computed when its event comes, fires once, and is lifted by what makes it idle.
 */
final class WhoIsReminded {

    private static final Duration AT_ONCE = Duration.ZERO;

    static final List<Reminder<?>> TABLE =
            List.of(
                    unanswered()
                            .only("REQUESTER", asked -> asked.addressee() == Addressee.REQUESTER)
                            .after(days(2))
                            .telling(InformationRequested::answerDue)
                            .tell(Kind.ANSWER_REMINDER)
                            .all(PATIENT_SIDE),
                    unanswered()
                            .before(InformationRequested::answerDue, days(1))
                            .tell(Kind.ANSWER_NEARLY_DUE)
                            .all(COORDINATORS),
                    withoutRecords().after(days(7)).tell(Kind.RECORDS_REMINDER).all(PATIENT_SIDE),
                    withoutRecords()
                            .after(days(14))
                            .tell(Kind.RECORDS_STILL_MISSING)
                            .all(COORDINATORS),
                    when(PriceQuoted.class)
                            .about(PriceQuoted::quoteId)
                            .after(days(3))
                            .tell(Kind.PRICE_REMINDER)
                            .all(PATIENT_SIDE)
                            .unless(PriceAgreed.class, PriceAgreed::quoteId),
                    when(GlassBroken.class)
                            .about(GlassBroken::breakId)
                            .before(GlassBroken::reviewDue, AT_ONCE)
                            .tell(Kind.GLASS_BREAK_OVERDUE)
                            .all(CLINICAL_LEADS)
                            .unless(GlassBreakReviewed.class, GlassBreakReviewed::breakId),
                    when(ReviewOffered.class)
                            .about(ReviewOffered::offerId)
                            .before(ReviewOffered::expiresAt, Duration.ofHours(12))
                            .tell(Kind.OFFER_REMINDER)
                            .person(ReviewOffered::reviewer)
                            .unless(OfferAccepted.class, OfferAccepted::offerId)
                            .unless(OfferDeclined.class, OfferDeclined::offerId)
                            .unless(OfferExpired.class, OfferExpired::offerId)
                            .unless(OfferLapsed.class, OfferLapsed::offerId),
                    when(AssignmentQuestioned.class)
                            .after(days(1))
                            .tell(Kind.ASSIGNMENT_QUESTIONED)
                            .all(CLINICAL_LEADS)
                            .unless(AssignmentConfirmed.class)
                            .unless(AssignmentEnded.class),
                    // Where triage was set right, matching says next whether there is somebody.
                    when(AssignmentOverrideProposed.class)
                            .after(days(1))
                            .tell(Kind.OVERRIDE_STILL_WAITS)
                            .all(CLINICAL_LEADS)
                            .unless(AssignmentOverridden.class)
                            .unless(AssignmentOverrideDeclined.class)
                            .unless(ReviewOffered.class)
                            .unless(ReviewerNotFound.class),
                    unsigned(days(2)).tell(Kind.OPINION_DUE_SOON).all(REVIEWER),
                    unsigned(AT_ONCE).tell(Kind.OPINION_OVERDUE).all(CLINICAL_LEADS),
                    when(OpinionSigned.class)
                            .after(days(1))
                            .tell(Kind.RELEASE_OVERDUE)
                            .all(CLINICAL_LEADS)
                            .unless(OpinionReleased.class)
                            .unless(OpinionAmended.class)
                            .unless(ReviewWithdrawn.class),
                    when(AmendmentBegun.class)
                            .after(days(3))
                            .tell(Kind.AMENDMENT_REMINDER)
                            .person(AmendmentBegun::reviewer)
                            .unless(QualityReviewRequested.class)
                            .unless(AmendmentEnded.class),
                    when(AmendmentBegun.class)
                            .after(days(7))
                            .tell(Kind.AMENDMENT_STILL_OPEN)
                            .all(CLINICAL_LEADS)
                            .unless(OpinionAmended.class)
                            .unless(AmendmentEnded.class),
                    when(FollowUpAsked.class)
                            .about(FollowUpAsked::followUpId)
                            .after(days(2))
                            .tell(Kind.FOLLOW_UP_REMINDER)
                            .all(REVIEWER)
                            .unless(FollowUpAnswered.class, FollowUpAnswered::followUpId));

    /** After these nobody waits for anything on the case. */
    private static final Set<Class<? extends CaseEvent>> ENDS =
            Set.of(
                    CaseClosed.class,
                    CaseDeclined.class,
                    CaseExpired.class,
                    CaseRedirected.class,
                    CaseWithdrawn.class,
                    ReviewWithdrawn.class);

    /** What is owed to the patient is owed after the end too: a signed amendment among it. */
    private static final List<String> OUTLASTING =
            List.of(
                    Kind.GLASS_BREAK_OVERDUE.code(),
                    Kind.RELEASE_OVERDUE.code(),
                    Kind.AMENDMENT_STILL_OPEN.code());

    private WhoIsReminded() {}

    static List<String> outlasting() {
        return OUTLASTING;
    }

    static List<Planned> on(CaseEvent event, Instant time) {
        return TABLE.stream().flatMap(line -> line.plan(event, time).stream()).toList();
    }

    static List<Planned.Key> liftedBy(CaseEvent event) {
        return TABLE.stream().flatMap(line -> line.lifted(event).stream()).toList();
    }

    static boolean ends(CaseEvent event) {
        return ENDS.contains(event.getClass());
    }

    private static Reminder<InformationRequested> unanswered() {
        return when(InformationRequested.class)
                .about(InformationRequested::questionId)
                .unless(InformationGiven.class, InformationGiven::questionId)
                .unless(InformationRequestClosed.class, InformationRequestClosed::questionId);
    }

    private static Reminder<CaseHeldForRecords> withoutRecords() {
        return when(CaseHeldForRecords.class).unless(CaseReady.class);
    }

    private static Reminder<OfferAccepted> unsigned(Duration lead) {
        return when(OfferAccepted.class)
                .before(OfferAccepted::opinionDue, lead)
                .unless(OpinionSigned.class)
                .unless(AssignmentEnded.class);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
