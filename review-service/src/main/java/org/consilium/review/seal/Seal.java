package org.consilium.review.seal;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.consilium.kit.web.Problem;
import org.consilium.kit.work.OwnContext;
import org.consilium.review.seal.SealKey.Opened;
import org.jboss.logging.Logger;

/**
 * Puts the seal on a printed letter: a PAdES baseline signature that permits no change after it.
 */
@ApplicationScoped
public class Seal {

    private static final Logger LOG = Logger.getLogger(Seal.class);

    private final Opened key;
    private final OwnContext context;
    private final Clock clock;

    @Inject
    Seal(SealKey key, OwnContext context, Clock clock) {
        this(key.opened(), context, clock);
    }

    Seal(Opened key, OwnContext context, Clock clock) {
        this.key = key;
        this.context = context;
        this.clock = clock;
    }

    /**
     * Fails as a problem when nothing can be sealed today. A service that runs for long may outlive
     * its certificate: whoever asks for a letter then asks again, and nothing is printed for
     * nothing.
     */
    public void require() {
        if (!key.holdsAt(clock.instant())) {
            LOG.errorf("no letter can be sealed: the certificate is valid until %s", key.until());
            throw new Problem(
                    503,
                    "seal-ended",
                    "No letter can be sealed just now: the certificate of this installation's seal is not valid. Nothing is lost. Try again once whoever runs the installation has put in another.");
        }
    }

    /** The same pages, sealed: to verify them nothing is needed but the file. */
    public Uni<byte[]> on(byte[] pdf) {
        return context.stayingOn(
                Uni.createFrom()
                        .item(() -> sealed(pdf, key, clock.instant()))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                UnaryOperator.identity());
    }

    /** Whose seal it is, by the name that PDF readers show. */
    public String owner() {
        return key.owner();
    }

    static byte[] sealed(byte[] pdf, Opened key, Instant at) {
        var letter = new InMemoryDocument(pdf, "letter.pdf");
        var parameters = parameters(key, at);
        var service = new PAdESService(new CommonCertificateVerifier());
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        var toBeSigned = service.getDataToSign(letter, parameters).getBytes();
        var signature = signatureOf(toBeSigned, key.key());
        return DSSUtils.toByteArray(service.signDocument(letter, parameters, signature));
    }

    private static PAdESSignatureParameters parameters(Opened key, Instant at) {
        var chain = key.certificates().stream().map(CertificateToken::new).toList();
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        parameters.bLevel().setSigningDate(Date.from(at));
        return parameters;
    }

    private static SignatureValue signatureOf(byte[] bytes, PrivateKey key) {
        var algorithm =
                SignatureAlgorithm.getAlgorithm(
                        EncryptionAlgorithm.forKey(key), DigestAlgorithm.SHA256);
        try {
            var signature = Signature.getInstance(algorithm.getJCEId());
            signature.initSign(key);
            signature.update(bytes);
            return new SignatureValue(algorithm, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal's key signs nothing", e);
        }
    }
}
