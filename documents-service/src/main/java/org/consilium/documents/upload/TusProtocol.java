package org.consilium.documents.upload;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.kit.web.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What tus 1.0 wants of every request and answer about an upload. */
public class TusProtocol {

    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,termination,expiration,checksum";

    private static final Pattern UPLOADS =
            Pattern.compile("/api/documents/(cases/[^/]+|link|[^/]+/translations)/uploads(/.*)?");

    private static final String HEADER = "Tus-Resumable";

    /** What is not of the protocol, or comes before it. */
    private static final Set<String> READING = Set.of("OPTIONS", "GET");

    /** Of the extensions concatenation and creation-defer-length. */
    private static final List<String> NOT_OFFERED = List.of("Upload-Concat", "Upload-Defer-Length");

    /** Null lets the request through. */
    @ServerRequestFilter
    public Response checkVersion(ContainerRequestContext request) {
        if (isUpload(request)
                && !READING.contains(request.getMethod())
                && !VERSION.equals(request.getHeaderString(HEADER))) {
            throw new Problem(412, "tus-version", "Tus-Resumable has to be " + VERSION + ".");
        }
        if (isUpload(request)) {
            NOT_OFFERED.forEach(header -> refuse(header, request));
        }
        return null;
    }

    /** A client that asks for what is not offered would believe that it got it. */
    private static void refuse(String header, ContainerRequestContext request) {
        if (request.getHeaderString(header) != null) {
            throw Problem.malformed(header, "not-offered", "Tus-Extension lists what is offered");
        }
    }

    @ServerResponseFilter
    public void sayVersion(ContainerRequestContext request, ContainerResponseContext response) {
        if (isUpload(request)) {
            response.getHeaders().putSingle(HEADER, VERSION);
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
        if (isForNow(response.getStatus())) {
            response.getHeaders().putSingle("Retry-After", "5");
        }
        if (response.getStatus() == 408) {
            response.getHeaders().putSingle("Connection", "close");
        }
        if (response.getStatus() == 412) {
            response.getHeaders().putSingle("Tus-Version", VERSION);
        }
    }

    private static boolean isForNow(int status) {
        return status == 503 || status == 429 || status == 423;
    }

    private static boolean isUpload(ContainerRequestContext request) {
        return UPLOADS.matcher(request.getUriInfo().getPath()).matches();
    }
}
