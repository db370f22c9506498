package org.consilium.review.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who could review the case, and in which order to ask them. The same snapshot gives the same
 * result, always: a change to a rule or to the order is a new ruleset version.
 *
 * @param excluded each with every rule that speaks against them
 * @param ranked best first
 */
public record Matching(String ruleset, List<Excluded> excluded, List<Ranked> ranked) {

    static final String RULESET = "2026-11-2";

    public record Excluded(UUID reviewer, List<String> rules) {}

    public record Ranked(UUID reviewer, int rank, Terms terms) {}

    /**
     * What the rank is made of, in the order of weight.
     *
     * @param sharedLanguages of the case's languages, how many the reviewer has
     * @param knowsHealthSystem knows the patient's health system from inside
     * @param loadPerMille open reviews and offers, in thousandths of the capacity
     * @param lot drawn for this reviewer and this case, see {@link Lot}; the lowest goes first
     */
    public record Terms(
            int sharedLanguages, boolean knowsHealthSystem, int loadPerMille, String lot) {

        static final Comparator<Terms> BEST_FIRST =
                Comparator.comparingInt(Terms::sharedLanguages)
                        .thenComparing(Terms::knowsHealthSystem)
                        .reversed()
                        .thenComparingInt(Terms::loadPerMille)
                        .thenComparing(Terms::lot);

        static Terms of(Candidate candidate, Snapshot at) {
            var needed = at.needed();
            int load = candidate.openReviews() + candidate.openOffers();
            return new Terms(
                    Languages.shared(candidate.languages(), needed.languages()).size(),
                    candidate.healthSystems().contains(needed.jurisdiction()),
                    load * 1000 / Math.max(1, candidate.capacity()),
                    Lot.of(at.caseId(), candidate.person()));
        }
    }

    private record Scored(UUID reviewer, Terms terms) {}

    public static Matching match(Snapshot at) {
        var rules =
                at.candidates().stream()
                        .collect(
                                Collectors.toMap(
                                        Candidate::person, one -> ExclusionRule.of(one, at)));
        var excluded =
                at.candidates().stream()
                        .filter(one -> !rules.get(one.person()).isEmpty())
                        .map(one -> new Excluded(one.person(), ids(rules.get(one.person()))))
                        .sorted(Comparator.comparing(Excluded::reviewer))
                        .toList();
        var eligible =
                at.candidates().stream().filter(one -> rules.get(one.person()).isEmpty()).toList();
        return new Matching(RULESET, excluded, ranked(eligible, at));
    }

    /** The ids of the rules by which triage, as it is now, speaks against one of them. */
    public static Set<String> againstByTriage(UUID reviewer, Snapshot at) {
        return at.candidates().stream()
                .filter(one -> one.person().equals(reviewer))
                .flatMap(one -> ExclusionRule.of(one, at).stream())
                .filter(ExclusionRule::isOfTriage)
                .map(ExclusionRule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Ranked> ranked(List<Candidate> eligible, Snapshot at) {
        var inOrder =
                eligible.stream()
                        .map(one -> new Scored(one.person(), Terms.of(one, at)))
                        .sorted(Comparator.comparing(Scored::terms, Terms.BEST_FIRST))
                        .toList();
        return IntStream.range(0, inOrder.size())
                .mapToObj(i -> new Ranked(inOrder.get(i).reviewer(), i + 1, inOrder.get(i).terms()))
                .toList();
    }

    private static List<String> ids(Set<ExclusionRule> rules) {
        return rules.stream().map(ExclusionRule::id).toList();
    }

    public Optional<UUID> best() {
        return ranked.stream().findFirst().map(Ranked::reviewer);
    }

    public int considered() {
        return excluded.size() + ranked.size();
    }
}
