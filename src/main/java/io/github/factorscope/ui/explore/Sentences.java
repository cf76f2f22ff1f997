package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.ui.common.Formats;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Explanations in plain words. */
final class Sentences {
    private static final double SMALL = 0.0005; // shown as 0.000

    private Sentences() {}

    /** The name of a term that belongs to no neighbour. */
    static String name(TermKind kind) {
        return switch (kind) {
            case MEAN -> "Mean rating";
            case USER_BIAS -> "This user's bias";
            case ITEM_BIAS -> "This item's bias";
            case UNATTRIBUTED -> "Learned, not attributable";
            case EXPLICIT, IMPLICIT, TASTE -> kind.id();
        };
    }

    /** What a term that belongs to no neighbour means. */
    static String help(TermKind kind) {
        return switch (kind) {
            case MEAN -> "The mean of all ratings that the model learned from";
            case USER_BIAS -> "How far this user rates above or below the mean";
            case ITEM_BIAS -> "How far this item is rated above or below the mean";
            case UNATTRIBUTED ->
                "What the model learned of this user's taste beyond what their ratings account for:\n"
                        + "the difference between the learned factors and those that the ratings alone give";
            case EXPLICIT -> "Because of how the user rated it";
            case IMPLICIT -> "Because the user rated it at all";
            case TASTE -> "The share of this rating in the user's learned taste";
        };
    }

    /** The neighbour of a term, and whether it counts for being rated at all. */
    static String neighbour(Term term, Dataset dataset) {
        if (!term.hasItem()) {
            return "User " + dataset.users().id(term.neighbourUser());
        }
        String title = dataset.items().item(term.item()).title();
        return term.kind() == TermKind.IMPLICIT ? "having rated " + title : title;
    }

    /** The same, told apart where an item speaks both as a neighbour and as a part of the user's taste. */
    static String neighbour(Term term, Explanation explanation, Dataset dataset) {
        boolean both = term.kind() == TermKind.TASTE
                && explanation.terms().stream().anyMatch(other -> other.kind() == TermKind.EXPLICIT);
        return both ? "taste: " + neighbour(term, dataset) : neighbour(term, dataset);
    }

    /** Who the neighbour is and what the term means. */
    static String neighbourHelp(Term term, Dataset dataset) {
        return term.hasItem()
                ? dataset.items().item(term.item()).label() + "\n" + help(term.kind())
                : neighbour(term, dataset) + "\nBecause of how this other user rated the item";
    }

    /** What is shown instead of a sum outside the scale; empty where it lies within. */
    static String clipping(double sum, double shown) {
        return Math.abs(sum - shown) < SMALL
                ? ""
                : " The sum, " + Formats.prediction(sum) + ", lies outside the scale and is shown as "
                        + Formats.prediction(shown) + ".";
    }

    /** Which ratings speak for the item most, and what the biases do. */
    static String summary(Explanation explanation, Dataset dataset) {
        Set<String> named = new HashSet<>();
        List<Term> raising = explanation.terms().stream()
                .filter(term -> term.hasNeighbour() && term.amount() > SMALL)
                .sorted(Comparator.comparingDouble((Term term) -> -term.amount()))
                .filter(term -> named.add(rated(term, dataset))) // as a neighbour and as a part of the taste: once
                .limit(2)
                .toList();
        String because = raising.isEmpty()
                ? speaksAgainst(explanation)
                : "Mostly because of "
                        + String.join(
                                " and ",
                                raising.stream()
                                        .map(term -> rated(term, dataset))
                                        .toList());
        return because + "; " + bias(explanation) + ".";
    }

    private static String speaksAgainst(Explanation explanation) {
        boolean ofUsers = explanation.terms().stream().anyMatch(term -> term.hasNeighbour() && !term.hasItem());
        return ofUsers ? "No similar user speaks for it" : "No rating of this user speaks for it";
    }

    private static String rated(Term term, Dataset dataset) {
        return neighbour(term, dataset)
                + term.evidence()
                        .filter(evidence -> term.kind() != TermKind.IMPLICIT)
                        .map(evidence -> " (" + Formats.stars(evidence.rating()) + "★)")
                        .orElse("");
    }

    private static String bias(Explanation explanation) {
        double bias = explanation.terms().stream()
                .filter(term -> term.kind() == TermKind.USER_BIAS)
                .mapToDouble(Term::amount)
                .sum();
        if (Math.abs(bias) < 0.05) {
            return "this user rates about as others do";
        }
        return "this user rates " + Formats.decimals(Math.abs(bias), 1) + (bias > 0 ? " above" : " below")
                + " the average";
    }
}
