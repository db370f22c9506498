package org.consilium.ops;

import org.consilium.ops.console.Environment;
import picocli.CommandLine;

/** Gives each command the environment; all else that is made for them has no need of it. */
record Wiring(Environment environment) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            var parameters = constructor.getParameterTypes();
            if (parameters.length == 1 && parameters[0] == Environment.class) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(environment));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
