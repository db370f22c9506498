package org.consilium.notification.words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A letter as a mail's two bodies; the templates stand in {@code templates/Letters}. */
@CheckedTemplate(basePath = "Letters")
public final class Letters {

    private Letters() {}

    public static native TemplateInstance text(Letter letter, String link);

    public static native TemplateInstance html(Letter letter, String link);

    public static native TemplateInstance digestText(DigestLetter digest);

    public static native TemplateInstance digestHtml(DigestLetter digest);
}
