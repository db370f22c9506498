package org.consilium.notification.keys;

/** Keys without a container. */
public final class KeysOfTests {

    private KeysOfTests() {}

    public static Keys of(String secret) {
        return new Keys(secret);
    }
}
