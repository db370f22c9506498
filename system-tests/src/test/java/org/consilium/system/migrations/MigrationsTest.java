package org.consilium.system.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.system.tidy.SourceFile;
import org.consilium.system.tidy.SourceTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

    /**
     * Up to here nobody ran a version before: with the first release they are raised once more, and
     * never again.
     */
    private static final Map<String, List<Integer>> BEFORE_THE_RULE =
            Map.of(
                    "service-kit", List.of(0, 10),
                    "intake-service", List.of(6),
                    "documents-service", List.of(11),
                    "review-service", List.of(13),
                    "notification-service", List.of(7));

    private static final Pattern PLACE =
            Pattern.compile("([a-z-]+)/src/main/resources/db/(?:kit|migration)/(V[^/]*\\.sql)");
    private static final Pattern CONTRACTS = Pattern.compile("V[\\d_]+__contract_\\w+\\.sql");
    private static final Pattern UNREAD =
            Pattern.compile("-- Not read since (\\d+\\.\\d+\\.\\d+)\\.");

    private static final Migration BEFORE =
            new Migration(
                    "a-service",
                    "V1__letters.sql",
                    """
                    create table letter (
                        id uuid primary key,
                        state text not null check (state in ('written', 'sent')),
                        words text not null default ''
                    );
                    create index letter_by_words on letter (words);
                    create unique index letter_once_a_day on letter (state, words);
                    create function seal(p_id uuid, p_by text) returns void language sql as $$ select 1; $$;""");

    @Test
    void new_migrations_only_expand() {
        var all = all();
        assertThat(all).hasSizeGreaterThan(30);
        assertThat(
                        all.stream()
                                .filter(one -> one.isAfter(BEFORE_THE_RULE.get(one.owner())))
                                .filter(one -> !takesAwayWhatNobodyReads(one))
                                .flatMap(one -> ExpandOnly.broken(one, before(one, all)).stream()))
                .isEmpty();
    }

    /** A baseline that is ahead of the files would hold nobody to the rule. */
    @Test
    void the_rule_begins_where_migrations_end_today_or_before() {
        BEFORE_THE_RULE.forEach(
                (owner, last) ->
                        assertThat(all().stream().filter(one -> one.owner().equals(owner)))
                                .anyMatch(one -> one.version().equals(last)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table letter add column note text;",
                "alter table letter add note text not null default '', add pages int;",
                "alter table letter alter column words drop not null;",
                "create table stamp (id uuid primary key, letter uuid not null unique references letter); create unique index once on stamp (letter);",
                "create index if not exists letter_by_state on letter (state);",
                "drop index letter_by_words;",
                "create table stamp (id uuid primary key); revoke update on stamp from somebody;",
                "alter table letter add fault text, add found_by uuid; alter table letter add constraint fault_whole check (num_nulls(fault, found_by) in (0, 2));",
                "alter table letter drop constraint letter_state_check; alter table letter add constraint letter_state_check check (state in ('written', 'sealed', 'sent'));",
                "drop function seal(uuid, text); create function seal(p_id uuid, p_by text, p_at date default null) returns void language sql as $$ drop table letter; $$;",
                "-- drop table letter;\nupdate letter set words = 'drop it; rename it' where words is null;"
            })
    void what_adds_is_taken(String sql) {
        assertThat(ExpandOnly.broken(new Migration("a", "V2__b.sql", sql), List.of(BEFORE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table letter;",
                "ALTER TABLE letter DROP COLUMN words;",
                "alter table letter drop words;",
                "alter table letter add note text, drop column words;",
                "alter table letter rename column words to text;",
                "alter table letter rename to mail;",
                "alter index letter_pkey rename to mail_pkey;",
                "alter table letter add column note text not null;",
                "alter table letter alter words set not null;",
                "alter table letter alter column words drop default;",
                "alter table letter alter column words type varchar(10);",
                "alter table letter alter words set data type jsonb using words::jsonb;",
                "alter table letter drop constraint letter_state_check;",
                "alter table letter drop constraint letter_state_check, add constraint letter_state_check check (state in ('written'));",
                "alter table letter add constraint short check (length(words) < 10);",
                "alter table letter add note text; alter table letter add check (note is null or words is null);",
                "alter table letter add unique (words);",
                "create unique index letter_once on letter (words);",
                "drop index letter_pkey;",
                "drop index letter_once_a_day;",
                "drop function seal(uuid, text);",
                "drop function seal(uuid, text); create function seal(p_id uuid, p_by text, p_at date) returns void language sql as $$ select 1 $$;",
                "create index concurrently letter_by_state on letter (state);",
                "truncate letter;",
                "revoke update on letter from somebody;"
            })
    void what_the_version_before_or_the_start_would_not_survive_is_refused(String sql) {
        assertThat(ExpandOnly.broken(new Migration("a", "V2__b.sql", sql), List.of(BEFORE)))
                .isNotEmpty();
    }

    @Test
    void what_a_released_version_no_longer_reads_may_go() {
        var changelog = "# Changelog\n\n## 0.3.0 (unreleased)\n\n## 0.2.0\n";
        assertThat(contracts("V9__contract_words.sql", "-- Not read since 0.2.0.\n", changelog))
                .isTrue();
        assertThat(contracts("V9__contract_words.sql", "-- Not read since 0.3.0.\n", changelog))
                .isFalse();
        assertThat(contracts("V9__contract_words.sql", "", changelog)).isFalse();
        assertThat(contracts("V9__words.sql", "-- Not read since 0.2.0.\n", changelog)).isFalse();
    }

    private static boolean contracts(String name, String sql, String changelog) {
        return takesAwayWhatNobodyReads(new Migration("a", name, sql), changelog);
    }

    private static boolean takesAwayWhatNobodyReads(Migration migration) {
        var changelog =
                SourceTree.files()
                        .filter(file -> file.path().equals("CHANGELOG.md"))
                        .findFirst()
                        .orElseThrow();
        return takesAwayWhatNobodyReads(migration, changelog.text());
    }

    private static boolean takesAwayWhatNobodyReads(Migration migration, String changelog) {
        var unread = UNREAD.matcher(migration.sql());
        return CONTRACTS.matcher(migration.name()).matches()
                && unread.lookingAt()
                && changelog
                        .lines()
                        .anyMatch(
                                line ->
                                        line.matches(
                                                "## "
                                                        + Pattern.quote(unread.group(1))
                                                        + "(?!.*unreleased).*"));
    }

    private static List<Migration> before(Migration migration, List<Migration> all) {
        return all.stream()
                .filter(one -> one.owner().equals(migration.owner()))
                .filter(one -> !one.equals(migration) && !one.isAfter(migration.version()))
                .toList();
    }

    private static List<Migration> all() {
        return SourceTree.files()
                .flatMap(MigrationsTest::migration)
                .sorted(
                        Comparator.comparing(
                                one -> one,
                                (a, b) ->
                                        a.isAfter(b.version())
                                                ? 1
                                                : b.isAfter(a.version()) ? -1 : 0))
                .toList();
    }

    private static Stream<Migration> migration(SourceFile file) {
        var place = PLACE.matcher(file.path());
        return place.matches()
                ? Stream.of(new Migration(place.group(1), place.group(2), file.text()))
                : Stream.empty();
    }
}
