package org.consilium.stack;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.stack.parts.Http;

/**
 * A sign-in as a browser does it: the page, its form, the code, the token (authorization code with
 * PKCE). Only such a token says when the person signed in; one for a password sent along does not.
 */
final class SignIn {

    private static final String CLIENT = "consilium-rest";
    private static final String BACK = "http://localhost/";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final String endpoint;
    private final String verifier = UUID.randomUUID().toString() + UUID.randomUUID();

    SignIn(String issuer) {
        this.endpoint = issuer + "/protocol/openid-connect";
    }

    /** As Keycloak does while another sign-in of the same person is under way. */
    static final class Refused extends IllegalStateException {

        Refused(HttpResponse<String> answer) {
            super("sign-in: " + answer.statusCode() + " at " + answer.uri().getPath());
        }
    }

    /** The token endpoint's answer. */
    String as(String username, String scope) {
        var asking =
                Tokens.form(
                        Map.of(
                                "client_id",
                                CLIENT,
                                "response_type",
                                "code",
                                "redirect_uri",
                                BACK,
                                "scope",
                                scope,
                                "code_challenge",
                                challenge(),
                                "code_challenge_method",
                                "S256"));
        var page = sent(HttpRequest.newBuilder(URI.create(endpoint + "/auth?" + asking)), 200);
        var form = posted(found(FORM, page.body()).replace("&amp;", "&"), password(username));
        var signedIn = sent(form.header("Cookie", cookies(page)), 302);
        var location = signedIn.headers().firstValue("Location").orElseThrow();
        var code = URLDecoder.decode(found(CODE, location), StandardCharsets.UTF_8);
        return sent(posted(endpoint + "/token", exchange(code)), 200).body();
    }

    private Map<String, String> exchange(String code) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "code", code,
                "redirect_uri", BACK,
                "code_verifier", verifier);
    }

    private static Map<String, String> password(String username) {
        return Map.of("username", username, "password", username);
    }

    private String challenge() {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder posted(String address, Map<String, String> form) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Tokens.form(form)));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request, int expected) {
        var answer = Http.send(request.build());
        if (answer.statusCode() != expected) {
            throw new Refused(answer);
        }
        return answer;
    }

    /** They are for https only, which this machine's own Keycloak does not speak. */
    private static String cookies(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("sign-in: no " + pattern + " in the answer");
        }
        return matcher.group(1);
    }
}
