package org.consilium.system.rights;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.system.Service;
import org.consilium.system.rights.Edge.Guard;
import org.consilium.system.tidy.SourceTree;

/** The services' resource methods, read from what is compiled. */
public final class Edges {

    private static final String REST = "jakarta.ws.rs.";
    private static final String GUARDED = "org.consilium.kit.access.Guarded";
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";
    private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";

    private Edges() {}

    public static List<Edge> ofAll() {
        return Stream.of(Service.values()).flatMap(service -> of(service).stream()).toList();
    }

    /** Those of the service itself and those that the kit gives to each. */
    static List<Edge> of(Service service) {
        if (Files.notExists(classes(service.code() + "-service"))) {
            throw new IllegalStateException(service.code() + "-service is not compiled");
        }
        return new ClassFileImporter()
                .importPaths(classes(service.code() + "-service"), classes("service-kit")).stream()
                        .filter(type -> !type.isInterface() && type.isAnnotatedWith(REST + "Path"))
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(method -> edge(service, method).stream())
                        .sorted()
                        .toList();
    }

    private static Path classes(String module) {
        return SourceTree.ROOT.resolve(module + "/target/classes");
    }

    private static Optional<Edge> edge(Service service, JavaMethod method) {
        return Stream.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
                .filter(verb -> method.isAnnotatedWith(REST + verb))
                .findFirst()
                .map(verb -> new Edge(service, verb, path(method), guard(method)));
    }

    private static String path(JavaMethod method) {
        return path(method.getOwner()) + path((CanBeAnnotated) method);
    }

    private static String path(CanBeAnnotated annotated) {
        var annotation =
                annotated instanceof JavaClass type
                        ? type.tryGetAnnotationOfType(REST + "Path")
                        : ((JavaMethod) annotated).tryGetAnnotationOfType(REST + "Path");
        return annotation
                .flatMap(found -> found.get("value"))
                .map(
                        value ->
                                value.toString()
                                        .replaceAll("/$", "")
                                        .replaceAll("\\{(\\w+):[^}]*}+", "{$1}"))
                .map(value -> value.startsWith("/") ? value : "/" + value)
                .orElse("");
    }

    /** What stands at the method counts before what stands at its class. */
    private static Guard guard(JavaMethod method) {
        var operation = method.tryGetAnnotationOfType(GUARDED).flatMap(found -> found.get("value"));
        if (operation.isPresent()) {
            return new Guard.Policy(operation.get().toString());
        }
        return declared(method).or(() -> declared(method.getOwner())).orElseGet(Guard.Missing::new);
    }

    private static Optional<Guard> declared(CanBeAnnotated annotated) {
        if (annotated.isAnnotatedWith(PERMIT_ALL)) {
            return Optional.of(new Guard.Open());
        }
        var roles =
                annotated instanceof JavaClass type
                        ? type.tryGetAnnotationOfType(ROLES)
                        : ((JavaMethod) annotated).tryGetAnnotationOfType(ROLES);
        return roles.flatMap(found -> found.get("value"))
                .map(names -> new Guard.Roles(strings((Object[]) names)));
    }

    private static Set<String> strings(Object[] names) {
        return Stream.of(names).map(Object::toString).collect(Collectors.toSet());
    }
}
