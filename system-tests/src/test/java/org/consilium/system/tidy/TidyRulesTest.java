package org.consilium.system.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail proves nothing: each is shown something wrong and something right. */
class TidyRulesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"rules", "statements", "shapes"})
    void a_rule_sees_what_is_wrong_and_passes_what_is_right(
            String what, Function<SourceFile, List<String>> rule, String wrong, String right) {
        assertThat(rule.apply(file(wrong))).as("wrong: %s", what).isNotEmpty();
        assertThat(rule.apply(file(right))).as("right: %s", what).isEmpty();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("later", TidyRules::leftForLater, "// TO" + "DO: this", "// a to-do list"),
                rule("banner", TidyRules::banners, "    // -" + "---- state", "// - a dash"),
                rule("author", TidyRules::authors, " * @" + "author me", " * @param author who"),
                rule("time", TidyRules::timeOrIdOfItsOwn, "Instant.now()", "clock.instant()"),
                rule(
                        "date",
                        TidyRules::timeOrIdOfItsOwn,
                        "LocalDate.now()",
                        "LocalDate.now(clock)"),
                rule("id", TidyRules::timeOrIdOfItsOwn, "UUID.randomUUID()", "ids.next()"),
                rule("wait", TidyRules::blockingWaits, "uni.await().indefinitely()", "await(uni)"),
                rule(
                        "sleep",
                        TidyRules::sleepsOrSwitchedOff,
                        "Thread" + ".sleep(5)",
                        "await().until()"),
                rule("path", TidyRules::pathsOrHostsOfAMachine, "cd /ro" + "ot/x", "cd deploy/x"),
                rule(
                        "host",
                        TidyRules::pathsOrHostsOfAMachine,
                        "registry.np" + "mjs.org",
                        "npm ci"));
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                rule(
                        "write",
                        SqlShape::writesPastTheUnitOfWork,
                        "pool.preparedQuery(GONE); String GONE = \"delete from a where id = $1\";",
                        "pool.preparedQuery(\"select deleted from a\")"),
                rule(
                        "write in a block",
                        SqlShape::writesPastTheUnitOfWork,
                        "pool.query(\"\"\"\n  update a set b = 1\"\"\")",
                        "work.session().createNativeQuery(\"\"\"\n  update a set b = 1\"\"\")"),
                rule(
                        "columns",
                        SqlShape::takesWhateverColumnsThereAre,
                        "select o.position, e.* from outbox o",
                        "select count(*) from outbox"),
                rule(
                        "columns given back",
                        SqlShape::takesWhateverColumnsThereAre,
                        "delete from a returning *",
                        "delete from a returning id"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                rule("file", TidyRules::tooLong, "a\n".repeat(251), "a\n".repeat(250)),
                rule("readme", TidyRules::tooLongToReadFirst, "a\n".repeat(121), "a\n".repeat(120)),
                rule("method", TidyRules::methodsTooLong, method(40), method(38)),
                rule(
                        "suffix",
                        TidyRules::namesThatSayNothing,
                        "class CaseManager {}",
                        "class CaseDesk {}"),
                rule(
                        "nested",
                        TidyRules::namesThatSayNothing,
                        "class A { record BDto() {} }",
                        "class A {}"),
                rule(
                        "handler",
                        TidyRules::namesThatSayNothing,
                        "class MailHandler {}",
                        "interface DeadlineHandler {}"),
                rule(
                        "version",
                        TidyRules::ownVersions,
                        pom("<version>1.2</version>"),
                        pom("<version>${a.version}</version>")),
                rule(
                        "property",
                        TidyRules::ownVersions,
                        pom("<a.version>1.2</a.version>"),
                        pom("<a.size>1.2</a.size>")));
    }

    private static Arguments rule(
            String what, Function<SourceFile, List<String>> rule, String wrong, String right) {
        return Arguments.of(what, rule, wrong, right);
    }

    private static SourceFile file(String text) {
        return new SourceFile("x-service/src/main/java/org/consilium/x/A.java", text);
    }

    private static String method(int statements) {
        return "class A {\nvoid a() {\n" + "a();\n".repeat(statements) + "}\n}";
    }

    private static String pom(String line) {
        return "<parent>\n<version>0.1.0</version>\n</parent>\n" + line;
    }
}
