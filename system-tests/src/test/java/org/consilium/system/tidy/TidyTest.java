package org.consilium.system.tidy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole tree against the house rules; {@link TidyRulesTest} shows that each rule can fail. */
class TidyTest {

    private static final int MOST_FILES_IN_A_PACKAGE = 15;
    private static final int LOOK_AGAIN_AT_LINES = 150;

    /** The two places that may ask the machine. */
    private static final Set<String> PRODUCERS = Set.of("ClockProducer.java", "Ids.java");

    /** It goes on where the object store's client left it, and a session wants its own thread. */
    private static final Set<String> AFTER_THE_OBJECT_STORE = Set.of("ClearingJob.java");

    private static final List<SourceFile> FILES = SourceTree.files().toList();

    @BeforeAll
    static void parse() {
        JavaShape.parse(FILES.stream().filter(SourceFile::isJava).toList());
    }

    @Test
    void nothing_is_left_for_later() {
        holds(_ -> true, TidyRules::leftForLater);
    }

    @Test
    void no_comment_is_a_banner() {
        holds(file -> !file.name().endsWith(".md"), TidyRules::banners);
    }

    @Test
    void no_file_names_its_author() {
        holds(SourceFile::isJava, TidyRules::authors);
    }

    @Test
    void services_take_time_and_ids_from_their_producers() {
        holds(
                file -> file.isInTheServices() && !PRODUCERS.contains(file.name()),
                TidyRules::timeOrIdOfItsOwn);
    }

    @Test
    void services_never_wait_for_a_uni() {
        holds(SourceFile::isInTheServices, TidyRules::blockingWaits);
    }

    @Test
    void what_is_written_goes_through_a_unit_of_work() {
        holds(
                file -> file.isInTheServices() && !AFTER_THE_OBJECT_STORE.contains(file.name()),
                SqlShape::writesPastTheUnitOfWork);
    }

    @Test
    void a_statement_names_its_columns() {
        holds(SourceFile::isInTheServices, SqlShape::takesWhateverColumnsThereAre);
    }

    @Test
    void tests_neither_sleep_nor_are_switched_off() {
        holds(SourceFile::isTestJava, TidyRules::sleepsOrSwitchedOff);
    }

    @Test
    void no_file_names_a_path_or_a_registry_of_one_machine() {
        holds(_ -> true, TidyRules::pathsOrHostsOfAMachine);
    }

    @Test
    void versions_stand_in_the_parent_pom_only() {
        holds(SourceFile::isModulePom, TidyRules::ownVersions);
    }

    @Test
    void a_readme_is_read_to_its_end() {
        holds(file -> file.name().equals("README.md"), TidyRules::tooLongToReadFirst);
    }

    @Test
    void a_file_holds_one_idea() {
        FILES.stream()
                .filter(file -> file.isMainJava() && file.lines() > LOOK_AGAIN_AT_LINES)
                .forEach(
                        file ->
                                System.out.printf(
                                        "Look again: %s %d%n", file.path(), file.lines()));
        holds(SourceFile::isMainJava, TidyRules::tooLong);
    }

    @Test
    void a_method_fits_on_a_screen() {
        holds(SourceFile::isJava, TidyRules::methodsTooLong);
    }

    /** A test may have a stand-in for one of our services and call it that. */
    @Test
    void every_name_says_what_the_thing_is() {
        holds(SourceFile::isMainJava, TidyRules::namesThatSayNothing);
    }

    @Test
    void a_package_is_one_feature() {
        var crowded =
                FILES.stream()
                        .filter(SourceFile::isMainJava)
                        .filter(file -> !file.name().equals("package-info.java"))
                        .collect(groupingBy(SourceFile::folder, counting()));
        crowded.values().removeIf(files -> files <= MOST_FILES_IN_A_PACKAGE);
        assertThat(crowded).isEmpty();
    }

    private static void holds(
            Predicate<SourceFile> where, Function<SourceFile, List<String>> rule) {
        assertThat(FILES.stream().filter(where)).as("files this rule is for").isNotEmpty();
        assertThat(FILES.stream().filter(where).flatMap(file -> rule.apply(file).stream()))
                .isEmpty();
    }
}
