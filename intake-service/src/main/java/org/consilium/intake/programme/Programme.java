package org.consilium.intake.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.Relation;
import org.consilium.intake.consents.ConsentText;
import org.consilium.intake.price.Price;

/**
 * One kind of service in one version, as its file says it. A case keeps the version it was opened
 * under, so a file that was once in use is never edited: a change is a new version beside it.
 *
 * <p>Texts are by language (BCP 47) and stand in every one of {@code languages}.
 *
 * @param whoMayRequest how the person who opens a case may stand to the patient
 * @param jurisdictions countries (ISO 3166-1) in which the patient may be
 * @param timeZones of each jurisdiction; where a country has several, the one in which a day begins
 *     first
 * @param boundaries what the requester has to acknowledge, statement by statement
 */
public record Programme(
        String id,
        int version,
        List<String> languages,
        Map<String, String> name,
        Map<String, String> summary,
        Set<Relation> whoMayRequest,
        Set<String> jurisdictions,
        List<Service> services,
        List<Reason> reasons,
        List<Gate> gates,
        List<Labelled> questionBank,
        List<ClinicalArea> clinicalAreas,
        Screening screening,
        List<Labelled> boundaries,
        ConsentText consent,
        Form opinionForm,
        List<AdviceRoute> adviceRoutes,
        List<String> channels,
        Map<String, String> timeZones,
        DelayGuard delay,
        List<TurnedAway> declineReasons,
        List<TurnedAway> redirectionReasons,
        List<Labelled> withdrawalReasons,
        List<ClosingReason> closingReasons) {

    /** A code and what people read for it. */
    public record Labelled(String code, Map<String, String> label) {}

    /**
     * Why a case is not taken on, and what whoever asked can do instead.
     *
     * @param emergency the advice is followed by the number to call
     */
    public record TurnedAway(
            String code,
            Map<String, String> label,
            Map<String, String> advice,
            boolean emergency) {}

    /**
     * What can be asked for.
     *
     * @param turnaroundDays calendar days from submission to the opinion
     * @param expedited the same, sooner; null when it is not offered
     */
    public record Service(
            String code,
            Map<String, String> label,
            Map<String, String> description,
            Price price,
            int turnaroundDays,
            Expedited expedited) {}

    public record Expedited(Price price, int turnaroundDays) {}

    /**
     * What the delay guard goes by and says.
     *
     * @param marginDays fewer days than this between opinion and treatment are warned of
     */
    public record DelayGuard(
            int marginDays,
            Map<String, String> warn,
            Map<String, String> expedite,
            Map<String, String> tooLate) {}

    /**
     * Why somebody asks.
     *
     * @param asks bank questions that this reason puts forward
     * @param gate that it brings up; null for none
     * @param reassures what somebody with this reason should hear first
     */
    public record Reason(
            String code,
            Map<String, String> label,
            List<String> asks,
            String gate,
            Map<String, String> reassures) {
        public Reason {
            asks = orNone(asks);
        }
    }

    /** Points that have to be answered before submission, if only with "we do not know yet". */
    public record Gate(String code, Map<String, String> label, List<GatePoint> points) {
        public Gate {
            points = orNone(points);
        }
    }

    /** {@code asks}: the bank question to the reviewer when nobody knows. */
    public record GatePoint(String code, Map<String, String> label, String asks) {}

    /** A field of medicine as families know it; triage sets the specialty. */
    public record ClinicalArea(
            String code, Map<String, String> label, List<RecordItem> checklist) {}

    /**
     * One thing that should be among the records.
     *
     * @param kinds LOINC codes, any of which fills it
     * @param lookBackDays how old it may be; null when age does not matter
     * @param blocks bank questions that cannot be answered without it
     * @param whenReasons for a conditional item: reasons that make it essential; empty when only a
     *     person can tell
     */
    public record RecordItem(
            String code,
            Map<String, String> label,
            Map<String, String> why,
            ChecklistItem.Level level,
            List<String> kinds,
            Integer lookBackDays,
            List<String> blocks,
            List<String> whenReasons) {
        public RecordItem {
            kinds = orNone(kinds);
            blocks = orNone(blocks);
            whenReasons = orNone(whenReasons);
        }
    }

    /**
     * The questions before a case exists, in the order in which they count.
     *
     * @param emergencyNumbers by country, one for each jurisdiction
     * @param otherEmergencyNumber where the country has none here
     */
    public record Screening(
            List<SafetyQuestion> questions,
            List<Redirection> redirections,
            Map<String, String> emergencyNumbers,
            String otherEmergencyNumber) {

        /** Where the patient is: who asks may be on another continent. */
        public String emergencyNumber(String country) {
            return emergencyNumbers.getOrDefault(country, otherEmergencyNumber);
        }
    }

    /** {@code leads}: from each {@link Answer} to {@code proceed} or a redirection's code. */
    public record SafetyQuestion(String code, Map<String, String> text, Map<Reply, String> leads) {}

    /** Where an answer leads that lets the case begin. */
    public static final String PROCEED = "proceed";

    public enum Reply {
        YES,
        NO,
        UNSURE
    }

    /** {@code emergency}: the text is followed by the number to call. */
    public record Redirection(String code, boolean emergency, Map<String, String> text) {}

    /**
     * What an opinion has to hold; {@code forServices}: another form for a service, by its code.
     */
    public record Form(
            List<Section> sections,
            List<String> axes,
            Boolean labValues,
            Map<String, Form> forServices) {
        public Form {
            axes = orNone(axes);
            labValues = Boolean.TRUE.equals(labValues);
            forServices = forServices == null ? Map.of() : Map.copyOf(forServices);
        }

        /** The one that is due where this service was asked for. */
        public Form dueFor(String service) {
            return forServices.getOrDefault(service, this);
        }
    }

    /**
     * A part of the opinion that has to be written.
     *
     * @param loinc the section's LOINC code
     * @param whenReasons only for cases with one of these reasons; empty: for every case
     */
    public record Section(
            String code, String loinc, Map<String, String> label, List<String> whenReasons) {
        public Section {
            whenReasons = orNone(whenReasons);
        }
    }

    /** Where to turn for advice, or to complain, in a country. */
    public record AdviceRoute(
            String code,
            String country,
            String validFrom,
            boolean complaints,
            Map<String, String> label,
            Map<String, String> text,
            String url) {}

    public Optional<Service> service(String code) {
        return services.stream().filter(service -> service.code().equals(code)).findFirst();
    }

    public Optional<ClinicalArea> clinicalArea(String code) {
        return clinicalAreas.stream().filter(area -> area.code().equals(code)).findFirst();
    }

    /** Which of these reasons has the code. */
    public static Optional<TurnedAway> turnedAway(List<TurnedAway> reasons, String code) {
        return reasons.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    public static List<String> codes(List<Labelled> labelled) {
        return labelled.stream().map(Labelled::code).toList();
    }

    /** What a file leaves out is none. */
    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
