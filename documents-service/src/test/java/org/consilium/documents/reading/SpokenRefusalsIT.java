package org.consilium.documents.reading;

import static org.consilium.documents.People.AMINA;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;
import org.consilium.documents.ACase;
import org.consilium.documents.Database;
import org.consilium.documents.OnRealParts;
import org.consilium.documents.Soon;
import org.consilium.documents.Tus;
import org.consilium.documents.recognition.SampleFiles;
import org.junit.jupiter.api.Test;

/** What people are told, in their language, when something cannot be. */
@OnRealParts
class SpokenRefusalsIT {

    private final ACase aCase = ACase.opened();

    @Test
    void a_refusal_is_told_in_the_reader_s_language_and_its_code_stays() {
        say("ur-PK, en;q=0.5", "ur", "حد سے بڑی");
        say("zh-CN", "zh", "文件超过");
        say("en", "en", "larger than we take");
    }

    @Test
    void bytes_that_are_not_to_be_had_are_said_to_be_away() {
        var id =
                Tus.uploaded(
                        AMINA, aCase.id(), SampleFiles.pdf(), Tus.metadata("a.pdf", "11502-2"));
        Soon.is(id, "accepted");
        Database.change("update document set object_key = ? where id = ?", UUID.randomUUID(), id);
        Tus.as(AMINA)
                .header("Accept-Language", "zh")
                .get("/api/documents/{id}/content", id)
                .then()
                .statusCode(503)
                .body("type", endsWith("store-away"))
                .body("detail", containsString("存储"));
    }

    private void say(String accepted, String language, String words) {
        Tus.as(AMINA)
                .header("Accept-Language", accepted)
                .header("Upload-Length", 1L << 40)
                .header("Upload-Metadata", Tus.header(Tus.metadata("a.pdf", "11502-2")))
                .post("/api/documents/cases/{id}/uploads", aCase.id())
                .then()
                .statusCode(413)
                .header("Content-Language", equalTo(language))
                .body("type", endsWith("too-large"))
                .body("detail", containsString(words));
    }
}
