package org.consilium.system.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Optional;
import java.util.stream.Stream;

/** What a REST edge looks like in bytecode. Interfaces are clients, not resources. */
final class RestShape {

    private static final String REST = "jakarta.ws.rs.";
    private static final String CANCELLABLE = "org.jboss.resteasy.reactive.server.Cancellable";
    private static final String GUARDED = "org.consilium.kit.access.Guarded";
    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
    private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";

    static final DescribedPredicate<JavaMethod> CHANGE_SOMETHING_OVER_REST =
            describe(
                    "change something over REST",
                    method -> answers(method, "POST", "PUT", "PATCH", "DELETE"));

    static final DescribedPredicate<JavaMethod> ARE_POSTED_TO =
            describe("are posted to", method -> answers(method, "POST"));

    static final DescribedPredicate<JavaMethod> ANSWER_OVER_REST =
            describe(
                    "answer over REST",
                    method ->
                            answers(method, "GET", "HEAD", "OPTIONS")
                                    || CHANGE_SOMETHING_OVER_REST.test(method));

    static final ArchCondition<JavaMethod> NOT_BE_CANCELLABLE =
            ArchCondition.from(
                    describe(
                            "carry @Cancellable(false)",
                            method ->
                                    method.tryGetAnnotationOfType(CANCELLABLE)
                                            .flatMap(annotation -> annotation.get("value"))
                                            .equals(Optional.of(false))));

    static final ArchCondition<JavaMethod> SAY_WHO_MAY_CALL =
            ArchCondition.from(
                    describe(
                            "carry @Guarded, @RolesAllowed or @PermitAll",
                            method ->
                                    method.isAnnotatedWith(GUARDED)
                                            || method.isAnnotatedWith(ROLES_ALLOWED)
                                            || method.isAnnotatedWith(PERMIT_ALL)
                                            || method.getOwner().isAnnotatedWith(ROLES_ALLOWED)
                                            || method.getOwner().isAnnotatedWith(PERMIT_ALL)));

    /** The framework would write a view as Java's text for whoever accepts anything but JSON. */
    static final ArchCondition<JavaMethod> SAY_WHAT_A_VIEW_IS_WRITTEN_AS =
            ArchCondition.from(
                    describe(
                            "carry @Produces, or their class does, where they answer with a view",
                            method ->
                                    !answersWithAView(method)
                                            || method.isAnnotatedWith(REST + "Produces")
                                            || method.getOwner()
                                                    .isAnnotatedWith(REST + "Produces")));

    private RestShape() {}

    private static boolean answersWithAView(JavaMethod method) {
        return method.getReturnType() instanceof JavaParameterizedType answer
                && method.getRawReturnType().getName().equals("io.smallrye.mutiny.Uni")
                && !answer.getActualTypeArguments()
                        .getFirst()
                        .toErasure()
                        .getName()
                        .equals(REST + "core.Response");
    }

    private static boolean answers(JavaMethod method, String... verbs) {
        return !method.getOwner().isInterface()
                && Stream.of(verbs).anyMatch(verb -> method.isAnnotatedWith(REST + verb));
    }
}
