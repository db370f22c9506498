package org.consilium.documents.requests;

import java.util.List;
import org.consilium.contracts.DocumentsEvent;

/** What the rules answer. */
public sealed interface Decision {

    record Moved(RecordRequest to, List<DocumentsEvent> because) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
