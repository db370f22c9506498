package org.consilium.notification.channels;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways out, by their names in tables, events and wishes. */
public enum Channel {
    MAIL,
    SMS,
    WHATSAPP;

    /** A telephone is asked for: nobody is called upon there who has not wished it. */
    public boolean isOnByItself() {
        return this == MAIL;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> ofCode(String code) {
        return Arrays.stream(values()).filter(channel -> channel.code().equals(code)).findFirst();
    }
}
