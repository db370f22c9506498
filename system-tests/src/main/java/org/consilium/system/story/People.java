package org.consilium.system.story;

import org.consilium.stack.Tokens;
import org.consilium.system.RunningSystem;

/** The demo users; who they are stands in the README. */
public final class People {

    private final RunningSystem system;
    private final Tokens tokens;

    public People(RunningSystem system) {
        this.system = system;
        this.tokens = system.tokens();
    }

    public Person named(String username) {
        return new Person(system, tokens, username);
    }
}
