package org.consilium.system.upgrades;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.stack.Ports;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.ServiceProcess;

/**
 * HAProxy before the replicas. Clients come to it by HTTP, as through an ingress; peers by TCP, as
 * through a Service: a connection that stands is not moved. It looks at a replica's readiness as
 * often as a kubelet does, and tries again what a replica refused to connect for, nothing else.
 */
final class Proxy {

    private final Path directory;
    private final ChildProcess process;
    private final Map<Service, List<ServiceProcess>> places;
    private final Map<Service, Integer> clients = new EnumMap<>(Service.class);
    private final Map<Service, Integer> peers = new EnumMap<>(Service.class);

    /** {@code places}: where replicas may run; none of them is used before it is admitted. */
    Proxy(RunningSystem system, Path directory, Map<Service, List<ServiceProcess>> places) {
        this.directory = directory;
        this.process = new ChildProcess("haproxy", directory);
        this.places = places;
        for (var service : places.keySet()) {
            clients.put(service, URI.create(system.service(service).url()).getPort());
            peers.put(service, Ports.freePort());
        }
    }

    void start() {
        var configuration = directory.resolve("haproxy.cfg");
        try {
            Files.writeString(configuration, configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.start(List.of("haproxy", "-db", "-f", configuration.toString()), Map.of());
        process.awaitReady(() -> Files.exists(socket()), Duration.ofSeconds(10));
    }

    void stop() {
        process.stop(Duration.ofSeconds(5));
    }

    /** Where another service finds this one. */
    String urlForPeers(Service service) {
        return "http://127.0.0.1:" + peers.get(service);
    }

    /** It is ready: an endpoint of its Service. */
    void admit(ServiceProcess replica) {
        tell(replica, "ready");
    }

    /** It ends: no endpoint any more, while connections that stand go on. */
    void forget(ServiceProcess replica) {
        tell(replica, "drain");
    }

    /** It has ended. */
    void remove(ServiceProcess replica) {
        tell(replica, "maint");
    }

    /** What was asked and answered since the start. */
    List<Answered> answered() {
        try (var lines = Files.lines(process.log(), US_ASCII)) {
            return lines.filter(Answered::isOne).map(Answered::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(ServiceProcess replica, String state) {
        var service = replica.service();
        var place = places.get(service).indexOf(replica);
        for (var way : List.of("clients", "peers")) {
            var server = service.code() + "-" + way + "/" + place;
            var said = say("set server " + server + " state " + state);
            if (!said.isBlank()) {
                throw new IllegalStateException(said);
            }
        }
    }

    private String say(String command) {
        var said = new ByteArrayOutputStream();
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(US_ASCII)));
            var piece = ByteBuffer.allocate(1024);
            while (channel.read(piece) >= 0) {
                said.write(piece.array(), 0, piece.position());
                piece.clear();
            }
            return said.toString(US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path socket() {
        return directory.resolve("socket");
    }

    /** Looks as often as the readiness probes in deploy/kubernetes/base. */
    private String configuration() {
        var text = new StringBuilder();
        text.append(
                """
                global
                    stats socket %s mode 600 level admin
                    log stdout format raw daemon
                defaults
                    log global
                    timeout connect 2s
                    timeout client 90s
                    timeout server 90s
                    retries 3
                    retry-on conn-failure
                    option redispatch 1
                    option httpchk GET /q/health/ready
                    http-check expect status 200
                    default-server inter 5s fall 2 rise 1
                """
                        .formatted(socket()));
        for (var service : places.keySet()) {
            text.append(way(service, "clients", clients.get(service), "http", Answered.FORMAT));
            text.append(
                    way(service, "peers", peers.get(service), "tcp", "connection %f %s %ts %rc"));
        }
        return text.toString();
    }

    private String way(Service service, String name, int port, String mode, String format) {
        var text = new StringBuilder();
        text.append("listen ").append(service.code()).append('-').append(name).append('\n');
        text.append("    mode ").append(mode).append('\n');
        text.append("    bind 127.0.0.1:").append(port).append('\n');
        text.append("    log-format \"").append(format).append("\"\n");
        var replicas = places.get(service);
        for (int place = 0; place < replicas.size(); place++) {
            text.append(
                    "    server %d %s check port %s disabled%n"
                            .formatted(
                                    place,
                                    replicas.get(place).url().replace("http://", ""),
                                    URI.create(replicas.get(place).managementUrl()).getPort()));
        }
        return text.toString();
    }
}
