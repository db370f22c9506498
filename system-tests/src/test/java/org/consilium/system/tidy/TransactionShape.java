package org.consilium.system.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;

/** What a transaction looks like in bytecode. A lambda's calls count as those of its method. */
final class TransactionShape {

    static final String TRANSACTIONS = "org.consilium.kit.work.Transactions";

    private static final String UNIT_OF_WORK = "org.consilium.kit.work.UnitOfWork";

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

    private TransactionShape() {}
}
