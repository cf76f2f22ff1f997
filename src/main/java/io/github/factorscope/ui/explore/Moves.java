package io.github.factorscope.ui.explore;

import io.github.factorscope.inspection.Move;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.util.List;

/** How far items moved, in few signs and in words. */
final class Moves {
    private static final int NAMED = 3;

    private Moves() {}

    /**
     * Such as "▲ 12", "▼ 3", "▲ 206 new", "new" where it was rated before, "rated" where it is now; empty without a change.
     *
     * @param withNew whether to say what moved into the list
     */
    static String signs(RecommendationLine line, boolean withNew) {
        return line.move().map(move -> signs(move, line.entered() && withNew)).orElse("");
    }

    private static String signs(Move move, boolean entered) {
        if (move.now() == 0) {
            return "rated";
        }
        if (move.before() == 0) {
            return "new";
        }
        String sign = arrow(move);
        return entered ? sign + " new" : sign;
    }

    private static String arrow(Move move) {
        if (move.ranksUp() == 0) {
            return "=";
        }
        return (move.ranksUp() > 0 ? "▲ " : "▼ ") + Formats.count(Math.abs(move.ranksUp()));
    }

    /** The same in words, such as "up 12 ranks, from 15th to 3rd". */
    static String words(RecommendationLine line) {
        return line.move().map(move -> words(move, line.entered())).orElse("");
    }

    private static String words(Move move, boolean entered) {
        if (move.now() == 0) {
            return "rated now, was " + WhyNotSentences.ordinal(move.before());
        }
        if (move.before() == 0) {
            return "was rated before, now " + WhyNotSentences.ordinal(move.now());
        }
        int ranks = Math.abs(move.ranksUp());
        String how = ranks == 0
                ? "same rank"
                : (move.ranksUp() > 0 ? "up " : "down ") + Formats.count(ranks) + (ranks == 1 ? " rank" : " ranks")
                        + ", from " + WhyNotSentences.ordinal(move.before()) + " to "
                        + WhyNotSentences.ordinal(move.now());
        return entered ? how + ", new in the list" : how;
    }

    /** Upwards last: what was rated or not ranked before counts as no move. */
    static double order(RecommendationLine line) {
        return line.move().map(Move::ranksUp).orElse(0);
    }

    /** Which items are in the list no more, and where they are now; empty where there are none. */
    static String left(List<RecommendationLine> lines, int named) {
        if (lines.isEmpty()) {
            return "";
        }
        String first = String.join(
                ", ",
                lines.stream()
                        .limit(named)
                        .map(line -> line.info().title() + " ("
                                + line.move().map(Moves::ranks).orElse("") + ")")
                        .toList());
        int more = lines.size() - named;
        return "Left the list: " + first + (more > 0 ? " and " + more + " more" : "") + ".";
    }

    static String left(List<RecommendationLine> lines) {
        return left(lines, NAMED);
    }

    private static String ranks(Move move) {
        return move.now() == 0
                ? Formats.count(move.before()) + ", rated now"
                : Formats.count(move.before()) + " → " + Formats.count(move.now());
    }

    /** How many of a list moved, such as "12 of 20 moved, 2 new"; empty without a change. */
    static String count(RecommendationList list) {
        if (!list.isChanged()) {
            return "";
        }
        long moved = list.now().stream()
                .filter(line -> line.move().filter(move -> move.ranksUp() != 0).isPresent())
                .count();
        long entered = list.now().stream().filter(RecommendationLine::entered).count();
        return moved + " of " + list.now().size() + " moved" + (entered > 0 ? ", " + entered + " new" : "");
    }
}
