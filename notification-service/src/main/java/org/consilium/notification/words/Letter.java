package org.consilium.notification.words;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;

/**
 * What one person is told, in that person's language. Mail and inbox show the same.
 *
 * @param details a date or a number, each with what it means; may be empty
 */
public record Letter(
        Language language,
        String reference,
        String subject,
        String headline,
        String happened,
        List<String> details,
        String next,
        String turn,
        String open,
        String footer) {

    public static Letter of(Kind kind, Facts facts, String reference, Language language) {
        var words = MessageBundles.get(Words.class, Localized.Literal.of(language.tag()));
        var headline = words.headline(kind);
        return new Letter(
                language,
                reference,
                words.subject(reference, headline),
                headline,
                words.happened(kind),
                details(kind, facts, words, language),
                words.next(kind),
                words.turn(kind.turn()),
                words.open(),
                words.footer());
    }

    private static List<String> details(Kind kind, Facts facts, Words words, Language language) {
        var details = new ArrayList<String>();
        if (facts.count() != null) {
            details.add(words.missing(facts.count()));
        }
        if (facts.due() != null) {
            kind.due()
                    .map(words::due)
                    .ifPresent(due -> details.add(due + ": " + date(facts.due(), language)));
        }
        return details;
    }

    /** In UTC: where the person is, is not known here. */
    private static String date(Instant due, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.locale())
                        .withZone(ZoneOffset.UTC)
                        .format(due)
                + DateTimeFormatter.ofPattern(" HH:mm 'UTC'").withZone(ZoneOffset.UTC).format(due);
    }
}
