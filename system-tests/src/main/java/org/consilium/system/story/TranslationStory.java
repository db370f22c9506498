package org.consilium.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/** One record in another language: a coordinator asks, a translator reads it and adds the words. */
public final class TranslationStory {

    private static final String TRANSLATOR = "00000000-0000-4000-8000-00000000000e";

    private final CaseStory story;
    private final Consumer<String> narrator;
    private final Person coordinator;
    private final Person translator;

    public TranslationStory(RunningSystem system, CaseStory story, Consumer<String> narrator) {
        var people = new People(system);
        this.story = story;
        this.narrator = narrator;
        this.coordinator = people.named("carla");
        this.translator = people.named("nadia");
    }

    public Person translator() {
        return translator;
    }

    /** The id of the accepted translation. */
    public String of(String document, String fileName, byte[] text) {
        var source = story.document(document);
        Waiting.until(
                document + " is accepted",
                () -> receipt(story.requester(), source).path("state").asText().equals("accepted"));
        var wish =
                Map.of(
                        "translator",
                        TRANSLATOR,
                        "from",
                        "ur",
                        "to",
                        "en",
                        "until",
                        Instant.now().plus(Duration.ofDays(7)).toString());
        coordinator.post(Service.DOCUMENTS, path(source, "/translators"), wish).expect(201);
        narrator.accept("carla asks nadia for a translation");
        var said =
                Map.of(
                        "filename",
                        fileName,
                        "language",
                        "en",
                        "manner",
                        "human",
                        "sourceSha256",
                        receipt(translator, source).path("sha256").asText());
        var uploads = path(source, "/translations/uploads");
        var sent = TusUpload.at(uploads, translator, said).send(text);
        Waiting.until(
                "the translation is accepted",
                () -> of(source).path(0).path("state").asText().equals("accepted"));
        narrator.accept("nadia's translation stands beside its source");
        story.note("translation", sent.id());
        return sent.id();
    }

    private JsonNode of(String source) {
        return story.requester()
                .get(Service.DOCUMENTS, path(source, "/translations"))
                .expect(200)
                .body();
    }

    private static JsonNode receipt(Person reader, String document) {
        return reader.get(Service.DOCUMENTS, path(document, "")).expect(200).body();
    }

    private static String path(String document, String rest) {
        return "/api/documents/" + document + rest;
    }
}
