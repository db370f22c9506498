package org.consilium.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Which operation a resource method is; looked up once for each. */
@ApplicationScoped
public class Operations {

    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    /** Empty for a method that is not {@link Guarded}. */
    public Optional<String> of(SimpleResourceInfo target) {
        return known.computeIfAbsent(
                target.getResourceClass().getName() + "#" + target.getMethodName(),
                name ->
                        Arrays.stream(target.getResourceClass().getDeclaredMethods())
                                .filter(method -> method.getName().equals(target.getMethodName()))
                                .map(method -> method.getAnnotation(Guarded.class))
                                .filter(Objects::nonNull)
                                .map(Guarded::value)
                                .findFirst());
    }
}
