package org.consilium.system.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service's rules look like in bytecode. */
final class RuleShape {

    private static final Pattern RULES =
            Pattern.compile(
                    "org\\.consilium\\.(intake|documents|review|notification)\\..*"
                            + "(Lifecycle|Command|Decision|Rules|Matching|Completeness|Assessment)");

    /**
     * Of other people's only annotations: they say how data is written and run nothing. Of the kit
     * only the hash and the spelling of codes, which are Java's own.
     */
    private static final Pattern PURE =
            Pattern.compile(
                    "java\\..*|org\\.consilium\\.contracts\\..*|org\\.jspecify\\..*"
                            + "|jakarta\\.validation\\.(Valid|constraints\\..*)"
                            + "|com\\.fasterxml\\.jackson\\.annotation\\..*"
                            + "|org\\.consilium\\.kit\\.(work\\.Sha256|words\\.Code)");

    static final DescribedPredicate<JavaClass> ARE_RULES =
            describe("are rules of a service", type -> RULES.matcher(type.getName()).matches());

    static final ArchCondition<JavaClass> BE_PURE_ALL_THE_WAY_DOWN =
            new ArchCondition<>("know only Java, the contracts and what is as pure") {
                @Override
                public void check(JavaClass rules, ConditionEvents events) {
                    impurities(rules)
                            .map(Dependency::getDescription)
                            .forEach(
                                    impurity ->
                                            events.add(
                                                    SimpleConditionEvent.violated(
                                                            rules, impurity)));
                }
            };

    private RuleShape() {}

    /** Of the rules themselves and of every class of the service that they lead to. */
    private static Stream<Dependency> impurities(JavaClass rules) {
        var service = rules.getPackageName().replaceFirst("(org\\.consilium\\.\\w+).*", "$1");
        var seen = new HashSet<>(List.of(rules));
        var next = new ArrayDeque<>(seen);
        var impurities = Stream.<Dependency>builder();
        while (!next.isEmpty()) {
            for (var dependency : next.remove().getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getBaseComponentType();
                if (target.getName().startsWith(service + ".")) {
                    if (seen.add(target)) {
                        next.add(target);
                    }
                } else if (!target.isPrimitive() && !PURE.matcher(target.getName()).matches()) {
                    impurities.add(dependency);
                }
            }
        }
        return impurities.build();
    }
}
