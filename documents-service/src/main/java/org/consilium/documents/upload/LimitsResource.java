package org.consilium.documents.upload;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.consilium.documents.paper.Form.Paper;
import org.consilium.documents.paper.Photograph;
import org.consilium.documents.recognition.FileType;
import org.consilium.documents.recognition.Pixels;
import org.consilium.kit.access.Guarded;

/** What may be uploaded, told before anybody tries. */
@Path("/api/documents/limits")
@Produces(MediaType.APPLICATION_JSON)
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
     * @param photographs of several that are one document
     */
    public record LimitsView(
            long minBytes,
            long maxBytes,
            long unfinishedForHours,
            int atOncePerPerson,
            long maxPixels,
            List<TypeView> types,
            PhotographLimits photographs) {}

    /** How many pages a document may have, and what each may be. */
    public record PhotographLimits(int maxPages, long maxBytes, List<TypeView> types) {}

    /** A type and the extensions its files may have; an empty one is none at all. */
    public record TypeView(String contentType, List<String> extensions) {}

    @GET
    @Guarded("see-limits")
    public LimitsView see() {
        return new LimitsView(
                1,
                config.maxBytes(),
                config.expiry().toHours(),
                config.atOncePerPerson(),
                Pixels.MOST,
                views(List.of(FileType.values())),
                new PhotographLimits(
                        Paper.MOST_PAGES,
                        Math.min(Paper.MOST_BYTES_OF_A_PAGE, config.maxBytes()),
                        views(Photograph.TYPES)));
    }

    private static List<TypeView> views(List<FileType> types) {
        return types.stream()
                .map(type -> new TypeView(type.contentType(), type.extensions()))
                .toList();
    }
}
