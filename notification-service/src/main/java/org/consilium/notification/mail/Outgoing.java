package org.consilium.notification.mail;

import io.vertx.ext.mail.MailMessage;
import org.consilium.notification.words.Language;

/**
 * A mail that knows whether it may have left.
 *
 * <p>The mail client reads the text when the server has greeted it and taken its name, and not
 * before: whatever fails earlier was certainly not sent and may be tried again.
 */
final class Outgoing extends MailMessage {

    private volatile boolean begun;

    static Outgoing of(String subject, Language language, String text, String html) {
        var mail = new Outgoing();
        mail.setSubject(subject);
        mail.setText(text);
        mail.setHtml(html);
        mail.addHeader("Content-Language", language.tag());
        // RFC 3834: no out-of-office answer is to be sent to this.
        mail.addHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** RFC 8058: mail programs POST there at one click. */
    void offerUnsubscribe(String link) {
        addHeader("List-Unsubscribe", "<" + link + ">");
        addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    boolean begun() {
        return begun;
    }

    @Override
    public String getText() {
        begun = true;
        return super.getText();
    }
}
