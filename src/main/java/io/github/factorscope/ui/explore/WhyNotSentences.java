package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.inspection.ItemFilter.Rule;
import io.github.factorscope.inspection.Standing;
import io.github.factorscope.inspection.WhyNot;
import io.github.factorscope.inspection.WhyNot.Gap;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Where an item stands, and why, in plain words. */
final class WhyNotSentences {
    private static final Texts TEXTS = Texts.of(WhyNotSentences.class);
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
                ? "ordinal-th"
                : switch (number % 10) {
                    case 1 -> "ordinal-st";
                    case 2 -> "ordinal-nd";
                    case 3 -> "ordinal-rd";
                    default -> "ordinal-th";
                };
        return TEXTS.get(ending, Formats.count(number));
    }

    private String text() {
        String title = title(answer.item());
        String text = answer.comparison()
                .map(whyNot -> TEXTS.get("answer-compared", title, place(), compared(whyNot)))
                .orElseGet(() -> TEXTS.get("answer", title, place()));
        return Float.isNaN(answer.heldOut())
                ? text
                : TEXTS.get("answer-held-out", text, Formats.stars(answer.heldOut()));
    }

    private String place() {
        String all = Formats.count(standing.candidates());
        String rank = ordinal(standing.rank());
        return switch (answer.reason()) {
            case RATED ->
                TEXTS.get(
                        "place-rated",
                        Formats.stars(standing.rating()),
                        Formats.prediction(dataset.scale().clip(standing.prediction())),
                        rank,
                        all);
            case IN_THE_LIST -> TEXTS.get("place-in-the-list", rank, all);
            case LEFT_OUT_BY_THE_FILTER ->
                TEXTS.get(
                        "place-left-out",
                        String.join(
                                ", ", answer.broken().stream().map(Rule::text).toList()),
                        rank,
                        all,
                        ordinal(standing.allowedRank()));
            case LEFT_OUT_FOR_DIVERSITY ->
                answer.resembles()
                        .map(nearest -> TEXTS.get(
                                "place-resembles",
                                rank,
                                all,
                                title(nearest.item()),
                                Formats.decimals(nearest.similarity(), 2)))
                        .orElseGet(() -> TEXTS.get("place-not-diverse", rank, all));
            case BELOW ->
                answer.filtered()
                        ? TEXTS.get(
                                "place-filtered",
                                ordinal(standing.allowedRank()),
                                Formats.count(standing.allowedCandidates()),
                                rank,
                                all)
                        : TEXTS.get("place-ranked", rank, all);
        };
    }

    private String compared(WhyNot whyNot) {
        if (whyNot.item() == whyNot.other()) {
            return TEXTS.get("the-same-item");
        }
        String other = TEXTS.get("the-place-item", ordinal(answer.place()), title(whyNot.other()));
        int missing = whyNot.missing();
        if (missing == 0) {
            return TEXTS.get("same-prediction", other);
        }
        return missing < 0 ? TEXTS.get("above-other", stars(-missing), other) : below(other, whyNot);
    }

    private String below(String other, WhyNot whyNot) {
        String missing = stars(whyNot.missing());
        List<Gap> named = reasons(whyNot);
        if (named.isEmpty()) {
            return TEXTS.get("below-many", missing, other);
        }
        String reasons = named.stream()
                .map(this::reason)
                .reduce((one, next) -> TEXTS.get("and-reason", one, next))
                .orElseThrow();
        int said = named.stream().mapToInt(Gap::difference).sum();
        boolean most = -2 * said >= whyNot.missing();
        return TEXTS.get(most ? "below-because" : "below-because-part", missing, other, reasons);
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
                case ITEM_BIAS -> TEXTS.get("gap-bias", much);
                case UNATTRIBUTED -> TEXTS.get("gap-unattributed", much);
                default -> TEXTS.get("gap-other", answer.words().name(term.kind()), much);
            };
        }
        String other = TEXTS.get("the-place", ordinal(answer.place()));
        return gap.here() < 0
                ? costs(whoForIt(gap), gap, other)
                : TEXTS.get("speaks-more", whoForOther(gap, other), much, other);
    }

    /** What somebody does to the item, and to the other one. */
    private static String costs(String who, Gap gap, String other) {
        String cost = stars(-gap.here());
        if (Math.abs(gap.there()) < SMALL) {
            return TEXTS.get("costs", who, cost);
        }
        return gap.there() > 0
                ? TEXTS.get("costs-and-gives", who, cost, other, stars(gap.there()))
                : TEXTS.get("costs-only", who, cost, other, stars(-gap.there()));
    }

    /** A rating of the person, or a user and what they gave to the item. */
    private String whoForIt(Gap gap) {
        return gap.term().hasItem()
                ? rating(gap.term())
                : gap.ofItem()
                        .map(term -> TEXTS.get("who-user-gave-it", user(term), starsOf(term)))
                        .orElseGet(() -> TEXTS.get("who-user", user(gap.term())));
    }

    /** A rating of the person, or a user and what they gave to the other item. */
    private String whoForOther(Gap gap, String other) {
        return gap.term().hasItem()
                ? rating(gap.term())
                : gap.ofOther()
                        .map(term -> TEXTS.get("who-user-gave-other", user(term), other, starsOf(term)))
                        .orElseGet(() -> TEXTS.get("who-user", user(gap.term())));
    }

    private String rating(Term term) {
        if (term.kind() == TermKind.IMPLICIT) {
            return TEXTS.get("who-having-rated", title(term.item()));
        }
        String key = answer.person().isNewcomer() ? "who-your-rating" : "who-their-rating";
        return TEXTS.get(key, starsOf(term), title(term.item()));
    }

    private String user(Term term) {
        return dataset.users().id(term.neighbourUser());
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
