package org.consilium.ops.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.consilium.contracts.Source;
import org.consilium.stack.parts.Workspace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListensTest {

    private static final Pattern HEARD =
            Pattern.compile(
                    "(?m)^mp[.]messaging[.]incoming[.][a-z-]+[.]topic=.*?([a-z]+)[.]events$");

    @ParameterizedTest
    @EnumSource(Source.class)
    void a_service_is_asked_about_the_topics_it_listens_to(Source service) throws IOException {
        var settings =
                Workspace.root()
                        .resolve(
                                service.code()
                                        + "-service/src/main/resources/application.properties");
        assertThat(HEARD.matcher(Files.readString(settings)).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Differences.LISTENS.get(service).stream().map(Source::code).toList());
    }
}
