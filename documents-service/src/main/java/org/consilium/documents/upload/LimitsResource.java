package org.consilium.documents.upload;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.consilium.documents.recognition.FileType;
import org.consilium.documents.recognition.Pixels;
import org.consilium.kit.access.Guarded;

/** What may be uploaded, told before anybody tries. */
@Path("/api/documents/limits")
@Authenticated
public class LimitsResource {

    private final UploadConfig config;

    LimitsResource(UploadConfig config) {
        this.config = config;
    }

    /**
     * The limits.
     *
     * @param unfinishedForHours how long an upload waits for its last byte
     * @param maxPixels width times height of a picture, at most
     * @param atOncePerPerson how many files one person may send at the same time
     */
    public record LimitsView(
            long minBytes,
            long maxBytes,
            long unfinishedForHours,
            int atOncePerPerson,
            long maxPixels,
            List<TypeView> types) {}

    /** A type and the extensions its files may have; an empty one is none at all. */
    public record TypeView(String contentType, List<String> extensions) {}

    @GET
    @Guarded("see-limits")
    public LimitsView see() {
        var types =
                Arrays.stream(FileType.values())
                        .map(type -> new TypeView(type.contentType(), type.extensions()))
                        .toList();
        return new LimitsView(
                1,
                config.maxBytes(),
                config.expiry().toHours(),
                config.atOncePerPerson(),
                Pixels.MOST,
                types);
    }
}
