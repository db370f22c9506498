package org.consilium.documents;

import java.util.UUID;
import org.consilium.stack.BackingParts;
import org.consilium.stack.Tokens;

/** The demo users these tests need, with real tokens. */
public enum People {
    AMINA(1),
    YUSUF(2),
    CARLA(4),
    LENA(5),
    CHEN(6),
    OKAFOR(7),
    OLGA(9),
    MALLORY(0xb),
    TARIQ(0xc),
    NADIA(0xe);

    private static Tokens tokens;

    private final int number;

    People(int number) {
        this.number = number;
    }

    public UUID id() {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + number);
    }

    public String token() {
        return tokens().of(name().toLowerCase(java.util.Locale.ROOT), "documents");
    }

    /** Good for another service only. */
    public String tokenForIntake() {
        return tokens().of(name().toLowerCase(java.util.Locale.ROOT), "intake");
    }

    private static synchronized Tokens tokens() {
        if (tokens == null) {
            tokens = new Tokens(BackingParts.addresses().issuer());
        }
        return tokens;
    }
}
