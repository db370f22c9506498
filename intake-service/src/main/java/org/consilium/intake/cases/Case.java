package org.consilium.intake.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.consilium.contracts.Relation;
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
                consents, records, price, links, next);
    }

    public Case with(CasePrice next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                consents, records, next, links, state);
    }

    public Case with(Links next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                consents, records, price, next, state);
    }

    public Case with(Content next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, next,
                consents, records, price, links, state);
    }

    Case with(Records next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                consents, next, price, links, state);
    }

    Case withConsents(List<Consent> next) {
        return new Case(
                id, reference, programme, service, language, requester, openedAt, patient, content,
                next, records, price, links, state);
    }
}
