package org.consilium.benchmarks;

import static io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator.emptyValidator;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.consilium.benchmarks.load.Client;
import org.consilium.benchmarks.load.ClosedLoop;
import org.consilium.benchmarks.load.Cost;
import org.consilium.benchmarks.load.Round;
import org.consilium.benchmarks.load.Rounds;
import org.consilium.benchmarks.load.WarmUp;
import org.consilium.stack.parts.Databases;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.story.People;
import org.consilium.system.story.Plot;

/**
 * A case of eight durable steps: through the intake service, by hand over JDBC, and pgbench beside
 * them, on one PostgreSQL with fsync on.
 */
final class Transitions {

    private static final String DATABASE = "bench";
    private static final int TURNS = 3;

    private final RunningSystem system;
    private final Databases databases;
    private final Report report;

    Transitions(RunningSystem system, Report report) {
        this.system = system;
        this.databases = system.addresses().postgres();
        this.report = report;
    }

    void measure(Path directory) throws Exception {
        prepare();
        var pgbench = new Pgbench(databases, DATABASE, directory);
        var people = new People(system);
        var plot = Plot.familyAbroad(LocalDate.now(ZoneOffset.UTC));
        try (var pool = pool()) {
            Callable<Client> overHttp = () -> new CaseOverHttp(people, plot);
            Callable<Client> inSql = () -> new CaseInSql(pool);
            warmUp(overHttp);
            warmUp(inSql);
            for (int clients : new int[] {8, 16}) {
                var http = new ArrayList<Round>();
                var sql = new ArrayList<Round>();
                var rates = new ArrayList<Double>();
                for (int turn = 0; turn < TURNS; turn++) {
                    http.add(round(overHttp, clients));
                    sql.add(round(inSql, clients));
                    pgbench.run(clients, Bench.TURN).ifPresent(rates::add);
                }
                report.transitions(
                        new Rounds("consilium", clients, http),
                        new Rounds("plain SQL", clients, sql),
                        rates);
            }
        }
    }

    private void warmUp(Callable<Client> clients) throws Exception {
        WarmUp.untilSettled(() -> round(clients, 8).cpuMillisPerStep());
    }

    private Round round(Callable<Client> clients, int count) throws Exception {
        var processes = processes();
        var before = Cost.soFar(databases, processes);
        var load = ClosedLoop.run(clients, count, Bench.TURN);
        return new Round(load, Cost.soFar(databases, processes).since(before));
    }

    private List<ProcessHandle> processes() {
        return List.of(
                system.service(Service.INTAKE).process().handle().orElseThrow(),
                system.parts().postgres().process().handle().orElseThrow());
    }

    private void prepare() throws SQLException, IOException {
        databases.create(DATABASE, DATABASE, DATABASE);
        Cost.count(databases);
        try (var connection = databases.connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(
                    "drop table if exists bench_case, bench_event, bench_outbox, bench_answer, pgbench_case, pgbench_history");
            statement.execute(CaseInSql.TABLES);
            statement.execute(Pgbench.TABLES);
        }
    }

    private AgroalDataSource pool() throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(
                                connections ->
                                        connections
                                                .maxSize(16)
                                                .connectionValidator(emptyValidator())
                                                .connectionFactoryConfiguration(
                                                        factory ->
                                                                factory.jdbcUrl(
                                                                                "jdbc:postgresql://"
                                                                                        + databases
                                                                                                .address()
                                                                                        + "/"
                                                                                        + DATABASE)
                                                                        .principal(
                                                                                new NamePrincipal(
                                                                                        "postgres"))
                                                                        .credential(
                                                                                new SimplePassword(
                                                                                        databases
                                                                                                .superuserPassword())))));
    }
}
