package org.consilium.notification.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.consilium.notification.telling.Due;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.telling.Turn;

/**
 * All words of all messages; the texts stand in {@code messages/words_*.properties}. The build
 * fails when a text asks for anything but the parameters named here, and these are all there are.
 */
@MessageBundle("words")
public interface Words {

    @Message
    String subject(String reference, String headline);

    /** For telephones: all that a short message says, but for the link. */
    @Message
    String short_text(String reference, String headline);

    /** Also the title in the inbox. Read on lock screens: it never tells a reason or a result. */
    @Message
    String headline(Kind kind);

    @Message
    String happened(Kind kind);

    @Message
    String next(Kind kind);

    @Message
    String turn(Turn turn);

    @Message
    String due(Due due);

    @Message
    String missing(int count);

    /** Which page of a document is meant. */
    @Message
    String page(int count);

    @Message
    String digest_subject(int count);

    @Message
    String digest_happened(int count);

    @Message
    String unsubscribe_title();

    @Message
    String unsubscribe_ask(String headline);

    @Message
    String unsubscribe_ask_digest();

    @Message
    String unsubscribe_button();

    @Message
    String unsubscribe_done();

    @Message
    String open();

    @Message
    String footer();
}
