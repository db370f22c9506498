package org.consilium.benchmarks;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.consilium.benchmarks.load.Client;
import org.consilium.benchmarks.load.ClosedLoop;
import org.consilium.benchmarks.load.Cost;
import org.consilium.benchmarks.load.Load;
import org.consilium.benchmarks.load.Round;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.People;
import org.consilium.system.story.Person;
import org.consilium.system.story.Plot;

/** What a step and a page of the work list cost when few cases are stored, and when many are. */
final class Scale {

    private static final int FEW = 1_000;
    private static final int MANY = 200_000;

    /** More than a page of the work list has. */
    private static final int WAITING_FOR_TRIAGE = 60;

    private static final int PAGES = 200;
    private static final String WORK_LIST = "/api/cases?state=submitted";

    private final RunningSystem system;
    private final Report report;
    private final People people;
    private final Plot plot;

    Scale(RunningSystem system, Report report) {
        this.system = system;
        this.report = report;
        this.people = new People(system);
        this.plot = Plot.familyAbroad(LocalDate.now(ZoneOffset.UTC));
    }

    void measure() throws Exception {
        Cost.count(system.addresses().postgres());
        mostEndedAndSomeOpen();
        var stored = new StoredCases(system.addresses().postgres());
        withoutWholePages();
        report.section(
                "Stored cases",
                "stored",
                "SQL per step",
                "buffers per step",
                "WAL kB per case, no whole pages",
                "step p50 ms",
                "work-list page: buffers",
                "p50 ms");
        for (int cases : new int[] {FEW, MANY}) {
            stored.fillUpTo(cases);
            row(cases);
        }
    }

    /** What is stored are copies of these: a service of years has few open cases among many. */
    private void mostEndedAndSomeOpen() throws Exception {
        for (int i = 0; i < WAITING_FOR_TRIAGE; i++) {
            new CaseOverHttp(people, plot).untilSubmitted(Load.histogram());
        }
        ClosedLoop.run(() -> new CaseOverHttp(people, plot), 8, Bench.TURN);
    }

    /** How many there are depends on when the last checkpoint was, not on what is stored. */
    private void withoutWholePages() throws SQLException {
        try (var connection = system.addresses().postgres().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter system set full_page_writes = off");
            statement.execute("select pg_reload_conf()");
        }
    }

    private void row(int cases) throws Exception {
        Callable<Client> clients = () -> new CaseOverHttp(people, plot);
        ClosedLoop.run(clients, 2, Bench.TURN);
        var before = cost();
        var steps = new Round(ClosedLoop.run(clients, 2, Bench.TURN), cost().since(before));
        var carla = people.named("carla");
        pages(carla);
        before = cost();
        var pages = pages(carla);
        var perPage = cost().since(before).buffers() / (double) PAGES;
        report.row(
                cases,
                steps.statementsPerStep(),
                steps.buffersPerStep(),
                steps.walPerCase() / 1000,
                steps.load().millis(50),
                perPage,
                pages.getValueAtPercentile(50) / 1000.0);
    }

    private static Histogram pages(Person carla) throws Exception {
        var latencies = Load.histogram();
        for (int i = 0; i < PAGES; i++) {
            ClosedLoop.timed(latencies, () -> carla.get(Service.INTAKE, WORK_LIST).expect(200));
        }
        return latencies;
    }

    private Cost cost() throws Exception {
        return Cost.soFar(system.addresses().postgres(), List.of());
    }
}
