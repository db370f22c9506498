package org.consilium.notification.channels;

import java.util.List;
import java.util.Optional;
import org.consilium.notification.words.Content;
import org.consilium.notification.words.Language;

/**
 * What is to reach one person in one message, in that person's words.
 *
 * @param key the same for the same message, whoever sends it
 * @param contents one; several only for a digest, which goes by mail
 * @param unsubscribe where the person can end such messages; empty where they cannot be ended
 */
public record Parcel(
        String key, Language language, List<Content> contents, Optional<String> unsubscribe) {

    public Parcel {
        contents = List.copyOf(contents);
    }

    public Content first() {
        return contents.getFirst();
    }
}
