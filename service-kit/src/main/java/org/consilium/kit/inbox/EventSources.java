package org.consilium.kit.inbox;

import io.quarkus.arc.All;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.consilium.contracts.Source;
import org.consilium.kit.events.Envelope;
import org.eclipse.microprofile.config.Config;

/**
 * The services whose events are heard here: their logs, and what is done about them.
 *
 * <p>Each is asked with a token that is good for it only, so that whoever reads one there can do
 * nothing with it elsewhere.
 */
@ApplicationScoped
class EventSources {

    private static final int CONNECT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 5;

    private final List<EventConsumer> consumers;
    private final OidcClient identityProvider;
    private final Config config;
    private final Map<Source, TokensHelper> tokens = new EnumMap<>(Source.class);
    private final Map<Source, EventSourceClient> clients = new ConcurrentHashMap<>();

    EventSources(@All List<EventConsumer> consumers, OidcClient identityProvider, Config config) {
        this.consumers = consumers;
        this.identityProvider = identityProvider;
        this.config = config;
        consumers.forEach(consumer -> tokens.put(consumer.source(), new TokensHelper()));
    }

    /** Those that this service listens to. */
    List<Source> heard() {
        return consumers.stream().map(EventConsumer::source).toList();
    }

    /** Empty for a source that this service does not listen to. */
    Optional<EventConsumer> consumerOf(Source source) {
        return consumers.stream().filter(consumer -> consumer.source() == source).findFirst();
    }

    /** Some of the case's events from {@code seq} on, in their order. */
    Uni<List<Envelope>> log(Source source, UUID caseId, long seq) {
        return bearer(source)
                .chain(bearer -> client(source).from(caseId, seq, bearer))
                .invoke(events -> events.forEach(event -> checkOwner(event, source, caseId)));
    }

    private static void checkOwner(Envelope event, Source source, UUID caseId) {
        if (event.source() != source || !event.caseId().equals(caseId)) {
            throw new IllegalStateException(source + " answers with what was not asked for");
        }
    }

    /** The last one as long as it is good. */
    private Uni<String> bearer(Source source) {
        return tokens.get(source)
                .getTokens(identityProvider, Map.of("scope", source.code()), false)
                .map(token -> "Bearer " + token.getAccessToken());
    }

    /** One for all questions to a source: each client has connections of its own. */
    private EventSourceClient client(Source source) {
        return clients.computeIfAbsent(source, this::newClient);
    }

    private EventSourceClient newClient(Source source) {
        var url = config.getValue("consilium.peers." + source.code(), String.class);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(url))
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .build(EventSourceClient.class);
    }
}
