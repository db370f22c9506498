package org.consilium.notification.words;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.consilium.notification.telling.Kind;

/**
 * Asks whether mails are to stop, or says that they have.
 *
 * @param button null when there is nothing left to press
 */
public record UnsubscribePage(Language language, String title, String text, String button) {

    public static UnsubscribePage asking(Kind kind, Language language) {
        var words = words(language);
        return asking(words, words.unsubscribe_ask(words.headline(kind)), language);
    }

    public static UnsubscribePage askingAboutDigest(Language language) {
        var words = words(language);
        return asking(words, words.unsubscribe_ask_digest(), language);
    }

    public static UnsubscribePage done(Language language) {
        var words = words(language);
        return new UnsubscribePage(
                language, words.unsubscribe_title(), words.unsubscribe_done(), null);
    }

    private static UnsubscribePage asking(Words words, String text, Language language) {
        return new UnsubscribePage(
                language, words.unsubscribe_title(), text, words.unsubscribe_button());
    }

    private static Words words(Language language) {
        return MessageBundles.get(Words.class, Localized.Literal.of(language.tag()));
    }
}
