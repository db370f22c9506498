package org.consilium.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.consilium.benchmarks.load.Client;
import org.consilium.benchmarks.load.ClosedLoop;
import org.consilium.benchmarks.load.Load;
import org.consilium.benchmarks.load.WarmUp;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.People;
import org.consilium.system.story.Plot;
import org.consilium.system.story.Waiting;

/**
 * From the moment an event happened to the moment its consumer had handled it, with all services
 * running and steps arriving at a fixed pace whether or not the last was answered.
 */
final class Handled {

    /** The one leaves processors idle, the other is a busy installation. */
    private static final int[] STEPS_PER_SECOND = {10, 50};

    private static final Duration TIME = Bench.TURN.multipliedBy(3);
    private static final Set<Service> CONSUMERS = EnumSet.complementOf(EnumSet.of(Service.INTAKE));

    private final RunningSystem system;
    private final Report report;

    Handled(RunningSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    void measure() throws Exception {
        WarmUp.untilSettled(this::cpuMillisPerEventAtFullSpeed);
        for (int perSecond : STEPS_PER_SECOND) {
            measure(perSecond);
        }
    }

    private void measure(int perSecond) throws Exception {
        var since = Instant.now();
        var before = cpu();
        writeAtAPace(perSecond);
        allHeard();
        var spent = cpu();
        var happened =
                times(
                        "intake",
                        "select event_id, occurred_at from event where occurred_at > '%s'"
                                .formatted(since));
        report.section(
                "From commit to handled, %d steps per second".formatted(perSecond),
                "consumer",
                "events",
                "p50 ms",
                "p99 ms",
                "CPU ms per event");
        for (var consumer : CONSUMERS) {
            var latencies = latencies(happened, consumer);
            report.row(
                    consumer.code(),
                    latencies.getTotalCount(),
                    latencies.getValueAtPercentile(50) / 1000.0,
                    latencies.getValueAtPercentile(99) / 1000.0,
                    (double) spent.get(consumer).minus(before.get(consumer)).toMillis()
                            / latencies.getTotalCount());
        }
    }

    /** Of all consumers together. */
    private double cpuMillisPerEventAtFullSpeed() throws Exception {
        var events = count("intake", "event");
        var before = total(cpu());
        var people = new People(system);
        var plot = plot();
        ClosedLoop.run(() -> new CaseOverHttp(people, plot), 4, Bench.TURN);
        allHeard();
        return (double) total(cpu()).minus(before).toMillis() / (count("intake", "event") - events);
    }

    private static Duration total(Map<Service, Duration> cpu) {
        return CONSUMERS.stream().map(cpu::get).reduce(Duration.ZERO, Duration::plus);
    }

    private static Plot plot() {
        return Plot.familyAbroad(LocalDate.now(ZoneOffset.UTC));
    }

    private Map<Service, Duration> cpu() {
        var cpu = new EnumMap<Service, Duration>(Service.class);
        for (var service : Service.values()) {
            var process = system.service(service).process().handle().orElseThrow();
            cpu.put(service, process.info().totalCpuDuration().orElse(Duration.ZERO));
        }
        return cpu;
    }

    private void writeAtAPace(int perSecond) throws Exception {
        var people = new People(system);
        var plot = plot();
        var apart = Duration.ofSeconds(Client.STEPS).dividedBy(perSecond);
        var cases = new ConcurrentLinkedQueue<Future<Void>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor();
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            var pace =
                    clock.scheduleAtFixedRate(
                            () -> cases.add(clients.submit(() -> oneCase(people, plot))),
                            0,
                            apart.toMillis(),
                            TimeUnit.MILLISECONDS);
            clock.schedule(() -> pace.cancel(false), TIME.toMillis(), TimeUnit.MILLISECONDS).get();
        }
        for (var one : cases) {
            one.get();
        }
    }

    private static Void oneCase(People people, Plot plot) throws Exception {
        new CaseOverHttp(people, plot).oneCase(Load.histogram());
        return null;
    }

    private Histogram latencies(Map<UUID, Instant> happened, Service consumer) throws SQLException {
        var latencies = Load.histogram();
        times(consumer.code(), "select event_id, handled_at from inbox where source = 'intake'")
                .forEach(
                        (id, handled) -> {
                            if (happened.containsKey(id)) {
                                var late = Duration.between(happened.get(id), handled);
                                latencies.recordValue(
                                        Math.max(0, TimeUnit.NANOSECONDS.toMicros(late.toNanos())));
                            }
                        });
        return latencies;
    }

    private void allHeard() {
        Waiting.until(
                "every event is handled",
                () -> {
                    var happened = count("intake", "event");
                    return CONSUMERS.stream()
                            .allMatch(consumer -> happened == heardFromIntake(consumer));
                });
    }

    private long heardFromIntake(Service consumer) {
        return count(consumer.code(), "inbox where source = 'intake'");
    }

    private long count(String database, String from) {
        try (var connection = system.addresses().postgres().connect(database);
                var row =
                        connection.createStatement().executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<UUID, Instant> times(String database, String sql) throws SQLException {
        var times = new HashMap<UUID, Instant>();
        try (var connection = system.addresses().postgres().connect(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                times.put(rows.getObject(1, UUID.class), rows.getTimestamp(2).toInstant());
            }
        }
        return times;
    }
}
