package org.consilium.system.story;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.consilium.system.Service;
import org.consilium.system.story.Person.Answer;

/**
 * One upload by tus 1.0 (https://tus.io/protocols/resumable-upload), resumed from where the server
 * says it is.
 */
final class TusUpload {

    private static final int PIECE = 256 * 1024;
    private static final int TOO_MANY_AT_ONCE = 429;

    private final Person person;
    private final String uploads;
    private final Map<String, String> particulars;

    TusUpload(Person person, String caseId, Map<String, String> particulars) {
        this("/api/documents/cases/" + caseId + "/uploads", particulars, person);
    }

    private TusUpload(String uploads, Map<String, String> particulars, Person person) {
        this.uploads = uploads;
        this.particulars = particulars;
        this.person = person;
    }

    /** One that begins at another address than a case's. */
    static TusUpload at(String uploads, Person person, Map<String, String> particulars) {
        return new TusUpload(uploads, particulars, person);
    }

    /**
     * What was sent.
     *
     * @param id of the document, which is the upload's
     * @param paper of which it is a page; null for a file that stands for itself
     */
    record Sent(String id, String paper) {}

    Sent send(byte[] file) {
        return send(file, PIECE);
    }

    /** All in one request, as most clients do where the line holds. */
    Sent sendAtOnce(byte[] file) {
        return send(file, file.length);
    }

    private Sent send(byte[] file, int piece) {
        var created = create(file.length);
        var upload = URI.create(created.header("Location"));
        var address =
                upload.isAbsolute()
                        ? upload
                        : person.request(Service.DOCUMENTS, upload.toString()).build().uri();
        var last = created;
        var id = upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1);
        for (int offset = 0;
                offset < file.length;
                offset = Integer.parseInt(last.header("Upload-Offset"))) {
            last =
                    append(
                            address,
                            Arrays.copyOfRange(file, offset, Math.min(file.length, offset + piece)),
                            offset);
        }
        return new Sent(id, created.header("Upload-Paper"));
    }

    private Answer create(int length) {
        return person.send(
                        person.request(Service.DOCUMENTS, uploads)
                                .header("Tus-Resumable", "1.0.0")
                                .header("Upload-Length", Integer.toString(length))
                                .header("Upload-Metadata", metadata(particulars))
                                .POST(BodyPublishers.noBody()))
                .expect(201);
    }

    /** Whoever sends more than a few files at once is told to come again, and does. */
    private Answer append(URI address, byte[] piece, int offset) {
        var answer = new AtomicReference<Answer>();
        Waiting.until(
                "there is room for a piece",
                () -> {
                    answer.set(sent(address, piece, offset));
                    return answer.get().status() != TOO_MANY_AT_ONCE;
                });
        return answer.get().expect(204);
    }

    private Answer sent(URI address, byte[] piece, int offset) {
        return person.send(
                person.authorised(address)
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", Integer.toString(offset))
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofByteArray(piece)));
    }

    static String metadata(Map<String, String> particulars) {
        return particulars.entrySet().stream()
                .map(
                        entry ->
                                entry.getKey()
                                        + " "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        entry.getValue()
                                                                .getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }
}
