package org.consilium.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.consilium.system.Service;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/openapi}: what each service's build says it answers. */
class OpenApiPagesTest {

    @ParameterizedTest
    @EnumSource
    void the_published_description_is_that_of_the_build(Service service) throws IOException {
        var built =
                SourceTree.ROOT.resolve(service.code() + "-service/target/openapi/openapi.yaml");
        assertThat(built).as("package the service first").exists();
        new Page("openapi/" + service.code() + ".yaml").says(Files.readString(built));
    }
}
