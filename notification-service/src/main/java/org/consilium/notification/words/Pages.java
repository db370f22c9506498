package org.consilium.notification.words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The one page that people see of this service itself. */
@CheckedTemplate(basePath = "Pages")
public final class Pages {

    private Pages() {}

    public static native TemplateInstance unsubscribe(UnsubscribePage page);
}
