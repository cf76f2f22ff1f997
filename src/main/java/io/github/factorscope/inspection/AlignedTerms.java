package io.github.factorscope.inspection;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.Thousandths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Explanations side by side: one row a cause, one column an explanation. All that one rating adds, as a neighbour, by being
 * there at all and through the taste, is one cause, so that models of all kinds stand in the same rows. Every column leads from
 * 0 to its prediction in whole thousandths of a star: what is shown adds up to what is shown.
 *
 * @param rows mean, biases, the strongest neighbours, all others together, what no rating accounts for;
 *     without those that no column has
 */
public record AlignedTerms(List<Row> rows) {
    private static final int OF_EACH_COLUMN = 2; // strongest neighbours that have a row in any case

    /** What a row stands for. */
    public enum Cause {
        MEAN,
        USER_BIAS,
        ITEM_BIAS,
        /** The rating of one item, or another user who rated the item. */
        NEIGHBOUR,
        OTHER_NEIGHBOURS,
        UNATTRIBUTED
    }

    /**
     * One cause.
     *
     * @param item index of the neighbour where it is one, −1 otherwise
     * @param neighbourUser index of the neighbour where it is another user, −1 otherwise
     * @param cells one a column
     */
    public record Row(Cause cause, int item, int neighbourUser, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What a cause adds to one prediction.
     *
     * @param terms that are summed; none where the cause has no part in the prediction
     * @param from the sum of all that stands above, in thousandths of a star
     * @param to the sum with this, in thousandths of a star
     */
    public record Cell(List<Term> terms, int from, int to) {
        public Cell {
            terms = List.copyOf(terms);
        }

        public boolean isEmpty() {
            return terms.isEmpty();
        }

        /** In stars, as shown. */
        public double amount() {
            return (to - from) / 1000.0;
        }
    }

    private record Neighbour(int item, int user) {}

    private record Terms(Cause cause, Neighbour neighbour, List<List<Term>> columns) {}

    public AlignedTerms {
        rows = List.copyOf(rows);
    }

    /** @param most how many neighbours have a row of their own */
    public static AlignedTerms of(List<Explanation> explanations, int most) {
        Map<Neighbour, Terms> byNeighbour = new LinkedHashMap<>();
        for (int column = 0; column < explanations.size(); column++) {
            for (Term term : explanations.get(column).terms()) {
                if (term.hasNeighbour()) {
                    byNeighbour
                            .computeIfAbsent(
                                    new Neighbour(term.item(), term.neighbourUser()),
                                    key -> empty(Cause.NEIGHBOUR, key, explanations.size()))
                            .columns()
                            .get(column)
                            .add(term);
                }
            }
        }
        List<Terms> neighbours = byNeighbour.values().stream()
                .sorted(Comparator.comparingDouble((Terms terms) -> -strength(terms)))
                .toList();
        Set<Terms> own = own(neighbours, explanations.size(), most);
        List<Terms> all = new ArrayList<>();
        all.add(ofKind(Cause.MEAN, TermKind.MEAN, explanations));
        all.add(ofKind(Cause.USER_BIAS, TermKind.USER_BIAS, explanations));
        all.add(ofKind(Cause.ITEM_BIAS, TermKind.ITEM_BIAS, explanations));
        neighbours.stream().filter(own::contains).forEach(all::add);
        all.add(together(
                neighbours.stream().filter(terms -> !own.contains(terms)).toList(), explanations.size()));
        all.add(ofKind(Cause.UNATTRIBUTED, TermKind.UNATTRIBUTED, explanations));
        all.removeIf(terms -> terms.columns().stream().allMatch(List::isEmpty));
        return new AlignedTerms(rows(all, explanations));
    }

    private static Terms empty(Cause cause, Neighbour neighbour, int columns) {
        List<List<Term>> none = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            none.add(new ArrayList<>());
        }
        return new Terms(cause, neighbour, none);
    }

    private static Terms ofKind(Cause cause, TermKind kind, List<Explanation> explanations) {
        List<List<Term>> columns = explanations.stream()
                .map(explanation -> explanation.terms().stream()
                        .filter(term -> term.kind() == kind)
                        .toList())
                .toList();
        return new Terms(cause, new Neighbour(-1, -1), columns);
    }

    private static Terms together(List<Terms> others, int columns) {
        Terms together = empty(Cause.OTHER_NEIGHBOURS, new Neighbour(-1, -1), columns);
        for (Terms each : others) {
            for (int column = 0; column < columns; column++) {
                together.columns().get(column).addAll(each.columns().get(column));
            }
        }
        return together;
    }

    /** Those with a row: the strongest of each column, so that none goes without, and then the strongest of all. */
    private static Set<Terms> own(List<Terms> neighbours, int columns, int most) {
        if (neighbours.size() <= most + 1) { // never gather a single one
            return asSet(neighbours);
        }
        Set<Terms> own = asSet(List.of());
        int each = Math.min(OF_EACH_COLUMN, most / columns);
        for (int column = 0; column < columns; column++) {
            int here = column;
            neighbours.stream()
                    .filter(terms -> !terms.columns().get(here).isEmpty())
                    .sorted(Comparator.comparingDouble((Terms terms) -> -strength(terms, here)))
                    .limit(each)
                    .forEach(own::add);
        }
        for (Terms terms : neighbours) {
            if (own.size() >= most) {
                break;
            }
            own.add(terms);
        }
        return own;
    }

    private static Set<Terms> asSet(List<Terms> terms) {
        Set<Terms> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(terms);
        return set;
    }

    /** The most that it adds to any column, or takes away. */
    private static double strength(Terms terms) {
        return IntStream.range(0, terms.columns().size())
                .mapToDouble(column -> strength(terms, column))
                .max()
                .orElse(0);
    }

    private static double strength(Terms terms, int column) {
        return Math.abs(sum(terms.columns().get(column)));
    }

    private static double sum(Collection<Term> terms) {
        return terms.stream().mapToDouble(Term::amount).sum();
    }

    /** Sums are rounded, not what is added: so nothing is lost, however many rows there are. */
    private static List<Row> rows(List<Terms> all, List<Explanation> explanations) {
        List<List<Cell>> cells = new ArrayList<>();
        for (int column = 0; column < explanations.size(); column++) {
            int prediction = Thousandths.of(explanations.get(column).prediction());
            int left = explanations.get(column).terms().size();
            double reached = 0;
            int from = 0;
            List<Cell> ofColumn = new ArrayList<>();
            for (Terms terms : all) {
                List<Term> here = terms.columns().get(column);
                reached += sum(here);
                left -= here.size();
                int to = left == 0 ? prediction : Thousandths.of(reached); // the terms may miss it by the tolerance
                ofColumn.add(new Cell(here, from, here.isEmpty() ? from : to));
                from = here.isEmpty() ? from : to;
            }
            cells.add(ofColumn);
        }
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            int row = k;
            Terms terms = all.get(k);
            rows.add(new Row(
                    terms.cause(),
                    terms.neighbour().item(),
                    terms.neighbour().user(),
                    cells.stream().map(column -> column.get(row)).toList()));
        }
        return rows;
    }
}
