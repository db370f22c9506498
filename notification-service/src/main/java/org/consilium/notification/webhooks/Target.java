package org.consilium.notification.webhooks;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.consilium.kit.web.Problem;

/** Where a webhook leads. The address that was looked at is the one that is connected to. */
@ApplicationScoped
class Target {

    private final Vertx vertx;
    private final boolean privateAddresses;

    Target(Vertx vertx, WebhookConfig config) {
        this.vertx = vertx;
        this.privateAddresses = config.privateAddresses();
    }

    /** Refuses what is no address of another system's; its name is looked up when it is needed. */
    void check(String url) {
        if (!isAcceptable(url, privateAddresses)) {
            throw new Problem(
                    422,
                    "webhook-url-refused",
                    "A webhook leads to an https URL of a public host, without a login.");
        }
    }

    static boolean isAcceptable(String url, boolean privateAddresses) {
        return parse(url)
                .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null)
                .filter(uri -> uri.getRawFragment() == null)
                .filter(uri -> isSecure(uri) || (privateAddresses && isPlain(uri)))
                .filter(uri -> privateAddresses || isPublicIfLiteral(uri.getHost()))
                .isPresent();
    }

    /** Empty when the host is unknown, or any of its addresses is not public. */
    Uni<Optional<RequestOptions>> resolve(String url) {
        var uri = URI.create(url);
        return Uni.createFrom()
                .completionStage(
                        () ->
                                vertx.executeBlocking(
                                                () -> InetAddress.getAllByName(uri.getHost()),
                                                false)
                                        .toCompletionStage())
                .map(addresses -> options(url, uri, addresses))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Optional<RequestOptions> options(String url, URI uri, InetAddress[] addresses) {
        if (!privateAddresses && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            return Optional.empty();
        }
        int standard = isSecure(uri) ? 443 : 80;
        int port = uri.getPort() < 0 ? standard : uri.getPort();
        var server = SocketAddress.inetSocketAddress(port, addresses[0].getHostAddress());
        return Optional.of(new RequestOptions().setAbsoluteURI(url).setServer(server));
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isPlain(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isPublicIfLiteral(String host) {
        try {
            return PublicAddress.is(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            return !"localhost".equalsIgnoreCase(host);
        }
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
