package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.inspection.ItemFilter.Rule;
import io.github.factorscope.inspection.Standing;
import io.github.factorscope.inspection.WhyNot;
import io.github.factorscope.inspection.WhyNot.Gap;
import io.github.factorscope.ui.common.Formats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where an item stands, and why, in plain words. */
final class WhyNotSentences {
    private static final int NAMED = 2;
    private static final int SMALL = 5; // thousandths: less would be said as 0.00
    private static final double TELLING = 0.1; // of all that is missing

    private final WhyNotAnswer answer;
    private final Dataset dataset;
    private final Standing standing;

    private WhyNotSentences(WhyNotAnswer answer) {
        this.answer = answer;
        this.dataset = answer.dataset();
        this.standing = answer.standing();
    }

    /** All that there is to say about an item. */
    static String of(WhyNotAnswer answer) {
        return new WhyNotSentences(answer).text();
    }

    /** Such as 1st, 22nd, 113th. */
    static String ordinal(int number) {
        int tens = number % 100;
        String ending = tens >= 11 && tens <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return Formats.count(number) + ending;
    }

    private String text() {
        String compared = answer.comparison().map(this::compared).orElse("");
        return title(answer.item()) + ": " + place() + (compared.isEmpty() ? "." : ", " + compared + ".") + heldOut();
    }

    private String place() {
        String all = Formats.count(standing.candidates());
        String ranked = "ranked " + ordinal(standing.rank()) + " of " + all;
        return switch (answer.reason()) {
            case RATED ->
                "rated " + Formats.stars(standing.rating()) + "★, so it is not in the ranking; predicted "
                        + Formats.prediction(dataset.scale().clip(standing.prediction())) + ", which would be "
                        + ordinal(standing.rank()) + " of " + all;
            case IN_THE_LIST -> "in the list, " + ranked;
            case LEFT_OUT_BY_THE_FILTER ->
                "the filter leaves it out ("
                        + String.join(
                                ", ", answer.broken().stream().map(Rule::text).toList())
                        + "); " + ranked + ", it would be " + ordinal(standing.allowedRank())
                        + " of those that pass";
            case LEFT_OUT_FOR_DIVERSITY ->
                ranked + ", but diversity leaves it out"
                        + answer.resembles()
                                .map(nearest -> ": of the list, it resembles " + title(nearest.item())
                                        + " most (similarity " + Formats.decimals(nearest.similarity(), 2) + ")")
                                .orElse("");
            case BELOW ->
                answer.filtered()
                        ? "ranked " + ordinal(standing.allowedRank()) + " of the "
                                + Formats.count(standing.allowedCandidates()) + " that pass the filter ("
                                + ordinal(standing.rank()) + " of all " + all + ")"
                        : ranked;
        };
    }

    private String heldOut() {
        return Float.isNaN(answer.heldOut())
                ? ""
                : " Held out from the model: they gave it " + Formats.stars(answer.heldOut()) + "★.";
    }

    private String compared(WhyNot whyNot) {
        if (whyNot.item() == whyNot.other()) {
            return "the one to compare with";
        }
        String other = "the " + ordinal(answer.place()) + " (" + title(whyNot.other()) + ")";
        int missing = whyNot.missing();
        if (missing == 0) {
            return "with the same prediction as " + other;
        }
        if (missing < 0) {
            return stars(-missing) + " above " + other;
        }
        return stars(missing) + " below " + other + because(whyNot);
    }

    private String because(WhyNot whyNot) {
        List<Gap> named = reasons(whyNot);
        if (named.isEmpty()) {
            return ": many small differences";
        }
        List<String> reasons = new ArrayList<>(named.stream().map(this::reason).toList());
        int said = named.stream().mapToInt(Gap::difference).sum();
        boolean most = -2 * said >= whyNot.missing();
        return ": " + String.join(", and ", reasons) + (most ? "" : "; smaller differences make up the rest");
    }

    /** What keeps it down most; all that one neighbour does is one reason. */
    private static List<Gap> reasons(WhyNot whyNot) {
        Map<Object, Gap> merged = new LinkedHashMap<>();
        for (Gap gap : whyNot.gaps()) {
            Term term = gap.term();
            Object subject =
                    !term.hasNeighbour() ? term.kind() : term.hasItem() ? term.item() : -1 - term.neighbourUser();
            merged.merge(subject, gap, WhyNotSentences::both);
        }
        return merged.values().stream()
                .filter(gap -> gap.difference() <= -Math.max(SMALL, TELLING * whyNot.missing()))
                .sorted(Comparator.comparingInt(Gap::difference))
                .limit(NAMED)
                .toList();
    }

    /** The term that counts for stars stands for both. */
    private static Gap both(Gap a, Gap b) {
        Predicate<Term> atAll = term -> term.kind() == TermKind.IMPLICIT;
        boolean second = atAll.test(a.term()) && !atAll.test(b.term());
        Gap first = second ? b : a;
        Gap other = second ? a : b;
        return new Gap(
                first.ofItem().or(other::ofItem),
                first.ofOther().or(other::ofOther),
                a.here() + b.here(),
                a.there() + b.there());
    }

    private String reason(Gap gap) {
        String much = stars(-gap.difference());
        Term term = gap.term();
        if (!term.hasNeighbour()) {
            return switch (term.kind()) {
                case ITEM_BIAS -> "in general it is rated " + much + " lower";
                case UNATTRIBUTED -> "learned taste that no rating accounts for makes " + much + " of it";
                default -> answer.words().name(term.kind()) + " makes " + much + " of it";
            };
        }
        String who = term.hasItem() ? rating(term) : "user " + dataset.users().id(term.neighbourUser());
        String other = "the " + ordinal(answer.place());
        return gap.here() < 0
                ? who + given(gap.ofItem(), "it") + " costs it " + stars(-gap.here()) + beside(gap.there(), other)
                : who + given(gap.ofOther(), other) + " speaks " + much + " more for " + other;
    }

    /** What the same does to the other item. */
    private static String beside(int there, String other) {
        if (Math.abs(there) < SMALL) {
            return "";
        }
        return there > 0 ? " and gives " + other + " " + stars(there) : ", " + other + " only " + stars(-there);
    }

    private String rating(Term term) {
        String own = answer.person().isNewcomer() ? "your " : "their ";
        return term.kind() == TermKind.IMPLICIT
                ? "having rated " + title(term.item())
                : own + starsOf(term) + " for " + title(term.item());
    }

    /** What a user gave; a rating of the person says it already. */
    private static String given(Optional<Term> term, String item) {
        return term.filter(one -> !one.hasItem())
                .map(one -> ", who gave " + item + " " + starsOf(one) + ",")
                .orElse("");
    }

    private static String starsOf(Term term) {
        return Formats.stars(term.evidence().map(Evidence::rating).orElse(Float.NaN)) + "★";
    }

    private static String stars(int thousandths) {
        return Formats.decimals(Math.round(thousandths / 10.0) / 100.0, 2) + "★";
    }

    private String title(int item) {
        return dataset.items().item(item).title();
    }
}
