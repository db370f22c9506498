package org.consilium.system.faults;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.consilium.ops.Ops;

/** Types {@code consilium-ops} as a runbook says. */
record Operator(Map<String, String> environment) {

    record Said(int exitCode, String words) {}

    Said types(String command) {
        var words = new StringWriter();
        var out = new PrintWriter(words);
        int code = Ops.run(environment, out, out, command.split(" "));
        System.out.printf("consilium-ops %s: exit %d%n%s", command, code, words);
        return new Said(code, words.toString());
    }
}
