package org.consilium.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;

/** What it costs to start each service, and what it holds once it is ready. */
final class Starts {

    private static final Service[] ALL = Service.values();

    private final RunningSystem system;
    private final Report report;

    Starts(RunningSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    void measure() throws IOException {
        report.section("Start", "service", "CPU seconds until ready", "resident MB when ready");
        for (var service : ALL) {
            var process = system.service(service);
            process.stop();
            process.start();
            var handle = process.process().handle().orElseThrow();
            var cpu = handle.info().totalCpuDuration().orElse(Duration.ZERO);
            report.row(service.code(), cpu.toMillis() / 1000.0, residentMegabytes(handle.pid()));
        }
    }

    static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }
}
