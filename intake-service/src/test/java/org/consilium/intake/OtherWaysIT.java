package org.consilium.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.intake.world.Person.AMINA;
import static org.consilium.intake.world.Person.CARLA;
import static org.consilium.intake.world.Person.LENA;
import static org.consilium.intake.world.Person.RAHMAN;
import static org.consilium.intake.world.Person.WEI;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.intake.world.FamilyCase;
import org.consilium.intake.world.FirstSteps;
import org.consilium.intake.world.Person;
import org.consilium.intake.world.Records;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

/** Beside the straight path: other requesters, other ends, and two who press at the same moment. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
class OtherWaysIT {

    private static final Map<String, Object> ON_REQUEST =
            Map.of("price", Map.of("onRequest", true));

    @Test
    void a_patient_asks_for_themselves_in_chinese_and_is_declined() {
        var path = opened(WEI, expertOpinion(Map.of("relation", "PATIENT")));
        WEI.put("\"0\"", path + "/draft", expertDraft()).statusCode(200);
        WEI.post(path + "/acknowledgements", FamilyCase.acknowledgements()).statusCode(200);
        WEI.post(path + "/submission", ON_REQUEST)
                .statusCode(200)
                .body("patient.person", equalTo(WEI.id().toString()));
        LENA.post(path + "/decline", Map.of("reason", "outside-our-fields"))
                .statusCode(200)
                .body("state", equalTo("declined"));

        WEI.get(path)
                .body("endReason", equalTo("outside-our-fields"))
                .body("turn", equalTo("nobody"));
        WEI.get(path + "/timeline")
                .body("items.text", hasItem("个案已提交。"))
                .body("items[-1].code", equalTo("case-declined"));
        WEI.post(path + "/withdrawal", Map.of("reason", "other")).statusCode(409);
    }

    @Test
    void a_physician_asks_for_a_patient_and_is_redirected() {
        var path = opened(RAHMAN, expertOpinion(Map.of("relation", "REFERRER")));
        RAHMAN.put("\"0\"", path + "/draft", expertDraft()).statusCode(200);
        RAHMAN.post(path + "/acknowledgements", FamilyCase.acknowledgements()).statusCode(200);
        RAHMAN.post(path + "/submission", null)
                .statusCode(422)
                .body("errors.field", contains("consents"));
        RAHMAN.post(
                        path + "/consents",
                        Map.of(
                                "text", "expert-opinion-consent",
                                "textVersion", 1,
                                "language", "zh",
                                "given", "IN_WRITING",
                                "scopes", List.of("act-for-me", "share-records")))
                .statusCode(201)
                .header("Location", startsWith(path));
        RAHMAN.post(path + "/submission", ON_REQUEST).statusCode(200);
        CARLA.post(path + "/redirection", Map.of("reason", "medically-unstable"))
                .statusCode(200)
                .body("state", equalTo("redirected"));
    }

    @Test
    void eight_submissions_at_once_submit_once() throws Exception {
        var story = FamilyCase.written();
        var outcomes =
                atOnce(
                        () ->
                                AMINA.post(story.path("/submission"), FamilyCase.submission())
                                        .extract()
                                        .statusCode());

        assertThat(outcomes).isEqualTo(Map.of(200, 1L, 409, 7L));
        assertThat(Records.eventTypes(story.id()))
                .filteredOn("intake.case-submitted.v1"::equals)
                .hasSize(1);
    }

    @Test
    void eight_openings_with_one_screening_open_one_case() throws Exception {
        var opening = FirstSteps.opening(FirstSteps.screening(AMINA, Map.of()));
        var outcomes = atOnce(() -> AMINA.post("/api/cases", opening).extract().statusCode());

        assertThat(outcomes).isEqualTo(Map.of(201, 1L, 422, 7L));
    }

    private static Map<Integer, Long> atOnce(Callable<Integer> request) throws Exception {
        try (var clients = Executors.newFixedThreadPool(8)) {
            var answers = clients.invokeAll(IntStream.range(0, 8).mapToObj(i -> request).toList());
            var codes = new ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            return codes.stream().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        }
    }

    private static String opened(Person requester, Map<String, Object> opening) {
        var answers =
                Stream.of(
                                "not-responding",
                                "breathing-or-chest-pain",
                                "stroke-signs",
                                "heavy-bleeding",
                                "self-harm",
                                "getting-worse-in-hospital")
                        .collect(Collectors.toMap(code -> code, code -> "NO"));
        var screening = Map.of("programme", "expert-opinion", "country", "CN", "answers", answers);
        opening.put(
                "screening",
                requester
                        .post("/api/screenings", screening)
                        .statusCode(201)
                        .extract()
                        .path("screeningId"));
        return "/api/cases/"
                + requester.post("/api/cases", opening).statusCode(201).extract().path("caseId");
    }

    private static Map<String, Object> expertOpinion(Map<String, Object> more) {
        var opening =
                new HashMap<String, Object>(
                        Map.of(
                                "programme", "expert-opinion",
                                "service", "written-opinion",
                                "language", "zh",
                                "patient",
                                        Map.of(
                                                "givenName", "伟",
                                                "familyName", "张",
                                                "birthYear", 1971,
                                                "country", "CN",
                                                "city", "成都",
                                                "language", "zh")));
        opening.putAll(more);
        return opening;
    }

    private static Map<String, Object> expertDraft() {
        return Map.of(
                "reasons", List.of("choose-treatment"),
                "clinicalArea", "orthopaedics",
                "questions", List.of(Map.of("text", "手术是否必要？", "bankCode", "operation-necessary")));
    }
}
