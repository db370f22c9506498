package org.consilium.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.contracts.Relation;
import org.consilium.contracts.ReviewEvent.ReviewOffered;
import org.consilium.notification.telling.Facts;
import org.consilium.notification.telling.Kind;
import org.consilium.notification.words.Content;
import org.consilium.notification.words.DigestLetter;
import org.consilium.notification.words.Language;
import org.consilium.notification.words.Letter;
import org.consilium.notification.words.Letters;
import org.consilium.notification.world.Door;
import org.consilium.notification.world.NotificationSettings;
import org.consilium.notification.world.Person;
import org.consilium.notification.world.Service;
import org.consilium.notification.world.Story;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every letter in every language, and how it looks when it has arrived. */
@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(NotificationSettings.class)
class LettersIT {

    @RegisterExtension static final Door MAIL = Door.toTheMailServer();
    @RegisterExtension static final Door DIRECTORY = Door.toTheDirectory();

    private static final Instant DUE = Instant.parse("2026-11-28T14:30:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final String LINK = "https://consilium.example/cases/1";

    private final Story story = new Story(Service.underTest());

    static Stream<Arguments> everyLetter() {
        return Arrays.stream(Kind.values())
                .flatMap(
                        kind ->
                                Arrays.stream(Language.values())
                                        .map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void says_what_happened_what_comes_next_and_whose_turn_it_is(Kind kind, Language language) {
        var letter = Letter.of(kind, new Facts(DUE, 2), "C-7KQ4-29", language, UTC);

        for (var body : new String[] {text(letter), html(letter)}) {
            assertThat(body)
                    .contains(letter.happened(), letter.next(), letter.turn(), "C-7KQ4-29", LINK)
                    .contains(letter.details())
                    .doesNotContain("{", "}", "null", "NOT_FOUND");
        }
        assertThat(html(letter)).contains("dir=\"" + language.direction() + "\"");
        assertThat(letter.subject()).contains("C-7KQ4-29").hasSizeLessThan(90);
        assertThat(letter.details()).hasSize(kind.due().isPresent() ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void is_in_its_own_language(Kind kind, Language language) {
        var letter = Letter.of(kind, Facts.NONE, "", language, UTC);

        assertThat(letter.happened() + letter.next() + letter.turn() + letter.headline())
                .matches(
                        switch (language) {
                            case EN -> "[\\x20-\\x7e]+";
                            case UR -> "(?s).*[\\u0600-\\u06ff].*";
                            case ZH -> "(?s).*[\\u4e00-\\u9fff].*";
                        });
    }

    @Test
    void tells_a_date_by_the_readers_clock_and_names_no_place() {
        var facts = Facts.due(DUE);
        var letter =
                Letter.of(Kind.REVIEW_OFFERED, facts, "", Language.EN, ZoneId.of("Asia/Karachi"));

        assertThat(letter.details())
                .containsExactly("Please answer by: November 28, 2026 19:30 UTC+05:00");
    }

    /** Midnight is the end of the day that was promised. */
    @Test
    void tells_a_promised_day_as_a_day() {
        var promised = Facts.due(Instant.parse("2026-11-25T00:00:00Z"));
        var letter =
                Letter.of(Kind.REVIEW_BEGAN, promised, "", Language.EN, ZoneId.of("Asia/Karachi"));

        assertThat(letter.details())
                .containsExactly("The opinion is expected by: November 24, 2026");
    }

    @ParameterizedTest
    @EnumSource
    void a_digest_has_every_letter_of_its_day(Language language) {
        var parts =
                Arrays.stream(Kind.values())
                        .map(kind -> Letter.of(kind, Facts.NONE, "C-7KQ4-29", language, UTC))
                        .map(letter -> new Content(letter, LINK))
                        .toList();
        var digest = DigestLetter.of(parts, language);

        assertThat(Letters.digestText(digest).render())
                .contains(parts.stream().map(part -> part.letter().happened()).toList())
                .contains(digest.happened(), LINK)
                .doesNotContain("{", "}", "null", "NOT_FOUND");
        assertThat(Letters.digestHtml(digest).render())
                .contains("dir=\"" + language.direction() + "\"")
                .doesNotContain("{", "}", "null", "NOT_FOUND");
    }

    @Test
    void an_urdu_mail_arrives_in_urdu_from_right_to_left() {
        story.opened(Person.YUSUF, Relation.PATIENT, "ur");
        await().atMost(30, SECONDS).until(() -> Person.YUSUF.mailsAbout(story).size() == 1);

        var mail = Person.YUSUF.mailsAbout(story).getFirst();
        assertThat(mail.subject())
                .isEqualTo("کیس " + story.reference() + ": آپ کا کیس کھول دیا گیا ہے");
        assertThat(mail.rawSubject()).isASCII().contains("=?UTF-8?");
        assertThat(mail.language()).isEqualTo("ur");
        assertThat(mail.html()).contains("dir=\"rtl\"", "اب آپ کی باری ہے۔");
        assertThat(mail.text())
                .contains("ابھی کسی ڈاکٹر کو کچھ نہیں بھیجا گیا۔")
                .contains("https://consilium.example/cases/" + story.caseId());
    }

    @Test
    void a_chinese_mail_arrives_in_chinese() {
        story.opened(Person.WEI, Relation.PATIENT, "zh-Hans");
        await().atMost(30, SECONDS).until(() -> Person.WEI.mailsAbout(story).size() == 1);

        var mail = Person.WEI.mailsAbout(story).getFirst();
        assertThat(mail.subject()).isEqualTo("个案 " + story.reference() + "：您的个案已建立");
        assertThat(mail.rawSubject()).isASCII();
        assertThat(mail.text()).contains("现在轮到您。");
    }

    /** Chen's account says Chinese, and no event says otherwise. */
    @Test
    void whoever_has_no_language_on_the_case_is_mailed_in_the_accounts() {
        story.opened(Person.AMINA, Relation.REPRESENTATIVE, "en");
        story.tell(new ReviewOffered(story.caseId(), UUID.randomUUID(), Person.CHEN.id(), DUE));
        await().atMost(30, SECONDS).until(() -> Person.CHEN.mailsAbout(story).size() == 1);

        assertThat(Person.CHEN.mailsAbout(story).getFirst().text())
                .contains("请于此日期前答复: 2026年11月28日 14:30 UTC");
    }

    private static String text(Letter letter) {
        return Letters.text(letter, LINK).render();
    }

    private static String html(Letter letter) {
        return Letters.html(letter, LINK).render().replace("&#39;", "'");
    }
}
