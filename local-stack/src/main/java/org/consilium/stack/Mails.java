package org.consilium.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.consilium.stack.parts.Http;

/** What the mail server has taken in. */
public final class Mails {

    private final String api;

    public Mails(String api) {
        this.api = api;
    }

    /** Oldest first. */
    public List<Mail> to(String address) {
        var user = URLEncoder.encode(address, StandardCharsets.UTF_8);
        var answer =
                Http.send(
                        HttpRequest.newBuilder(
                                        URI.create(api + "/user/" + user + "/messages/INBOX"))
                                .build());
        if (answer.statusCode() == 404 || answer.statusCode() == 400) {
            return List.of();
        }
        return StreamSupport.stream(Json.parse(answer.body()).spliterator(), false)
                .map(Mail::of)
                .toList();
    }

    /** One mail; {@code source} is all of it, headers first. */
    public record Mail(String messageId, String subject, String source) {

        static Mail of(JsonNode node) {
            return new Mail(
                    node.path("Message-ID").asText(),
                    node.path("subject").asText(),
                    node.path("mimeMessage").asText());
        }
    }
}
