package org.consilium.system.migrations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What of a migration the version before, or the start itself, would not survive; it runs on this
 * schema while replicas are replaced, and again after a rollback. Why, and what to write instead:
 * docs/decisions/0022.
 */
final class ExpandOnly {

    private static final Pattern ALTER =
            Pattern.compile("alter table (?:if exists )?(?:only )?([\\w.]+) (.*)");
    private static final Pattern CREATED =
            Pattern.compile("create (?:unlogged )?table (?:if not exists )?([\\w.]+).*");
    private static final Pattern UNIQUE_INDEX =
            Pattern.compile("create unique index (?:if not exists )?\\w+ on (?:only )?([\\w.]+).*");
    private static final Pattern ADDED_COLUMN =
            Pattern.compile(
                    "add (?!constraint|check|unique|primary|foreign|exclude)(?:column )?(?:if not exists )?(\\w+).*");
    private static final Pattern DROPPED_FUNCTION =
            Pattern.compile("drop function (?:if exists )?(\\w+) ?\\((.*)\\).*");
    private static final Pattern CREATED_FUNCTION =
            Pattern.compile("create (?:or replace )?function (\\w+) ?\\((.*?)\\) returns .*");
    private static final Pattern LISTED =
            Pattern.compile("add constraint (\\w+) check \\((\\w+) in \\(([^)]*)\\)\\).*");
    private static final Pattern DROPPED_CONSTRAINT =
            Pattern.compile("drop constraint (?:if exists )?(\\w+).*");

    private static final Pattern DROPPED_INDEX =
            Pattern.compile("drop index (?:if exists )?(\\w+).*");
    private static final Pattern PLAIN_INDEX =
            Pattern.compile("create index (?:if not exists )?(\\w+) on .*");
    private static final Pattern REVOKED =
            Pattern.compile("revoke .* on (?:table )?([\\w.]+) from .*");
    private static final Pattern CHECK =
            Pattern.compile("add (?:constraint \\w+ )?check (\\(.*\\)).*");
    private static final Pattern WORD = Pattern.compile("\\b[a-z_]\\w*\\b(?! ?\\()");
    private static final Set<String> GRAMMAR =
            Set.of(
                    "is",
                    "not",
                    "null",
                    "and",
                    "or",
                    "in",
                    "between",
                    "true",
                    "false",
                    "distinct",
                    "from");

    private final Migration migration;
    private final List<Migration> earlier;
    private final Set<String> ownTables = new HashSet<>();
    private final Set<String> newColumns = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private ExpandOnly(Migration migration, List<Migration> earlier) {
        this.migration = migration;
        this.earlier = earlier;
    }

    /** {@code earlier}: of the same database. */
    static List<String> broken(Migration migration, List<Migration> earlier) {
        var rule = new ExpandOnly(migration, earlier);
        migration.statements().forEach(rule::look);
        return rule.found;
    }

    private void look(String statement) {
        var created = CREATED.matcher(statement);
        var altered = ALTER.matcher(statement);
        var unique = UNIQUE_INDEX.matcher(statement);
        if (created.matches()) {
            ownTables.add(created.group(1));
        } else if (altered.matches()) {
            if (!ownTables.contains(altered.group(1))) {
                Migration.parts(altered.group(2))
                        .forEach(change -> lookAtChange(altered.group(1), change));
            }
        } else if (statement.matches("(create (unique )?|drop )index concurrently .*")) {
            refuse("waits for ever for the transaction of Flyway's own lock", statement);
        } else if (unique.matches() && !ownTables.contains(unique.group(1))) {
            refuse("a unique index narrows what the version before may write", statement);
        } else if (statement.matches("alter .* rename .*")) {
            refuse("renamed", statement);
        } else if (statement.matches("(drop|truncate|revoke) .*")
                && !isMadeAnew(statement)
                && !onlyFinds(statement)
                && !isOfOwnTable(statement)) {
            refuse("taken away", statement);
        }
    }

    private void lookAtChange(String table, String change) {
        if (change.startsWith("rename ")) {
            refuse("renamed", table + " " + change);
        } else if (change.matches("drop .*")) {
            if (!isWidened(table, change)) {
                refuse("taken away", table + " " + change);
            }
        } else if (change.matches("alter .* drop default")) {
            refuse("taken away", table + " " + change);
        } else if (change.matches("alter .* (set data )?type .*")) {
            refuse("a column in use changes its type", table + " " + change);
        } else if (change.matches("alter .* set not null")) {
            refuse("not null, which the version before does not know", table + " " + change);
        } else if (ADDED_COLUMN.matcher(change).matches()) {
            lookAtColumn(table, change);
        } else if (change.startsWith("add ")
                && !isWidened(table, change)
                && !holdsNewColumnsOnly(table, change)) {
            refuse("narrows what the version before may write", table + " " + change);
        }
    }

    private void lookAtColumn(String table, String change) {
        var column = ADDED_COLUMN.matcher(change);
        if (column.matches()) {
            newColumns.add(table + "." + column.group(1));
        }
        if (change.matches(".* (not null|primary key).*")
                && !change.matches(".* (default|generated) .*")) {
            refuse("not null without a default", table + " " + change);
        }
    }

    private void refuse(String why, String what) {
        found.add(migration.owner() + " " + migration.name() + ": " + why + ": " + what);
    }

    /** A function with the same arguments and perhaps more, which have defaults. */
    private boolean isMadeAnew(String statement) {
        var dropped = DROPPED_FUNCTION.matcher(statement);
        return dropped.matches()
                && migration.statements().stream()
                        .map(CREATED_FUNCTION::matcher)
                        .filter(created -> created.matches())
                        .filter(created -> created.group(1).equals(dropped.group(1)))
                        .anyMatch(created -> wanted(created.group(2)) == count(dropped.group(2)));
    }

    private boolean isOfOwnTable(String statement) {
        var revoked = REVOKED.matcher(statement);
        return revoked.matches() && ownTables.contains(revoked.group(1));
    }

    /** An index that holds nothing to be unique; who looks for something does without. */
    private boolean onlyFinds(String statement) {
        var dropped = DROPPED_INDEX.matcher(statement);
        return dropped.matches()
                && earlier.stream()
                        .flatMap(one -> one.statements().stream())
                        .map(PLAIN_INDEX::matcher)
                        .anyMatch(
                                index ->
                                        index.matches() && index.group(1).equals(dropped.group(1)));
    }

    /** The version before leaves them empty, whatever has to be true of them together. */
    private boolean holdsNewColumnsOnly(String table, String change) {
        var check = CHECK.matcher(change);
        return check.matches()
                && WORD.matcher(check.group(1).replaceAll("'[^']*'", ""))
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !GRAMMAR.contains(word))
                        .allMatch(word -> newColumns.contains(table + "." + word));
    }

    private static long wanted(String arguments) {
        return Migration.parts(arguments).stream()
                .filter(argument -> !argument.isEmpty() && !argument.contains(" default "))
                .count();
    }

    private static long count(String arguments) {
        return Migration.parts(arguments).stream().filter(one -> !one.isEmpty()).count();
    }

    /** A list of allowed texts is dropped and added anew with all that stood in it. */
    private boolean isWidened(String table, String change) {
        var dropped = DROPPED_CONSTRAINT.matcher(change);
        var added = LISTED.matcher(change);
        if (!dropped.matches() && !added.matches()) {
            return false;
        }
        var name = dropped.matches() ? dropped.group(1) : added.group(1);
        var before = new HashMap<String, Set<String>>();
        earlier.forEach(one -> lists(one, before));
        var now = new HashMap<String, Set<String>>();
        lists(migration, now);
        return before.containsKey(table + " " + name)
                && now.getOrDefault(table + " " + name, Set.of())
                        .containsAll(before.get(table + " " + name));
    }

    /** By table and constraint, whose name PostgreSQL makes when the migration gives none. */
    private static void lists(Migration migration, Map<String, Set<String>> lists) {
        for (var statement : migration.statements()) {
            var created = CREATED.matcher(statement);
            var altered = ALTER.matcher(statement);
            if (created.matches()) {
                NAMELESS.matcher(statement)
                        .results()
                        .forEach(
                                check ->
                                        lists.put(
                                                nameless(created.group(1), check.group(1)),
                                                texts(check.group(2))));
            } else if (altered.matches()) {
                for (var change : Migration.parts(altered.group(2))) {
                    var named = LISTED.matcher(change);
                    var nameless = NAMELESS.matcher(change);
                    if (named.matches()) {
                        lists.put(altered.group(1) + " " + named.group(1), texts(named.group(3)));
                    } else if (nameless.find()) {
                        lists.put(
                                nameless(altered.group(1), nameless.group(1)),
                                texts(nameless.group(2)));
                    }
                }
            }
        }
    }

    private static final Pattern NAMELESS = Pattern.compile("check \\((\\w+) in \\(([^)]*)\\)\\)");

    private static String nameless(String table, String column) {
        return table + " " + table + "_" + column + "_check";
    }

    private static Set<String> texts(String list) {
        return new HashSet<>(Migration.parts(list));
    }
}
