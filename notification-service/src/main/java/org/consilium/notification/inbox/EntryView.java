package org.consilium.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.consilium.notification.telling.Turn;
import org.consilium.notification.words.Language;
import org.consilium.notification.words.Letter;

/**
 * What the caller was told, as the inbox shows it.
 *
 * @param language of the texts
 * @param due absent when nothing is due
 * @param readAt absent while unread
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        UUID id,
        UUID caseId,
        String reference,
        String kind,
        Instant happenedAt,
        Instant due,
        Instant readAt,
        Turn turn,
        String language,
        String title,
        String text,
        List<String> details,
        String next) {

    static EntryView of(Entry entry, String accountLanguage) {
        var language = Language.firstOf(entry.preferred(), entry.spoken(), accountLanguage);
        var letter =
                Letter.of(
                        entry.kind(),
                        entry.facts(),
                        entry.reference(),
                        language,
                        ZoneId.of(entry.zone() == null ? "UTC" : entry.zone()));
        return new EntryView(
                entry.id(),
                entry.caseId(),
                entry.reference(),
                entry.kind().code(),
                entry.happenedAt(),
                entry.facts().due(),
                entry.readAt(),
                entry.kind().turn(),
                language.tag(),
                letter.headline(),
                letter.happened(),
                letter.details(),
                letter.next());
    }
}
