package org.consilium.system.upgrades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.consilium.stack.Mails;
import org.consilium.stack.parts.Workspace;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.ServiceProcess;
import org.consilium.system.faults.Checker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make drill-upgrade}: two versions, built by scripts/build-versions. */
@Tag("drill")
class UpgradeIT {

    private static final Path N = Workspace.root().resolve(".local/upgrade/n");
    private static final Path NEXT = Workspace.root().resolve(".local/upgrade/next");
    private static final Duration CALM = Duration.ofSeconds(20);

    private final Map<Service, List<ServiceProcess>> places = new EnumMap<>(Service.class);
    private final Map<Service, Deployment> deployments = new EnumMap<>(Service.class);
    private final List<Phase> phases = new ArrayList<>();
    private RunningSystem system;
    private Proxy proxy;
    private int noted;

    @BeforeEach
    void started(@TempDir Path directory) {
        system = RunningSystem.in(directory);
        for (var service : Service.values()) {
            places.put(
                    service,
                    Stream.generate(() -> system.replica(service))
                            .limit(Deployment.PLACES)
                            .toList());
        }
        proxy = new Proxy(system, directory.resolve("haproxy"), places);
        places.forEach(
                (service, replicas) ->
                        deployments.put(service, new Deployment(service, replicas, proxy)));
        places.values().forEach(replicas -> replicas.forEach(this::findsItsPeersByTheProxy));
        system.startParts(_ -> {});
        proxy.start();
        for (int replica = 0; replica < 2; replica++) {
            deployments.values().forEach(deployment -> deployment.launch(N));
            deployments.values().forEach(Deployment::admit);
        }
    }

    @AfterEach
    void stopped() {
        proxy.stop();
        system.stop();
    }

    @Test
    void nobody_notices_that_each_replica_is_replaced_by_the_next_version_and_back()
            throws Exception {
        var load = new Load(system);
        load.warmUp();
        phaseEnds("warming up");
        try (load) {
            load.start();
            pause(CALM);
            phaseEnds("calm, all N");
            replaceBy(NEXT);
            phaseEnds("N to N+1");
            pause(CALM);
            phaseEnds("calm, all N+1");
            replaceBy(N);
            phaseEnds("N+1 to N");
            pause(CALM);
        }
        phaseEnds("calm, all N on the schema of N+1");
        report(load);

        assertThat(load.broken()).as("what came to nothing").isEmpty();
        assertThat(phases).flatExtracting(Phase::failed).as("failed requests").isEmpty();
        new Checker(system).nothingIsLostAnywhere(load.delivered());
        bothVersionsWereHeard();
        nobodyWasToldTwice();
        assertThat(errorsInTheLogs()).isEmpty();
    }

    private void findsItsPeersByTheProxy(ServiceProcess replica) {
        places.keySet()
                .forEach(peer -> replica.with(peer.name() + "_URL", proxy.urlForPeers(peer)));
        replica.without("QUARKUS_SHUTDOWN_DELAY");
    }

    /** As many services at once as there are processors; the others meanwhile run what they ran. */
    private void replaceBy(Path version) {
        deployments.values().parallelStream().forEach(deployment -> deployment.replaceBy(version));
    }

    private void phaseEnds(String name) {
        var answered = proxy.answered();
        phases.add(new Phase(name, answered.subList(noted, answered.size())));
        noted = answered.size();
        System.out.println(phases.getLast().row());
        phases.getLast().failed().stream().limit(20).forEach(System.out::println);
    }

    /** Events with a field and of a type that N does not know went through N. */
    private void bothVersionsWereHeard() {
        var checker = new Checker(system);
        for (var service : List.of(Service.INTAKE, Service.DOCUMENTS, Service.REVIEW)) {
            var next = "select count(*) from event where data like '%writtenByNext%'";
            var unknown = "select count(*) from event where type like '%.seen-by-next.v1'";
            assertThat(checker.count(service, next)).as("by N+1 in %s", service).isPositive();
            assertThat(checker.count(service, unknown)).as("of %s", service).isPositive();
        }
    }

    private void nobodyWasToldTwice() {
        var mails = new Mails(system.addresses().mail().api());
        for (var who : List.of("amina", "yusuf", "wei", "carla", "lena", "chen", "okafor")) {
            assertThat(mails.to(who + "@consilium.example"))
                    .extracting(Mails.Mail::messageId)
                    .doesNotHaveDuplicates();
        }
    }

    /** What was under way in a consumer that is closed is heard again by another replica. */
    private static boolean isAfterShutdown(String line) {
        return line.contains("[Error Occurred After Shutdown]");
    }

    private List<String> errorsInTheLogs() throws IOException {
        var errors = new ArrayList<String>();
        for (var replica : places.values().stream().flatMap(List::stream).toList()) {
            try (var lines = Files.lines(replica.process().log(), StandardCharsets.ISO_8859_1)) {
                lines.filter(line -> line.contains(" ERROR "))
                        .filter(line -> !isAfterShutdown(line))
                        .forEach(errors::add);
            }
        }
        return errors;
    }

    private void report(Load load) {
        System.out.printf(
                "%d cases delivered, %d slow uploads, %d streams resumed%n",
                load.delivered().size(), load.slowUploads(), LiveReader.RESUMED.get());
        deployments.forEach(
                (service, deployment) ->
                        System.out.printf(
                                "%s: from the signal to the end %d s at most%n",
                                service.code(), deployment.longestEnd().toSeconds()));
        load.broken().forEach(System.out::println);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
