package org.consilium.notification.words;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import org.consilium.notification.telling.Due;
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
        String footer,
        String shortText) {

    /**
     * In the reader's words.
     *
     * @param zone whose clock dates are told in; UTC where the reader has named none
     */
    public static Letter of(
            Kind kind, Facts facts, String reference, Language language, ZoneId zone) {
        var words = MessageBundles.get(Words.class, Localized.Literal.of(language.tag()));
        var headline = words.headline(kind);
        return new Letter(
                language,
                reference,
                words.subject(reference, headline),
                headline,
                words.happened(kind),
                details(kind, facts, words, language, zone),
                words.next(kind),
                words.turn(kind.turn()),
                words.open(),
                words.footer(),
                words.short_text(reference, headline));
    }

    private static List<String> details(
            Kind kind, Facts facts, Words words, Language language, ZoneId zone) {
        var details = new ArrayList<String>();
        if (facts.count() != null) {
            details.add(
                    kind == Kind.PAGE_REJECTED
                            ? words.page(facts.count())
                            : words.missing(facts.count()));
        }
        if (facts.due() != null) {
            kind.due()
                    .map(due -> words.due(due) + ": " + date(due, facts.due(), language, zone))
                    .ifPresent(details::add);
        }
        return details;
    }

    private static String date(Due due, Instant at, Language language, ZoneId zone) {
        return due == Due.EXPECTED_BY
                ? day(lastDayBefore(at), language)
                : moment(at.atZone(zone), language);
    }

    /** A day was promised, and midnight is its end: whoever reads the next date reads it wrong. */
    private static LocalDate lastDayBefore(Instant end) {
        return LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.UTC);
    }

    private static String day(TemporalAccessor date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }

    /** With the offset and not the zone's name, which is a place. */
    private static String moment(ZonedDateTime at, Language language) {
        var offset = at.getOffset().equals(ZoneOffset.UTC) ? "" : at.getOffset().getId();
        return day(at, language) + DateTimeFormatter.ofPattern(" HH:mm 'UTC'").format(at) + offset;
    }
}
