package org.consilium.system.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A refusal that people can read was seen by a test, which names it as the client or the rules do.
 */
class RefusalsAreTriedTest {

    private static final Pattern CODE = Pattern.compile("(?m)^([a-z0-9-]+)(?:\\.[a-z]+)?\\s*=");

    @ParameterizedTest
    @CsvSource({"intake", "documents", "review", "notification"})
    void each_refusal_is_named_by_a_test(String service) {
        var tests = testsOf(service);

        assertThat(codes(service))
                .isNotEmpty()
                .allSatisfy(
                        code ->
                                assertThat(tests.stream().filter(test -> names(test, code)))
                                        .as("a test that provokes %s", code)
                                        .isNotEmpty());
    }

    private static boolean names(String test, String code) {
        var constant = code.toUpperCase(Locale.ROOT).replace('-', '_');
        return Pattern.compile("(?<![a-z0-9-])" + code + "(?![a-z0-9-])|\\b" + constant + "\\b")
                .matcher(test)
                .find();
    }

    private static List<String> testsOf(String service) {
        return SourceTree.files()
                .filter(SourceFile::isTestJava)
                .filter(
                        file ->
                                file.path()
                                        .matches(
                                                "(%s-service|system-tests|service-kit)/.*"
                                                        .formatted(service)))
                .map(SourceFile::text)
                .toList();
    }

    private static List<String> codes(String service) {
        var path = service + "-service/src/main/resources/texts/problems_en.properties";
        return SourceTree.files()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> CODE.matcher(file.text()).results())
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.toList());
    }
}
