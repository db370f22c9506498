package org.consilium.documents;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A tus client, as simple as they come. */
public final class Tus {

    public static final String OFFSET_STREAM = "application/offset+octet-stream";

    private static final EncoderConfig WITHOUT_CHARSET =
            EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(OFFSET_STREAM, ContentType.BINARY);

    private Tus() {}

    public static RequestSpecification as(People person) {
        return asNobody().auth().oauth2(person.token());
    }

    public static RequestSpecification asNobody() {
        return given().config(RestAssured.config().encoderConfig(WITHOUT_CHARSET))
                .header("Tus-Resumable", "1.0.0");
    }

    public static Map<String, String> metadata(String fileName, String kind) {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("filename", fileName);
        metadata.put("kind", kind);
        return metadata;
    }

    public static String header(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .map(e -> e.getKey() + " " + base64(e.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String base64(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    public static Response reserve(
            People person, UUID caseId, long bytes, Map<String, String> metadata) {
        return as(person)
                .header("Upload-Length", bytes)
                .header("Upload-Metadata", header(metadata))
                .post("/api/documents/cases/{case}/uploads", caseId);
    }

    /** The path of the upload. */
    public static String reserved(
            People person, UUID caseId, long bytes, Map<String, String> metadata) {
        return reserve(person, caseId, bytes, metadata)
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
    }

    public static Response append(People person, String upload, long offset, byte[] bytes) {
        return as(person)
                .header("Upload-Offset", offset)
                .contentType(OFFSET_STREAM)
                .body(bytes)
                .patch(upload);
    }

    public static Response head(People person, String upload) {
        return as(person).head(upload);
    }

    /** The whole file in one request; answers the document's id. */
    public static UUID uploaded(
            People person, UUID caseId, byte[] file, Map<String, String> metadata) {
        var upload = reserved(person, caseId, file.length, metadata);
        append(person, upload, 0, file).then().statusCode(204);
        return idOf(upload);
    }

    public static UUID idOf(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }
}
