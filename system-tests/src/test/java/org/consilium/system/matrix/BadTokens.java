package org.consilium.system.matrix;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.consilium.system.Service;

/** Tokens that must open nothing, each made from a good one of a clinical lead. */
final class BadTokens {

    private static final String LEAD = "lena";

    private final Personas personas;
    private final KeyPair ownKey;
    private final String earlier;

    /** One token is taken now, to be shown once it has ended. */
    BadTokens(Personas personas) throws GeneralSecurityException {
        this.personas = personas;
        this.earlier = personas.tokens().of(LEAD);
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.ownKey = generator.generateKeyPair();
    }

    List<Persona> all() {
        return List.of(
                bad("no token", _ -> null),
                bad("not a token", _ -> "letmein"),
                bad("wrong audience", this::forAnother),
                bad("wrong issuer", _ -> resigned("http://localhost:1/realms/other")),
                bad("a key of one's own", _ -> resigned(null)),
                bad("alg none", _ -> unsigned()),
                bad("tampered", _ -> tampered()));
    }

    Persona expired() {
        return bad("expired", _ -> earlier);
    }

    boolean hasExpired() {
        return Instant.now().isAfter(Personas.end(earlier));
    }

    private static Persona bad(String name, Function<Service, String> bearer) {
        return new Persona(name, Set.of(), false, bearer);
    }

    private String forAnother(Service service) {
        var other = service == Service.INTAKE ? Service.REVIEW : Service.INTAKE;
        return personas.tokens().of(LEAD, other.code());
    }

    private String unsigned() {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good()[1] + ".";
    }

    /** More roles than were given, under the signature of what was given. */
    private String tampered() {
        var claims = decoded(good()[1]).replace("clinical-lead", "operator");
        return good()[0] + "." + encoded(claims) + "." + good()[2];
    }

    private String resigned(String issuer) {
        var claims = decoded(good()[1]);
        var changed =
                issuer == null
                        ? claims
                        : claims.replaceAll("\"iss\":\"[^\"]*\"", "\"iss\":\"" + issuer + "\"");
        var signed = good()[0] + "." + encoded(changed);
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sign(signed));
    }

    private byte[] sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(ownKey.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String[] good() {
        return personas.tokens().of(LEAD).split("\\.");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
