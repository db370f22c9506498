package org.consilium.notification.occasions;

import static org.consilium.notification.occasions.Line.when;
import static org.consilium.notification.telling.Audience.COORDINATORS;
import static org.consilium.notification.telling.Audience.REVIEWER;

import java.util.List;
import org.consilium.contracts.DocumentsEvent.CopyFailed;
import org.consilium.contracts.DocumentsEvent.DocumentRejected;
import org.consilium.contracts.DocumentsEvent.TranslationAdded;
import org.consilium.contracts.DocumentsEvent.TranslationRetracted;
import org.consilium.contracts.DocumentsEvent.TranslatorEngaged;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;

/** Who is told what becomes of the records. */
final class WhoIsToldOfRecords {

    static final List<Line<?>> LINES =
            List.of(
                    when(DocumentRejected.class)
                            .only("AS_A_WHOLE", rejected -> rejected.page() == null)
                            .tell(Kind.DOCUMENT_REJECTED)
                            .person(DocumentRejected::uploadedBy),
                    when(DocumentRejected.class)
                            .only("ONE_PAGE", rejected -> rejected.page() != null)
                            .tell(Kind.PAGE_REJECTED)
                            .with(rejected -> Facts.count(rejected.page()))
                            .person(DocumentRejected::uploadedBy),
                    when(CopyFailed.class).tell(Kind.COPY_FAILED).person(CopyFailed::uploadedBy),
                    when(CopyFailed.class).tell(Kind.BETTER_COPY_NEEDED).all(COORDINATORS),
                    when(TranslatorEngaged.class)
                            .tell(Kind.TRANSLATION_ASKED)
                            .with(engaged -> Facts.due(engaged.until()))
                            .person(TranslatorEngaged::translator),
                    when(TranslationAdded.class).tell(Kind.TRANSLATION_ADDED).all(COORDINATORS),
                    when(TranslationRetracted.class)
                            .tell(Kind.TRANSLATION_RETRACTED)
                            .all(COORDINATORS),
                    when(TranslationRetracted.class)
                            .tell(Kind.TRANSLATION_NOT_TO_RELY_ON)
                            .all(REVIEWER),
                    when(TranslationRetracted.class)
                            .only("BY_A_COORDINATOR", e -> !e.retractedBy().equals(e.translator()))
                            .tell(Kind.YOUR_TRANSLATION_RETRACTED)
                            .person(TranslationRetracted::translator));

    private WhoIsToldOfRecords() {}
}
