package io.github.factorscope.ui.explore;

import io.github.factorscope.inspection.Move;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.util.List;
import java.util.stream.Collectors;

/** How far items moved, in few signs and in words. */
final class Moves {
    private static final Texts TEXTS = Texts.of(Moves.class);
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
            return TEXTS.get("rated-mark");
        }
        if (move.before() == 0) {
            return TEXTS.get("new");
        }
        String sign = arrow(move);
        return entered ? TEXTS.get("sign-new", sign) : sign;
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
            return TEXTS.get("rated-now", WhyNotSentences.ordinal(move.before()));
        }
        if (move.before() == 0) {
            return TEXTS.get("rated-before", WhyNotSentences.ordinal(move.now()));
        }
        int ranks = Math.abs(move.ranksUp());
        String how = ranks == 0
                ? TEXTS.get("same-rank")
                : TEXTS.get(
                        move.ranksUp() > 0 ? "rises" : "falls",
                        ranks,
                        Formats.count(ranks),
                        WhyNotSentences.ordinal(move.before()),
                        WhyNotSentences.ordinal(move.now()));
        return entered ? TEXTS.get("moved-in", how) : how;
    }

    /** Upwards last: what was rated or not ranked before counts as no move. */
    static double order(RecommendationLine line) {
        return line.move().map(Move::ranksUp).orElse(0);
    }

    /** Which items are in the list no more, and where they are now: the first of them; empty where there are none. */
    static String left(List<RecommendationLine> lines) {
        String first = left(lines, NAMED, ", ");
        int more = lines.size() - NAMED;
        return lines.isEmpty()
                ? ""
                : TEXTS.get("left-the-list", more > 0 ? TEXTS.get("and-place-more", first, "" + more) : first);
    }

    /** All of them, each in a line of its own. */
    static String allLeft(List<RecommendationLine> lines) {
        return TEXTS.get("left-the-list", left(lines, lines.size(), ",\n"));
    }

    private static String left(List<RecommendationLine> lines, int named, String between) {
        return lines.stream()
                .limit(named)
                .map(line -> line.move()
                        .map(move -> left(line.info().title(), move))
                        .orElseGet(() -> line.info().title()))
                .collect(Collectors.joining(between));
    }

    private static String left(String title, Move move) {
        String before = Formats.count(move.before());
        return move.now() == 0
                ? TEXTS.get("left-item-rated", title, before)
                : TEXTS.get("left-item", title, before, Formats.count(move.now()));
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
        String size = String.valueOf(list.now().size());
        return entered > 0
                ? TEXTS.get("moved-count-new", "" + moved, size, "" + entered)
                : TEXTS.get("moved-count", "" + moved, size);
    }
}
