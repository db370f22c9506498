package org.consilium.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.model.Extensions;
import java.util.HashSet;
import java.util.Set;
import org.consilium.kit.command.Idempotency;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/**
 * Tells the header {@code Idempotency-Key} of each operation that takes one: what a class changes
 * that was given {@link Idempotency} goes by way of it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class KeyedOperations implements OASFilter {

    private final Set<String> methods = new HashSet<>();

    public KeyedOperations(IndexView index) {
        index.getKnownClasses().stream()
                .filter(KeyedOperations::takesKeys)
                .forEach(this::addMethods);
    }

    private static boolean takesKeys(ClassInfo resource) {
        return resource.constructors().stream()
                .flatMap(constructor -> constructor.parameterTypes().stream())
                .anyMatch(type -> type.name().toString().equals(Idempotency.class.getName()));
    }

    /** By the reference that the description has of each method. */
    private void addMethods(ClassInfo resource) {
        for (var method : resource.methods()) {
            var named = OASFactory.createOperation();
            Extensions.setMethodRef(named, resource, method);
            methods.add(Extensions.getMethodRef(named));
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description.getPaths().getPathItems().values().forEach(this::tell);
    }

    private void tell(PathItem path) {
        tell(path.getPOST(), true);
        tell(path.getDELETE(), true);
        tell(path.getPUT(), false);
    }

    private void tell(Operation operation, boolean required) {
        if (operation != null && methods.contains(Extensions.getMethodRef(operation))) {
            operation.addParameter(key(required));
        }
    }

    private static Parameter key(boolean required) {
        return OASFactory.createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .required(required)
                .description(
                        "Of the client's own making: the same request with the same key is done once and answered the same for 24 hours.")
                .schema(
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .minLength(1)
                                .maxLength(Idempotency.MAX_KEY_LENGTH));
    }
}
