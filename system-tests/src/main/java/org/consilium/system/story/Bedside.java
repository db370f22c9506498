package org.consilium.system.story;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.Person.Answer;

/** Whoever sits at the bedside with a link: no account, and nothing but uploads. */
public final class Bedside {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI documents;
    private final String link;

    public Bedside(RunningSystem system, String link) {
        this.documents = URI.create(system.service(Service.DOCUMENTS).url());
        this.link = link;
    }

    /** What may still be sent; the link's limits are told before anything is. */
    public Answer limits() {
        return Person.answered(request("/api/documents/link").GET());
    }

    public Answer receipts() {
        return Person.answered(request("/api/documents/link/uploads").GET());
    }

    /** In one piece. */
    public void upload(byte[] file, Map<String, String> particulars) {
        var created =
                Person.answered(
                                request("/api/documents/link/uploads")
                                        .header("Upload-Length", Integer.toString(file.length))
                                        .header("Upload-Metadata", TusUpload.metadata(particulars))
                                        .POST(BodyPublishers.noBody()))
                        .expect(201);
        Person.answered(
                        request(created.header("Location"))
                                .header("Upload-Offset", "0")
                                .header("Content-Type", "application/offset+octet-stream")
                                .method("PATCH", BodyPublishers.ofByteArray(file)))
                .expect(204);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(documents.resolve(path))
                .timeout(PATIENCE)
                .header("Upload-Link", link)
                .header("Tus-Resumable", "1.0.0");
    }
}
