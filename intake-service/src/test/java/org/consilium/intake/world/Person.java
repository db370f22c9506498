package org.consilium.intake.world;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.consilium.stack.BackingParts;
import org.consilium.stack.Tokens;

/** Somebody with an account and a real token for intake. */
public record Person(String username, UUID id) {

    public static final Person AMINA = person("amina", 1);
    public static final Person YUSUF = person("yusuf", 2);
    public static final Person RAHMAN = person("rahman", 3);
    public static final Person CARLA = person("carla", 4);
    public static final Person LENA = person("lena", 5);
    public static final Person CHEN = person("chen", 6);
    public static final Person OKAFOR = person("okafor", 7);
    public static final Person MALIK = person("malik", 8);
    public static final Person OLGA = person("olga", 9);
    public static final Person WEI = person("wei", 10);
    public static final Person MALLORY = person("mallory", 11);
    public static final Person TARIQ = person("tariq", 12);

    private static final Tokens TOKENS = new Tokens(BackingParts.addresses().issuer());

    private static Person person(String username, int number) {
        return new Person(
                username, UUID.fromString("00000000-0000-4000-8000-%012x".formatted(number)));
    }

    public String token() {
        return TOKENS.of(username, "intake");
    }

    public ValidatableResponse get(String path, Object... parameters) {
        return request().get(path, parameters).then();
    }

    public ValidatableResponse post(String path, Object body, Object... parameters) {
        return postWithKey(UUID.randomUUID().toString(), path, body, parameters);
    }

    public ValidatableResponse postWithKey(
            String key, String path, Object body, Object... parameters) {
        var request = request().header("Idempotency-Key", key);
        return (body == null ? request : request.body(body)).post(path, parameters).then();
    }

    public ValidatableResponse put(String ifMatch, String path, Object body, Object... parameters) {
        var request = ifMatch == null ? request() : request().header("If-Match", ifMatch);
        return request.body(body).put(path, parameters).then();
    }

    /** With a token of somebody who has just signed in. */
    public RequestSpecification signedIn() {
        return given().auth()
                .oauth2(TOKENS.signedIn(username, "intake"))
                .contentType(ContentType.JSON);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token()).contentType(ContentType.JSON);
    }
}
