package io.github.factorscope.lesson;

import io.github.factorscope.explanation.TermKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A number that the live application has, such as {@code rmse:svd}.
 *
 * @param arguments names of runs, or what else the kind asks for
 */
public record Figure(Kind kind, List<String> arguments) {
    /** What a figure is about, and how many decimals it has in a text. */
    public enum Kind {
        /** Of a run: in stars. */
        RMSE("rmse", Argument.RUN, 4),
        TRAIN("train", Argument.RUN, 4),
        VALIDATION("validation", Argument.RUN, 4),
        /** How far the test error of the first run lies above that of the second, in stars. */
        DIFFERENCE("difference", Argument.TWO_RUNS, 4),
        /** The epoch that a run's model is of. */
        EPOCH("epoch", Argument.RUN, 0),
        /** Of a run whose lists were judged. */
        NDCG("ndcg", Argument.RUN, 4),
        COVERAGE("coverage", Argument.RUN, 1),
        POPULARITY("popularity", Argument.RUN, 0),
        /** The mean percentile of Koren's top-K protocol. */
        PERCENTILE("percentile", Argument.RUN, 1),
        /** The share of cases within the best 2 % there, in percent. */
        WITHIN("within", Argument.RUN, 1),
        /** Of the open data. */
        RATINGS("ratings", Argument.NONE, 0),
        USERS("users", Argument.NONE, 0),
        ITEMS("items", Argument.NONE, 0),
        MEAN("mean", Argument.NONE, 3),
        /** How many training ratings the user has by whom a rating is, on average over the ratings. */
        PULLS("pulls", Argument.NONE, 0),
        /** Of the explanation on the screen, in stars. */
        PREDICTION("prediction", Argument.NONE, 3),
        BEFORE("before", Argument.NONE, 3),
        /** The sum of its terms of a kind, such as item-bias. */
        AMOUNT("amount", Argument.TERM, 3),
        /** Of its neighbours. */
        NEIGHBOURS("neighbours", Argument.NONE, 0),
        LEAST_SUPPORT("least-support", Argument.NONE, 0),
        /** Of its strongest neighbour. */
        SUPPORT("support", Argument.NONE, 0),
        SIMILARITY("similarity", Argument.NONE, 3),
        UNSHRUNK("unshrunk", Argument.NONE, 3),
        /** Training ratings of the item that is explained, and its place among all that could be recommended. */
        ITEM_RATINGS("item-ratings", Argument.NONE, 0),
        RANK("rank", Argument.NONE, 0),
        /** How far the prediction on Learn is from the rating now, and before the first step, in stars. */
        LEARN_ERROR("learn-error", Argument.NONE, 3),
        LEARN_FIRST_ERROR("learn-first-error", Argument.NONE, 3);

        private final String id;
        private final Argument argument;
        private final int decimals;

        Kind(String id, Argument argument, int decimals) {
            this.id = id;
            this.argument = argument;
            this.decimals = decimals;
        }

        public int decimals() {
            return decimals;
        }
    }

    private enum Argument {
        NONE(0),
        RUN(1),
        TWO_RUNS(2),
        TERM(1);

        private final int count;

        Argument(int count) {
            this.count = count;
        }
    }

    public Figure {
        arguments = List.copyOf(arguments);
    }

    /**
     * A figure as it is written, such as {@code difference:svd:svdpp}.
     *
     * @throws IllegalArgumentException where it is none, with the reason
     */
    public static Figure parse(String text) {
        List<String> parts = List.of(text.strip().split(":", -1));
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.id.equals(parts.get(0)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no figure " + text + "; choose one of "
                        + String.join(
                                ", ",
                                Arrays.stream(Kind.values())
                                        .map(each -> each.id)
                                        .toList())));
        if (parts.size() - 1 != kind.argument.count) {
            throw new IllegalArgumentException("the figure " + parts.get(0) + " takes " + kind.argument.count
                    + " names after colons, was " + text);
        }
        return new Figure(kind, parts.subList(1, parts.size()));
    }

    /** @throws IllegalArgumentException where it speaks of a run that is not among these, or of no kind of term */
    void requireRuns(Set<String> runs) {
        if (kind.argument == Argument.TERM) {
            term();
        } else {
            arguments.stream().filter(name -> !runs.contains(name)).findFirst().ifPresent(name -> {
                throw new IllegalArgumentException("there is no run " + name + " for the figure " + this);
            });
        }
    }

    /** The kind of term that it asks for. */
    public TermKind term() {
        return Arrays.stream(TermKind.values())
                .filter(each -> each.id().equals(arguments.get(0)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no kind of term " + arguments.get(0)
                        + "; choose one of "
                        + String.join(
                                ", ",
                                Arrays.stream(TermKind.values())
                                        .map(TermKind::id)
                                        .toList())));
    }

    /** As it is written. */
    @Override
    public String toString() {
        return arguments.isEmpty() ? kind.id : kind.id + ":" + String.join(":", arguments);
    }
}
