package org.consilium.review.seal;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whose seal stands on the letters: to be fetched once, and kept beside them. */
@Path("/api/reviews/seal")
class SealResource {

    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final SealKey key;

    SealResource(SealKey key) {
        this.key = key;
    }

    /** The seal's own certificate first. */
    @GET
    @Produces("application/pem-certificate-chain")
    @PermitAll
    @Operation(summary = "The certificate by which a letter's seal is verified, as PEM")
    public String certificate() {
        return key.certificates().stream().map(SealResource::pem).collect(Collectors.joining());
    }

    static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                    .formatted(LINES.encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("what was read cannot be written", e);
        }
    }
}
