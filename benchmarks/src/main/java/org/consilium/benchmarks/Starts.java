package org.consilium.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.ServiceProcess;

/**
 * What it costs to start each service, and what it holds once it is ready; plainly, and with what
 * an earlier start learned.
 */
final class Starts {

    private static final Service[] ALL = Service.values();

    private final RunningSystem system;
    private final Report report;

    Starts(RunningSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    void measure() throws IOException {
        report.section(
                "Start",
                "service",
                "CPU seconds until ready",
                "resident MB when ready",
                "CPU seconds, learned",
                "resident MB, learned");
        for (var service : ALL) {
            var process = system.service(service);
            process.forgetLearned();
            var plain = start(process);
            learn(process);
            var learned = start(process);
            report.row(
                    service.code(),
                    plain.cpuSeconds(),
                    plain.residentMegabytes(),
                    learned.cpuSeconds(),
                    learned.residentMegabytes());
        }
    }

    private static Start start(ServiceProcess process) throws IOException {
        process.stop();
        process.start();
        var handle = process.process().handle().orElseThrow();
        var cpu = handle.info().totalCpuDuration().orElse(Duration.ZERO);
        return new Start(cpu.toMillis() / 1000.0, residentMegabytes(handle.pid()));
    }

    private static void learn(ServiceProcess process) {
        process.launchLearning();
        process.awaitReady();
        process.endLearning();
    }

    private record Start(double cpuSeconds, double residentMegabytes) {}

    static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }
}
