package org.consilium.system.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.system.Service;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.ReviewStory;

/** The real ids of a told story, for the names in the addresses' paths. */
final class SceneIds {

    private final CaseStory story;
    private final ReviewStory review;
    private final Personas personas;

    SceneIds(CaseStory story, ReviewStory review, Personas personas) {
        this.story = story;
        this.review = review;
        this.personas = personas;
    }

    Map<String, List<String>> all() {
        var ids = new HashMap<String, List<String>>();
        ids.put("caseId", List.of(story.caseId()));
        ids.put("documentId", papers());
        ids.put("uploadId", papers());
        ids.put("person", List.of(personas.subject("chen")));
        ids.put("programmes/id", List.of("family-abroad"));
        ids.put("version", List.of("1"));
        ids.put("page", List.of("1"));
        ids.put("day", List.of("21"));
        var organisations = review.lead().get(Service.REVIEW, "/api/organisations?size=100");
        put(ids, "organisation", organisations.body().path("items"), "id");
        var translators = "/api/documents/cases/" + story.caseId() + "/translators";
        put(ids, "engagementId", review.lead().get(Service.DOCUMENTS, translators).body(), "id");
        put(ids, "consentId", story.read(story.requester()).body().path("consents"), "id");
        put(ids, "offerId", reviewed(""), "offerId");
        put(ids, "questionId", reviewed("/questions"), "questionId");
        put(ids, "findingId", reviewed("/critical-findings"), "findingId");
        put(ids, "followUpId", reviewed("/follow-up"), "followUpId");
        return ids;
    }

    /**
     * A record, one that tells the first opinion, one with pages to look at, photographs, words.
     */
    private List<String> papers() {
        return Stream.of("blood-test", "urdu-note", "ct-report", "medication-list", "translation")
                .map(story::document)
                .filter(Objects::nonNull)
                .toList();
    }

    private JsonNode reviewed(String path) {
        return review.lead().get(Service.REVIEW, review.path(path)).body();
    }

    private static void put(Map<String, List<String>> ids, String name, JsonNode in, String field) {
        var value = in.findValue(field);
        if (value != null) {
            ids.put(name, List.of(value.asText()));
        }
    }
}
