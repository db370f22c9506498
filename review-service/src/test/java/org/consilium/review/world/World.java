package org.consilium.review.world;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.IntakeEvent.CaseReady;
import org.consilium.contracts.IntakeEvent.CaseSubmitted;
import org.consilium.contracts.IntakeEvent.CaseTriaged;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.IntakeEvent.Urgency;
import org.consilium.contracts.OpinionForm;
import org.consilium.contracts.Relation;
import org.consilium.review.doubleread.DoubleReadRules;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Cases as the other services tell of them. */
public final class World {

    public static final UUID QUESTION = UUID.fromString("01a1fd1f-9d70-775d-a8c1-b7c3ae525209");
    public static final OpinionForm FORM =
            new OpinionForm(
                    List.of("diagnosis-correct", "treatment-appropriate"),
                    List.of("diagnosis", "treatment-plan"));

    /** As the service has it where nobody set another. */
    private static final double SAMPLED_SHARE = 0.05;

    private static final OpinionForm RESULTS_FORM =
            new OpinionForm(List.of("results-together"), List.of(), true);

    private World() {}

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** A case of amina's for her father yusuf, submitted, triaged for the specialty, and ready. */
    public static UUID aReadyCase(String specialty, UUID firstTeam) {
        var caseId = aSubmittedCase();
        Feed.tell(triaged(caseId, specialty, firstTeam));
        Feed.tell(new CaseReady(caseId));
        return caseId;
    }

    /** The same, and there is no time to lose. */
    public static UUID anUrgentCase(String specialty) {
        var caseId = aSubmittedCase();
        Feed.tell(triaged(caseId, specialty, null, Urgency.EXPEDITED));
        Feed.tell(new CaseReady(caseId));
        return caseId;
    }

    public static UUID aSubmittedCase() {
        var caseId = anOpenCase();
        Feed.tell(submitted(caseId));
        return caseId;
    }

    /** Of amina's for yusuf, and nothing is handed in. */
    private static UUID anOpenCase() {
        return anOpenCase(anId(false));
    }

    /** An id of a case that is read twice, or not, because it is of the sample. */
    public static UUID anId(boolean sampled) {
        return Stream.generate(() -> UuidVersion7Strategy.INSTANCE.generateUuid(null))
                .filter(id -> DoubleReadRules.isSampled(id, SAMPLED_SHARE) == sampled)
                .findFirst()
                .orElseThrow();
    }

    /** Ready, with the reasons given. */
    public static UUID aReadyCase(UUID caseId, String specialty, UUID firstTeam, String reason) {
        anOpenCase(caseId);
        Feed.tell(submitted(caseId, "second-opinion", FORM, true, null, reason));
        Feed.tell(triaged(caseId, specialty, firstTeam));
        Feed.tell(new CaseReady(caseId));
        return caseId;
    }

    private static UUID anOpenCase(UUID caseId) {
        Feed.tell(admitted(caseId, "amina", Relation.REPRESENTATIVE));
        Feed.tell(admitted(caseId, "yusuf", Relation.PATIENT));
        Feed.tell(consent(caseId));
        return caseId;
    }

    /** Ready, and nobody gave a first opinion. */
    public static UUID aReadyCaseWithoutFirstOpinion(String specialty) {
        return aReadyCase(specialty, false, false);
    }

    /** Ready; its requester named a first team, of which triage made nothing. */
    public static UUID aReadyCaseOfSomeTeam(String specialty) {
        return aReadyCase(specialty, true, true);
    }

    private static UUID aReadyCase(String specialty, boolean told, boolean named) {
        var caseId = anOpenCase();
        Feed.tell(submitted(caseId, told, named));
        Feed.tell(triaged(caseId, specialty, null));
        Feed.tell(new CaseReady(caseId));
        return caseId;
    }

    /** Ready; what was asked for is that its laboratory results are explained. */
    public static UUID aReadyCaseOfResults(String specialty) {
        var caseId = anOpenCase();
        Feed.tell(submitted(caseId, "lab-results-explained", RESULTS_FORM, false, false));
        Feed.tell(triaged(caseId, specialty, null));
        Feed.tell(new CaseReady(caseId));
        return caseId;
    }

    /** What yusuf allows amina. */
    private static ConsentGranted consent(UUID caseId) {
        return new ConsentGranted(
                caseId,
                consentOf(caseId),
                Person.id("amina"),
                Person.id("amina"),
                "family-abroad-consent",
                1,
                "ur",
                "independent-opinion",
                Set.of("act-for-me", "share-records", "read-opinion"),
                null);
    }

    public static UUID consentOf(UUID caseId) {
        return new UUID(caseId.getLeastSignificantBits(), caseId.getMostSignificantBits());
    }

    public static UUID aDocumentOf(UUID caseId) {
        var document = UUID.randomUUID();
        Feed.tell(
                new DocumentAccepted(
                        caseId, document, "11502-2", "application/pdf", today(), false));
        return document;
    }

    public static ParticipantAdmitted admitted(UUID caseId, String who, Relation relation) {
        return new ParticipantAdmitted(
                caseId, Person.id(who), relation, Set.of("read-opinion"), "en", null);
    }

    public static CaseSubmitted submitted(UUID caseId) {
        return submitted(caseId, null, null);
    }

    /** The same, of whose first team more or less was said. */
    public static CaseSubmitted submitted(
            UUID caseId, Boolean firstOpinionTold, Boolean firstTeamTold) {
        return submitted(caseId, "second-opinion", FORM, firstOpinionTold, firstTeamTold);
    }

    private static CaseSubmitted submitted(
            UUID caseId,
            String service,
            OpinionForm form,
            Boolean firstOpinionTold,
            Boolean firstTeamTold) {
        return submitted(caseId, service, form, firstOpinionTold, firstTeamTold, "second-thoughts");
    }

    private static CaseSubmitted submitted(
            UUID caseId,
            String service,
            OpinionForm form,
            Boolean firstOpinionTold,
            Boolean firstTeamTold,
            String reason) {
        return new CaseSubmitted(
                caseId,
                "C-7KQ4-29",
                "family-abroad",
                1,
                service,
                Person.id("amina"),
                Relation.REPRESENTATIVE,
                "en",
                Set.of(reason),
                List.of(QUESTION),
                List.of(),
                form,
                null,
                today().plusDays(7),
                firstOpinionTold,
                firstTeamTold);
    }

    public static CaseTriaged triaged(UUID caseId, String specialty, UUID firstTeam) {
        return triaged(caseId, specialty, firstTeam, Urgency.ROUTINE);
    }

    /** Set right after it was sent. */
    public static CaseTriaged triagedAnew(UUID caseId, String specialty) {
        return triaged(caseId, specialty, null, Urgency.ROUTINE, true);
    }

    /** The same, with another first team. */
    public static CaseTriaged triagedAnew(UUID caseId, String specialty, UUID firstTeam) {
        return triaged(caseId, specialty, firstTeam, Urgency.ROUTINE, true);
    }

    private static CaseTriaged triaged(
            UUID caseId, String specialty, UUID firstTeam, Urgency urgency) {
        return triaged(caseId, specialty, firstTeam, urgency, null);
    }

    private static CaseTriaged triaged(
            UUID caseId, String specialty, UUID firstTeam, Urgency urgency, Boolean corrects) {
        return new CaseTriaged(
                caseId,
                Person.id("carla"),
                specialty,
                urgency,
                "PK",
                Set.of("en", "ur"),
                firstTeam,
                Set.of(),
                corrects);
    }
}
