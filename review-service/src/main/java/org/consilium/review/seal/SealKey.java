package org.consilium.review.seal;

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

/** The installation's own key, and the certificates that say whose it is. */
@ApplicationScoped
@Startup
class SealKey {

    private static final Logger LOG = Logger.getLogger(SealKey.class);

    private static final String SETTINGS = "LETTER_SEAL_KEYSTORE, LETTER_SEAL_PASSWORD";

    /** Long enough to have another certificate issued. */
    private static final Duration NOTICE = Duration.ofDays(30);

    private final Opened opened;

    SealKey(ReviewConfig config, Clock clock) {
        var seal = config.letters().seal();
        this.opened = open(seal.keystore(), seal.password(), clock.instant());
        var until = opened.certificates().getFirst().getNotAfter().toInstant();
        if (until.isBefore(clock.instant().plus(NOTICE))) {
            LOG.warnf("the certificate of the letters' seal ends at %s: put in another", until);
        }
    }

    /** {@code certificates}: the key's own first, then those that vouch for it. */
    record Opened(PrivateKey key, List<X509Certificate> certificates) {}

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
