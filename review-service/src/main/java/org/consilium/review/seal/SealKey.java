package org.consilium.review.seal;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.consilium.kit.start.StartRule;
import org.consilium.kit.start.Unfit;
import org.consilium.review.ReviewConfig;
import org.jboss.logging.Logger;

/**
 * The installation's own key, and the certificates that say whose it is. Opened before anything
 * else begins: a service that cannot seal has joined no consumer and begun no job when it ends.
 */
@ApplicationScoped
@Startup(StartRule.ASKED_FIRST)
class SealKey {

    private static final Logger LOG = Logger.getLogger(SealKey.class);

    private static final String SETTINGS = "LETTER_SEAL_KEYSTORE, LETTER_SEAL_PASSWORD";

    /** Long enough to have another certificate issued. */
    private static final Duration NOTICE = Duration.ofDays(30);

    private final Opened opened;
    private final Clock clock;

    SealKey(ReviewConfig config, Clock clock, MeterRegistry metrics) {
        var seal = config.letters().seal();
        this.clock = clock;
        this.opened = open(seal.keystore(), seal.password(), clock.instant());
        metrics.gauge("seal.certificate.remaining.seconds", this, SealKey::remaining);
        if (opened.until().isBefore(clock.instant().plus(NOTICE))) {
            LOG.warnf(
                    "the certificate of the letters' seal ends at %s: put in another",
                    opened.until());
        }
    }

    /**
     * Told by the clock, so that it goes on when nobody prints a letter; below nought it is over.
     */
    private double remaining() {
        return Duration.between(clock.instant(), opened.until()).toSeconds();
    }

    /** {@code certificates}: the key's own first, then those that vouch for it. */
    record Opened(PrivateKey key, List<X509Certificate> certificates) {

        Instant until() {
            return own().getNotAfter().toInstant();
        }

        boolean holdsAt(Instant moment) {
            return !moment.isBefore(own().getNotBefore().toInstant()) && !moment.isAfter(until());
        }

        /** Their common name, which PDF readers show; else all that the certificate says. */
        String owner() {
            var name = DSSASN1Utils.getHumanReadableName(new CertificateToken(own()));
            return name == null ? own().getSubjectX500Principal().getName() : name;
        }

        private X509Certificate own() {
            return certificates.getFirst();
        }
    }

    Opened opened() {
        return opened;
    }

    List<X509Certificate> certificates() {
        return opened.certificates();
    }

    /**
     * {@code keystore} is a PKCS #12 file in Base64: a secret goes through every deployment as
     * text.
     */
    static Opened open(String keystore, String password, Instant today) {
        try {
            var opened = read(keystore, password.toCharArray());
            opened.certificates().getFirst().checkValidity(Date.from(today));
            return opened;
        } catch (CertificateException e) {
            throw new Unfit(StartRule.SEAL, SETTINGS, "the certificate is not valid today");
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new Unfit(StartRule.SEAL, SETTINGS, "cannot be opened");
        }
    }

    private static Opened read(String keystore, char[] password)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        var file = Base64.getMimeDecoder().decode(keystore);
        store.load(new ByteArrayInputStream(file), password);
        for (var alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                return new Opened(key, chain(store, alias));
            }
        }
        throw new Unfit(StartRule.SEAL, SETTINGS, "there is no key in it");
    }

    private static List<X509Certificate> chain(KeyStore store, String alias)
            throws GeneralSecurityException {
        return Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
    }
}
