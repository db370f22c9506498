package org.consilium.notification.world;

import java.util.List;
import java.util.UUID;
import org.consilium.notification.world.Mailbox.Mail;

/** The demo users of the realm. */
public enum Person {
    AMINA("1"),
    YUSUF("2"),
    RAHMAN("3"),
    CARLA("4"),
    LENA("5"),
    CHEN("6"),
    OKAFOR("7"),
    OLGA("9"),
    WEI("a"),
    MALLORY("b"),
    TARIQ("c"),
    SOFIA("d");

    private final UUID id;

    Person(String lastDigit) {
        id = UUID.fromString("00000000-0000-4000-8000-00000000000" + lastDigit);
    }

    public UUID id() {
        return id;
    }

    public String username() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String token() {
        return Service.token(username());
    }

    public List<Mail> mailsAbout(Story story) {
        return mailsAbout(story.reference());
    }

    /** Those whose subject says so, oldest first. */
    public List<Mail> mailsAbout(String words) {
        return new Mailbox(username()).about(words);
    }
}
