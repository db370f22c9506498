package org.consilium.ops.flow;

import java.util.UUID;
import org.consilium.contracts.Source;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letter is meant. */
final class OneLetter {

    @Option(
            names = {"-s", "--service"},
            required = true,
            description = "whose dead letter it is")
    private Source service;

    @Parameters(paramLabel = "id", description = "from `dead-letters list`")
    private UUID id;

    Source service() {
        return service;
    }

    UUID id() {
        return id;
    }
}
