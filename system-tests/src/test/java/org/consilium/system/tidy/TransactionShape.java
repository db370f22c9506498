package org.consilium.system.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.HashSet;
import java.util.Set;

/** What a transaction looks like in bytecode. A lambda's calls count as those of its method. */
final class TransactionShape {

    static final String TRANSACTIONS = "org.consilium.kit.work.Transactions";

    private static final String UNIT_OF_WORK = "org.consilium.kit.work.UnitOfWork";

    private static final String POOL = "io.vertx.mutiny.sqlclient.Pool";

    static final DescribedPredicate<JavaMethod> ARE_GIVEN_A_TRANSACTION =
            describe(
                    "are given a transaction",
                    method ->
                            method.getRawParameterTypes().stream()
                                    .anyMatch(type -> type.getName().equals(UNIT_OF_WORK)));

    static final ArchCondition<JavaMethod> NOT_OPEN_A_TRANSACTION =
            ArchCondition.from(
                    describe(
                            "not open a transaction",
                            method ->
                                    method.getMethodCallsFromSelf().stream()
                                            .noneMatch(
                                                    call ->
                                                            call.getTargetOwner()
                                                                    .getName()
                                                                    .equals(TRANSACTIONS))));

    /**
     * A pool's connection is another one: many who hold one and wait for a second starve each
     * other, and what is read there is not what this transaction has changed.
     */
    static final ArchCondition<JavaMethod> NOT_TAKE_A_SECOND_CONNECTION =
            ArchCondition.from(
                    describe(
                            "not take a second connection",
                            method -> !readsFromThePool(method, new HashSet<>())));

    private TransactionShape() {}

    /** Itself, or through what it calls without passing its transaction on. */
    private static boolean readsFromThePool(JavaMethod method, Set<String> seen) {
        return seen.add(method.getFullName())
                && method.getAccessesFromSelf().stream()
                        .anyMatch(
                                access ->
                                        access.getTargetOwner().getName().equals(POOL)
                                                || leadsToThePool(access, seen));
    }

    private static boolean leadsToThePool(JavaAccess<?> access, Set<String> seen) {
        return access.getTarget()
                .resolveMember()
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast)
                .filter(next -> !ARE_GIVEN_A_TRANSACTION.test(next))
                .filter(next -> readsFromThePool(next, seen))
                .isPresent();
    }
}
