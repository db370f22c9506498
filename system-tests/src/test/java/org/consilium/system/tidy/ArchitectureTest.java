package org.consilium.system.tidy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom, read from the compiled classes of every module that is built. */
class ArchitectureTest {

    private static JavaClasses code;

    @BeforeAll
    static void readWhatIsBuilt() {
        var folders = modules().map(module -> SourceTree.ROOT.resolve(module + "/target/classes"));
        code = new ClassFileImporter().importPaths(folders.filter(Files::isDirectory).toList());
    }

    private static Stream<String> modules() {
        return Stream.of(
                "case-contracts",
                "service-kit",
                "intake-service",
                "documents-service",
                "review-service",
                "notification-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "documents", "review", "notification"})
    void a_service_knows_no_other_service(String service) {
        var others =
                Stream.of("intake", "documents", "review", "notification")
                        .filter(other -> !other.equals(service))
                        .map(other -> "org.consilium." + other + "..")
                        .toArray(String[]::new);
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("org.consilium." + service + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others));
    }

    @Test
    void the_kit_knows_no_service() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("org.consilium.kit..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.consilium.intake..",
                                "org.consilium.documents..",
                                "org.consilium.review..",
                                "org.consilium.notification.."));
    }

    /** Two that know each other are one, in two places. */
    @Test
    void no_two_packages_of_the_kit_know_each_other_by_whatever_way() {
        holds(slices().matching("org.consilium.kit.(*)..").should().beFreeOfCycles());
    }

    @Test
    void contracts_know_nothing_but_java() {
        holds(
                classes()
                        .that()
                        .resideInAPackage("org.consilium.contracts..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..", "org.consilium.contracts..", "org.jspecify.annotations"));
    }

    @Test
    void rules_know_only_java_the_contracts_and_each_other() {
        holds(classes().that(RuleShape.ARE_RULES).should(RuleShape.BE_PURE_ALL_THE_WAY_DOWN));
    }

    @Test
    void a_command_is_finished_even_when_its_caller_hangs_up() {
        holds(
                methods()
                        .that(RestShape.CHANGE_SOMETHING_OVER_REST)
                        .should(RestShape.NOT_BE_CANCELLABLE));
    }

    @Test
    void every_resource_method_says_who_may_call_it() {
        holds(methods().that(RestShape.ANSWER_OVER_REST).should(RestShape.SAY_WHO_MAY_CALL));
    }

    @Test
    void a_view_is_written_as_what_its_address_says() {
        holds(
                methods()
                        .that(RestShape.ANSWER_OVER_REST)
                        .should(RestShape.SAY_WHAT_A_VIEW_IS_WRITTEN_AS));
    }

    @Test
    void every_resource_method_is_public_or_the_framework_passes_it_over() {
        holds(methods().that(RestShape.ANSWER_OVER_REST).should().bePublic());
    }

    @Test
    void whoever_is_given_a_transaction_opens_no_other() {
        holds(
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideOutsideOfPackage("org.consilium.kit..")
                        .and(TransactionShape.ARE_GIVEN_A_TRANSACTION)
                        .should(TransactionShape.NOT_OPEN_A_TRANSACTION));
    }

    /** What makes the transactions wakes the relay after their commit. */
    @Test
    void whoever_is_given_a_transaction_takes_no_second_connection() {
        holds(
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .doNotHaveFullyQualifiedName(TransactionShape.TRANSACTIONS)
                        .and(TransactionShape.ARE_GIVEN_A_TRANSACTION)
                        .should(TransactionShape.NOT_TAKE_A_SECOND_CONNECTION));
    }

    /** Jackson's own failures quote the value: the kit's classes leave them behind. */
    @Test
    void no_service_meets_a_failure_that_quotes_what_is_stored() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("org.consilium.kit..", "..intake.programme..")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(
                                "com.fasterxml.jackson.core.JsonProcessingException"));
    }

    @Test
    void a_consumer_has_its_transaction_from_the_inbox() {
        holds(
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Consumer")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(TransactionShape.TRANSACTIONS));
    }

    /** A PUT may open its own: sent twice, it says the same thing. */
    @Test
    void a_post_has_its_transaction_from_idempotency() {
        holds(
                methods()
                        .that(RestShape.ARE_POSTED_TO)
                        .should(TransactionShape.NOT_OPEN_A_TRANSACTION));
    }

    /** A module that is not built yet has nothing to hold a rule against. */
    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(code);
    }
}
