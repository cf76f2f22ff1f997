package io.github.factorscope.inspection;

import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which items are asked for. Immutable, equal by content.
 *
 * @param anyOf genres of which an item has at least one; empty for all
 * @param noneOf genres of which it has none
 * @param fromYear first year of release; 0 where it does not matter. Items of unknown year are left out by either year
 * @param toYear last year of release; 0 where it does not matter
 * @param leastRatings that an item has to learn from
 * @param percentLeftOut of the catalogue, the most rated ones; fewer where several are rated equally often
 */
public record ItemFilter(
        List<String> anyOf, List<String> noneOf, int fromYear, int toYear, int leastRatings, int percentLeftOut) {
    private static final Texts TEXTS = Texts.of(ItemFilter.class);

    /** Leaves all items. */
    public static final ItemFilter NONE = new ItemFilter(List.of(), List.of(), 0, 0, 0, 0);

    public ItemFilter {
        anyOf = List.copyOf(new TreeSet<>(anyOf));
        noneOf = List.copyOf(new TreeSet<>(noneOf));
        if (fromYear < 0 || toYear < 0) {
            throw new IllegalArgumentException("years must not be negative, were " + fromYear + " and " + toYear);
        }
        if (leastRatings < 0) {
            throw new IllegalArgumentException("ratings must not be negative, were " + leastRatings);
        }
        if (percentLeftOut < 0 || percentLeftOut > 100) {
            throw new IllegalArgumentException("per cent must lie in 0..100, was " + percentLeftOut);
        }
    }

    /**
     * One of the things that are asked for.
     *
     * @param text in few words, such as "1980–1999"
     * @param alone the filter that asks for nothing else
     * @param without the filter that asks for all else
     */
    public record Rule(String text, ItemFilter alone, ItemFilter without) {}

    public boolean isNone() {
        return equals(NONE);
    }

    public ItemFilter withAnyOf(Collection<String> genres) {
        return new ItemFilter(List.copyOf(genres), noneOf, fromYear, toYear, leastRatings, percentLeftOut);
    }

    public ItemFilter withNoneOf(Collection<String> genres) {
        return new ItemFilter(anyOf, List.copyOf(genres), fromYear, toYear, leastRatings, percentLeftOut);
    }

    /** 0 for either where it does not matter. */
    public ItemFilter withYears(int from, int to) {
        return new ItemFilter(anyOf, noneOf, from, to, leastRatings, percentLeftOut);
    }

    public ItemFilter withLeastRatings(int ratings) {
        return new ItemFilter(anyOf, noneOf, fromYear, toYear, ratings, percentLeftOut);
    }

    /** Leaves out this share of the catalogue, the most rated ones. */
    public ItemFilter withoutMostRated(int percent) {
        return new ItemFilter(anyOf, noneOf, fromYear, toYear, leastRatings, percent);
    }

    /** All that is asked for, each thing by itself; empty where nothing is. */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        if (!anyOf.isEmpty()) {
            rules.add(new Rule(
                    anyOf.stream()
                            .reduce((one, next) -> TEXTS.get("or", one, next))
                            .orElseThrow(),
                    NONE.withAnyOf(anyOf),
                    withAnyOf(List.of())));
        }
        if (!noneOf.isEmpty()) {
            List<String> excluded =
                    noneOf.stream().map(genre -> TEXTS.get("no-genres", genre)).toList();
            rules.add(new Rule(String.join(", ", excluded), NONE.withNoneOf(noneOf), withNoneOf(List.of())));
        }
        if (fromYear > 0 || toYear > 0) {
            rules.add(new Rule(years(), NONE.withYears(fromYear, toYear), withYears(0, 0)));
        }
        if (leastRatings > 0) {
            rules.add(new Rule(
                    TEXTS.get("at-least-ratings", leastRatings, "" + leastRatings),
                    NONE.withLeastRatings(leastRatings),
                    withLeastRatings(0)));
        }
        if (percentLeftOut > 0) {
            rules.add(new Rule(
                    TEXTS.get("not-most-rated", "" + percentLeftOut),
                    NONE.withoutMostRated(percentLeftOut),
                    withoutMostRated(0)));
        }
        return List.copyOf(rules);
    }

    private String years() {
        if (fromYear == toYear) {
            return TEXTS.get("of-year", "" + fromYear);
        }
        if (toYear == 0) {
            return TEXTS.get("from-year", "" + fromYear);
        }
        return fromYear == 0 ? TEXTS.get("to-year", "" + toYear) : TEXTS.get("years", "" + fromYear, "" + toYear);
    }

    /** The rules that an item breaks. */
    public List<Rule> brokenBy(int item, ItemFacts facts) {
        return rules().stream()
                .filter(rule -> !rule.alone().over(facts).test(item))
                .toList();
    }

    /** The items that it leaves of a catalogue. */
    public AllowedItems over(ItemFacts facts) {
        BitSet allowed = new BitSet(facts.items());
        if (anyOf.isEmpty()) {
            allowed.set(0, facts.items());
        }
        anyOf.forEach(genre -> allowed.or(facts.ofGenre(genre)));
        noneOf.forEach(genre -> allowed.andNot(facts.ofGenre(genre)));
        for (int item = allowed.nextSetBit(0); item >= 0; item = allowed.nextSetBit(item + 1)) {
            if (!inYears(facts.year(item))
                    || facts.ratings(item) < leastRatings
                    || facts.isAmongMostRated(item, percentLeftOut)) {
                allowed.clear(item);
            }
        }
        return new AllowedItems(allowed);
    }

    private boolean inYears(int year) {
        boolean known = year > 0 || (fromYear == 0 && toYear == 0);
        return known && year >= fromYear && (toYear == 0 || year <= toYear);
    }
}
