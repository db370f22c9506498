package org.consilium.kit.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import org.consilium.kit.work.ClockProducer;
import org.jboss.logging.Logger;

/**
 * Begins a service. It asks first whether all is set up rightly: a service that starts half and
 * then fails has joined its consumers and taken events it cannot handle.
 */
@QuarkusMain
public final class Start {

    /** EX_CONFIG of BSD's sysexits. */
    static final int WRONGLY_SET_UP = 78;

    private Start() {}

    public static void main(String... arguments) {
        var settings = new Settings(ConfigUtils.configBuilder().build());
        try {
            settings.judge();
            settings.judgeFailPoints();
            if (settings.asksOthers()) {
                var clock = ClockProducer.ofThisMachine();
                new DatabaseCheck(settings, clock).run();
                new KeycloakCheck(settings, clock).run().ifPresent(System.out::println);
            }
        } catch (Unfit unfit) {
            System.err.println(settings.service() + " does not start: " + unfit.getMessage());
            System.exit(WRONGLY_SET_UP);
        }
        Quarkus.run(null, Start::ended, arguments);
    }

    /**
     * What the framework finds out about a setting is told in a line too; all else with its trace.
     */
    private static void ended(int code, Throwable failure) {
        if (failure == null) {
            System.exit(code);
        }
        var line = WrongSetting.in(failure);
        if (line.isPresent()) {
            System.err.println("It does not start: " + line.get());
            System.exit(WRONGLY_SET_UP);
        }
        Logger.getLogger(Start.class).error("It does not start", failure);
        System.exit(1);
    }
}
