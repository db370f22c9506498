package org.consilium.documents.document;

import java.util.List;
import org.consilium.contracts.DocumentsEvent;

/** What the rules answer. */
public sealed interface Decision {

    record Moved(Document to, List<DocumentsEvent> because) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
