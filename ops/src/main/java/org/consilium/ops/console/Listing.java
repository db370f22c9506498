package org.consilium.ops.console;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How what waits for an operator is listed: a line for each, of each service. */
public final class Listing {

    private final Environment environment;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Mixin private Services services;

    Listing(Environment environment) {
        this.environment = environment;
    }

    /** The exit code: 0 when nothing is waiting. */
    public int of(String rows) {
        var report = Report.inWords(command.commandLine().getOut());
        int found =
                services.each(
                        environment, (service, database) -> report.rows(service, database, rows));
        return found == 0 ? 0 : 1;
    }
}
