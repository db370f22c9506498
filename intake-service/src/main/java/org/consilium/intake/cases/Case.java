package org.consilium.intake.cases;

import static org.consilium.contracts.IntakeEvent.PATIENT_DIED;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.Relation;
import org.consilium.intake.cases.CaseState.AfterRelease;
import org.consilium.intake.cases.CaseState.BeforeReview;
import org.consilium.intake.cases.CaseState.Closed;
import org.consilium.intake.cases.CaseState.Declined;
import org.consilium.intake.cases.CaseState.Draft;
import org.consilium.intake.cases.CaseState.Expired;
import org.consilium.intake.cases.CaseState.Redirected;
import org.consilium.intake.cases.CaseState.UnderReview;
import org.consilium.intake.cases.CaseState.Withdrawn;
import org.consilium.intake.followon.Links;
import org.consilium.intake.price.CasePrice;
import org.consilium.intake.programme.Programme;

/**
 * One case: what was asked for, for whom, by whom, what is known of the records, and its state.
 *
 * @param reference the short number people say on the telephone
 * @param programme the version that the case was opened under and keeps
 * @param language in which the requester is spoken to (BCP 47)
 * @param records what documents-service last said; it may speak before triage
 * @param price what was shown, quoted and agreed
 * @param links the case it follows on from, and those that follow on from it
 * @param died the patient died after the case had ended
 */
public record Case(
        UUID id,
        String reference,
        Programme programme,
        String service,
        String language,
        Requester requester,
        Instant openedAt,
        Patient patient,
        Content content,
        List<Consent> consents,
        Records records,
        CasePrice price,
        Links links,
        boolean died,
        CaseState state) {

    public Case {
        links = links == null ? Links.NONE : links;
        price = price == null ? CasePrice.NONE : price;
        consents = List.copyOf(consents);
    }

    /** The delay guard says so of a case that still waits for its opinion. */
    public boolean isShortOfTime() {
        var submission = state.submission();
        return submission != null && submission.delay().isShort();
    }

    /**
     * Nobody of the patient's side is on the case any more: the patient has no account of their
     * own, and every consent is over. Before the first is recorded, whoever opened the case is
     * there.
     */
    public boolean isLeftAlone() {
        return patient.person() == null
                && !consents.isEmpty()
                && consents.stream().allMatch(Consent::isOver);
    }

    /** Nobody of it is asked for anything any more, and nothing is begun. */
    public boolean isPatientDead() {
        return died
                || switch (state) {
                    case Closed(var reason) -> reason.equals(PATIENT_DIED);
                    case Withdrawn(var reason) -> reason.equals(PATIENT_DIED);
                    case Draft _, BeforeReview _, UnderReview _, AfterRelease _ -> false;
                    case Declined _, Redirected _, Expired _ -> false;
                };
    }

    /** The patient may read another language than whoever asks for them. */
    public String languageOf(UUID reader) {
        return reader.equals(patient.person()) ? patient.language() : language;
    }

    /** Of the country where the patient is. */
    public ZoneId zone() {
        return ZoneId.of(programme.timeZones().get(patient.country()));
    }

    /** Who opened the case, and how they stand to the patient. */
    public record Requester(UUID person, Relation relation) {}

    /** The subject of care; {@code person} is null for a patient without an account. */
    public record Patient(
            UUID person,
            String givenName,
            String familyName,
            int birthYear,
            String country,
            String city,
            String language) {}

    /** The records against the checklist, as item codes; nothing is known before the first word. */
    public record Records(boolean assessed, List<String> missing, List<String> desirable) {

        public static final Records NOT_ASSESSED = new Records(false, List.of(), List.of());

        public boolean complete() {
            return assessed && missing.isEmpty();
        }
    }

    public Case with(CaseState next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                consents, records, price, links, died, next);
    }

    public Case with(CasePrice next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                consents, records, next, links, died, state);
    }

    public Case with(Links next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                consents, records, price, next, died, state);
    }

    public Case with(Content next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, next,
                consents, records, price, links, died, state);
    }

    /** Of a case that ends otherwise: one that goes on is closed with the death for its reason. */
    public Case withDeathRecorded() {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                consents, records, price, links, true, state);
    }

    Case with(Records next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                consents, next, price, links, died, state);
    }

    Case withConsents(List<Consent> next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                next, records, price, links, died, state);
    }
}
