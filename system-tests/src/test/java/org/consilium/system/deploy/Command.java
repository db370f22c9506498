package org.consilium.system.deploy;

import java.io.IOException;
import org.consilium.system.tidy.SourceTree;

/** A program that may be here or not. */
final class Command {

    private static final int NO_SUCH_PROGRAM = 127;

    private Command() {}

    /** What it ended with; 127 when there is no such program. */
    static int status(String... command) throws InterruptedException, IOException {
        try {
            return new ProcessBuilder(command)
                    .directory(SourceTree.ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            if (missing.getMessage().contains("No such file")) {
                return NO_SUCH_PROGRAM;
            }
            throw missing;
        }
    }
}
