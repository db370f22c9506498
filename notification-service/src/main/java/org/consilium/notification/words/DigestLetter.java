package org.consilium.notification.words;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;

/** What may wait, of one day and for one person, in one mail. */
public record DigestLetter(
        Language language, String subject, String happened, List<Content> parts, String footer) {

    public static DigestLetter of(List<Content> parts, Language language) {
        var words = MessageBundles.get(Words.class, Localized.Literal.of(language.tag()));
        return new DigestLetter(
                language,
                words.digest_subject(parts.size()),
                words.digest_happened(parts.size()),
                List.copyOf(parts),
                words.footer());
    }
}
