package org.consilium.documents.carryover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.documents.People.AMINA;
import static org.consilium.documents.People.CARLA;
import static org.consilium.documents.People.CHEN;
import static org.consilium.documents.People.LENA;
import static org.consilium.documents.People.MALLORY;
import static org.consilium.documents.People.OKAFOR;
import static org.consilium.documents.People.OLGA;
import static org.consilium.documents.People.YUSUF;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.consilium.contracts.ChecklistItem;
import org.consilium.contracts.DocumentsEvent.DocumentAccepted;
import org.consilium.contracts.DocumentsEvent.DocumentReceived;
import org.consilium.contracts.DocumentsEvent.RecordsAssessed;
import org.consilium.contracts.IntakeEvent.CaseClosed;
import org.consilium.contracts.IntakeEvent.ConsentGranted;
import org.consilium.contracts.IntakeEvent.ParticipantAdmitted;
import org.consilium.contracts.Relation;
import org.consilium.contracts.Source;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.People;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.paper.Photographs;
import org.consilium.documents.recognition.SampleFiles;
import org.consilium.documents.worker.TellingFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Amina's first case had its opinion; another service of the programme follows. */
@OnRealParts
class CarryOverIT {

    private static final ChecklistItem LAB_REPORT =
            new ChecklistItem(
                    "lab", ChecklistItem.Level.ESSENTIAL, List.of("11502-2"), null, List.of());

    private final ACase earlier = ACase.opened();
    private final ACase later = ACase.following(earlier);

    @BeforeEach
    void both_cases_are_known() {
        Soon.happens(() -> known(earlier) && known(later));
    }

    @Test
    void a_record_is_a_document_of_the_new_case_with_the_same_bytes() {
        var metadata = Tus.metadata("blood.pdf", "11502-2");
        metadata.put("clinicalDate", "2026-02-03");
        var source = Tus.uploaded(AMINA, earlier.id(), SampleFiles.pdf(), metadata);
        Soon.is(source, "accepted");

        var carried = carriedOne(AMINA, source);

        assertThat(carried).isNotEqualTo(source);
        Tus.as(AMINA)
                .get("/api/documents/{id}", carried)
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .body("caseId", equalTo(later.id().toString()))
                .body("kind", equalTo("11502-2"))
                .body("clinicalDate", equalTo("2026-02-03"))
                .body("sha256", equalTo(SampleFiles.sha256(SampleFiles.pdf())))
                .body("uploadedBy", equalTo(AMINA.id().toString()))
                .body("carriedFrom.caseId", equalTo(earlier.id().toString()))
                .body("carriedFrom.documentId", equalTo(source.toString()));
        assertThat(content(AMINA, carried).asByteArray()).isEqualTo(SampleFiles.pdf());
        assertThat(key(carried)).isNotEqualTo(key(source));
        Soon.happens(() -> events(carried).equals(List.of("received", "accepted")));
    }

    @Test
    void it_stays_when_its_source_is_taken_back_and_may_be_taken_back_and_carried_again() {
        var source = accepted("a.pdf");
        var first = carriedOne(AMINA, source);

        withdraw(first);
        var second = carriedOne(AMINA, source);
        withdraw(source);
        Soon.happens(() -> quarantined(source) == 0);

        assertThat(second).isNotEqualTo(first);
        assertThat(content(AMINA, second).asByteArray()).isEqualTo(SampleFiles.pdf());
    }

    @Test
    void all_records_are_carried_once_however_often_and_at_once_it_is_asked_for() {
        var records = List.of(accepted("a.pdf"), accepted("b.pdf"), accepted("c.pdf"));
        var asked =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> carry(AMINA, null)))
                        .limit(3)
                        .toList();

        asked.forEach(answer -> answer.join().then().statusCode(200).body("carried", hasSize(3)));

        carry(AMINA, null).then().body("carried", hasSize(3));
        assertThat(documents(later)).isEqualTo(records.size());
    }

    @Test
    void a_letter_of_photographs_comes_with_its_pages_in_their_order() {
        earlier.submittedWith(LAB_REPORT);
        var photographs = new Photographs(earlier);
        var begun = photographs.begin(2);
        var next = photographs.add(begun.paper(), 2, TellingFiles.png());
        Soon.is(begun.paper(), "accepted");
        photographs.order(AMINA, begun.paper(), next, begun.id()).then().statusCode(204);

        var carried = carriedOne(AMINA, begun.paper());

        Tus.as(AMINA)
                .get("/api/documents/{id}", carried)
                .then()
                .body("pages", equalTo(2))
                .body("sha256", equalTo(sha256(begun.paper())));
        var hashes =
                Database.text(
                        """
                        select string_agg(d.sha256, ' ' order by p.number) from paper_page p
                        join document d on d.id = p.document_id where p.paper = ?""",
                        carried);
        assertThat(hashes).isEqualTo(sha256(next) + " " + sha256(begun.id()));
        Soon.happens(
                () ->
                        "made"
                                .equals(
                                        Tus.as(AMINA)
                                                .get("/api/documents/{id}/copy", carried)
                                                .path("state")));
    }

    @Test
    void the_checklist_counts_it_and_a_reviewer_reads_it_without_hearing_of_the_earlier_case() {
        var source = accepted("a.pdf");
        later.submittedWith(LAB_REPORT);
        later.reviewedBy(CHEN);
        Soon.happens(() -> assessments().equals(List.of(false)));

        var carried = carriedOne(AMINA, source);

        Soon.happens(() -> assessments().equals(List.of(false, true)));
        Soon.happens(() -> content(CHEN, carried).statusCode() == 200);
        Tus.as(CHEN)
                .get("/api/documents/{id}", carried)
                .then()
                .statusCode(200)
                .body("carriedFrom", nullValue());
        content(CHEN, source).then().statusCode(404);
    }

    @Test
    void only_what_is_a_record_of_the_case_that_led_here_is_carried() {
        var source = accepted("a.pdf");
        var other = ACase.opened();
        Soon.happens(() -> known(other));
        var foreign =
                Tus.uploaded(
                        AMINA, other.id(), SampleFiles.pdf(), Tus.metadata("x.pdf", "11502-2"));
        Soon.is(foreign, "accepted");

        refused(carry(AMINA, List.of(foreign)), 409, "not-a-record");
        refused(carry(AMINA, List.of(UUID.randomUUID())), 409, "not-a-record");
        refused(carry(AMINA, later, other.id(), null), 409, "not-the-earlier-case");
        refused(carry(AMINA, earlier, later.id(), null), 409, "not-the-earlier-case");
        later.tell(Source.INTAKE, new CaseClosed(later.id(), "answered"));
        Soon.happens(() -> carry(AMINA, List.of(source)).statusCode() == 409);
        refused(carry(AMINA, List.of(source)), 409, "case-has-ended");
    }

    @Test
    void nobody_else_carries_anything() {
        var source = accepted("a.pdf");
        later.reviewedBy(CHEN);
        admit(later, YUSUF, Relation.PATIENT);
        for (var person : List.of(CARLA, LENA, CHEN, OKAFOR, OLGA, MALLORY)) {
            assertThat(carry(person, List.of(source)).statusCode())
                    .as(person.name())
                    .isEqualTo(404);
        }
        // He takes part in the new case and not in the earlier one.
        Soon.happens(() -> Tus.as(YUSUF).get(list(later)).statusCode() == 200);
        carry(YUSUF, List.of(source)).then().statusCode(404);
        admit(earlier, YUSUF, Relation.PATIENT);
        Soon.happens(() -> carry(YUSUF, List.of(source)).statusCode() == 200);
    }

    @Test
    void a_consent_that_does_not_share_records_is_too_little_in_either_case() {
        var source = accepted("a.pdf");
        consent(earlier, "act-for-me");
        Soon.happens(() -> carry(AMINA, List.of(source)).statusCode() == 403);
        refused(carry(AMINA, List.of(source)), 403, "not-in-the-consent");
        consent(earlier, "share-records");
        Soon.happens(() -> carry(AMINA, List.of(source)).statusCode() == 200);
        consent(later, "act-for-me");
        Soon.happens(() -> carry(AMINA, List.of(source)).statusCode() == 403);
    }

    private UUID accepted(String name) {
        var file = SampleFiles.pdf();
        var id = Tus.uploaded(AMINA, earlier.id(), file, Tus.metadata(name, "11502-2"));
        Soon.is(id, "accepted");
        return id;
    }

    private UUID carriedOne(People person, UUID source) {
        var answer = carry(person, List.of(source));
        answer.then().statusCode(200).body("carried[0].from", equalTo(source.toString()));
        return UUID.fromString(answer.path("carried[0].document"));
    }

    private Response carry(People person, List<UUID> records) {
        return carry(person, later, earlier.id(), records);
    }

    private static Response carry(People person, ACase to, UUID from, List<UUID> records) {
        return Tus.as(person)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(
                        records == null
                                ? Map.of("from", from)
                                : Map.of("from", from, "documents", records))
                .post("/api/documents/cases/{id}/carried-over", to.id());
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("type", endsWith(":" + code));
    }

    private static void withdraw(UUID id) {
        Tus.as(AMINA)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/documents/{id}/withdrawal", id)
                .then()
                .statusCode(204);
    }

    private static void admit(ACase aCase, People person, Relation relation) {
        aCase.tell(
                Source.INTAKE,
                new ParticipantAdmitted(aCase.id(), person.id(), relation, Set.of(), "en", null));
    }

    private static void consent(ACase aCase, String scope) {
        aCase.tell(
                Source.INTAKE,
                new ConsentGranted(
                        aCase.id(),
                        UUID.randomUUID(),
                        AMINA.id(),
                        AMINA.id(),
                        "family-abroad-consent",
                        1,
                        "en",
                        null,
                        Set.of(scope),
                        null));
    }

    private List<Boolean> assessments() {
        return later.published().stream()
                .filter(RecordsAssessed.class::isInstance)
                .map(event -> ((RecordsAssessed) event).complete())
                .toList();
    }

    private List<String> events(UUID document) {
        return later.published().stream()
                .map(
                        event ->
                                switch (event) {
                                    case DocumentReceived e when e.documentId().equals(document) ->
                                            "received";
                                    case DocumentAccepted e when e.documentId().equals(document) ->
                                            "accepted";
                                    default -> "other";
                                })
                .filter(kind -> !kind.equals("other"))
                .toList();
    }

    private static Response content(People person, UUID id) {
        return Tus.as(person).get("/api/documents/{id}/content", id);
    }

    private static String sha256(UUID id) {
        return Database.text("select sha256 from document where id = ?", id);
    }

    private static String key(UUID id) {
        return Database.text("select object_key from document where id = ?", id);
    }

    private static long quarantined(UUID id) {
        return Database.number("select count(*) from quarantine where document_id = ?", id);
    }

    private static long documents(ACase aCase) {
        return Database.number("select count(*) from document where case_id = ?", aCase.id());
    }

    private static String list(ACase aCase) {
        return "/api/documents/cases/" + aCase.id() + "/documents";
    }

    private static boolean known(ACase aCase) {
        return Tus.as(AMINA).get(list(aCase)).statusCode() == 200;
    }
}
