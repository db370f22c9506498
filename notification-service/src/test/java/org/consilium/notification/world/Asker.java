package org.consilium.notification.world;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A peer that keeps its connection to one replica, and asks there again and again. */
public final class Asker {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    /** Its connection stands when this returns. */
    public Asker(String url, String token) {
        request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .build();
        assertThat(isToldToAskElsewhere(answer())).isFalse();
    }

    /** Each answer is a good one, the last too. */
    public void askUntilItIsToldToAskElsewhere() {
        await().atMost(20, SECONDS).until(() -> isToldToAskElsewhere(answer()));
    }

    private HttpResponse<String> answer() {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isToldToAskElsewhere(HttpResponse<String> answer) {
        return answer.headers().firstValue("Connection").filter("close"::equals).isPresent();
    }
}
