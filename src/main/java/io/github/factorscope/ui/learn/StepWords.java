package io.github.factorscope.ui.learn;

import io.github.factorscope.model.Moved;
import io.github.factorscope.model.Moved.Descent;
import io.github.factorscope.model.Moved.Solved;
import io.github.factorscope.model.Moved.Symbol;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a step says of the parameters that it moves, in signs and numbers. */
final class StepWords {
    private static final Texts TEXTS = Texts.of(StepWords.class);
    private static final int ALL = 3; // so many factors are all shown
    private static final int FIRST = 2; // of more

    private final Shown shown;

    StepWords(Shown shown) {
        this.shown = shown;
    }

    static String symbol(Symbol symbol) {
        return switch (symbol) {
            case USER_BIAS -> "bᵤ";
            case ITEM_BIAS -> "bᵢ";
            case USER_FACTORS -> "pᵤ";
            case ITEM_FACTORS -> "qᵢ";
            case EXPLICIT_FACTORS -> "xⱼ";
            case IMPLICIT_FACTORS -> "yⱼ";
            case EXPLICIT_WEIGHT -> "wᵢⱼ";
            case IMPLICIT_WEIGHT -> "cᵢⱼ";
        };
    }

    /** Whose it is; of a weight, the other item. */
    String owner(Moved moved) {
        if (moved.symbol().isOfUser()) {
            return shown.ground().isToy()
                    ? shown.ground().user(moved.owner())
                    : TEXTS.get("user", shown.ground().user(moved.owner()));
        }
        return shown.ground()
                .item(moved.neighbour() >= 0 ? moved.neighbour() : moved.owner())
                .title();
    }

    /** One number, or as many as there is room for. */
    static String values(Moved moved) {
        float[] values = moved.values();
        if (!moved.symbol().isVector()) {
            return LearnNumbers.of(values[0]);
        }
        boolean all = values.length <= ALL;
        String first = IntStream.range(0, all ? values.length : FIRST)
                .mapToObj(k -> LearnNumbers.of(values[k]))
                .collect(Collectors.joining("  "));
        return all ? "(" + first + ")" : "(" + first + " …)";
    }

    /** ‖θ‖ and how much is not shown; empty where all is. */
    static String more(Moved before, Moved after) {
        int length = before.values().length;
        return length <= ALL
                ? ""
                : TEXTS.get(
                        "norm-and-more",
                        LearnNumbers.of(norm(before.values())),
                        LearnNumbers.of(norm(after.values())),
                        length - FIRST);
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /** The rule in signs, then with its numbers, a line for each. */
    List<String> rule(Moved before, Moved after) {
        if (before.rule() instanceof Solved solved) {
            return List.of(TEXTS.get("solved-from", solved.ratings(), LearnNumbers.setting(solved.ridge())));
        }
        Descent descent = (Descent) before.rule();
        String symbol = symbol(before.symbol());
        List<String> lines = new ArrayList<>();
        lines.add(symbol + " ← " + symbol + " + " + rate(before.symbol()) + " (e" + input(before.symbol()) + " − "
                + regularization(before.symbol()) + " " + symbol + ")");
        int count = before.values().length <= ALL ? before.values().length : 1;
        for (int k = 0; k < count; k++) {
            lines.add(numbers(descent, before.values()[k], after.values()[k], descent.input()[k]));
        }
        return lines;
    }

    private String numbers(Descent rule, double before, double after, double input) {
        String ofInput = input == 1 ? "" : " · " + LearnNumbers.factor(input);
        return LearnNumbers.of(before) + " + " + LearnNumbers.setting(rule.rate()) + " · ("
                + LearnNumbers.of(shown.error()) + ofInput + " − " + LearnNumbers.setting(rule.regularization())
                + " · " + LearnNumbers.factor(before) + ") = " + LearnNumbers.of(after);
    }

    private static String rate(Symbol symbol) {
        return symbol == Symbol.EXPLICIT_WEIGHT || symbol == Symbol.IMPLICIT_WEIGHT ? "γʷ" : "γ";
    }

    private String regularization(Symbol symbol) {
        return switch (symbol) {
            case USER_BIAS, ITEM_BIAS -> shown.regularizations().size() == 1 ? "λ" : "λᵇ"; // there is one for all
            case USER_FACTORS, ITEM_FACTORS -> "λ";
            case EXPLICIT_FACTORS -> "λˣ";
            case IMPLICIT_FACTORS -> "λʸ";
            case EXPLICIT_WEIGHT, IMPLICIT_WEIGHT -> "λʷ";
        };
    }

    private String input(Symbol symbol) {
        return switch (symbol) {
            case USER_BIAS, ITEM_BIAS -> "";
            case USER_FACTORS -> " qᵢ";
            case ITEM_FACTORS -> " " + userVector();
            case EXPLICIT_FACTORS -> " |R|⁻½ (rᵤⱼ − b̃ᵤⱼ) qᵢ";
            case IMPLICIT_FACTORS -> " |N|⁻½ qᵢ";
            case EXPLICIT_WEIGHT -> " |Rᵏ|⁻½ (rᵤⱼ − b̃ᵤⱼ)";
            case IMPLICIT_WEIGHT -> " |Rᵏ|⁻½";
        };
    }

    /** v_u as far as it is made of what a step moves. */
    private String userVector() {
        List<String> parts = shown.parameters().stream()
                .map(Moved::symbol)
                .distinct()
                .map(StepWords::inUserVector)
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(" + ", parts) + ")";
    }

    private static String inUserVector(Symbol symbol) {
        return switch (symbol) {
            case USER_FACTORS -> "pᵤ";
            case EXPLICIT_FACTORS -> "|R|⁻½ Σ (rᵤⱼ − b̃ᵤⱼ) xⱼ";
            case IMPLICIT_FACTORS -> "|N|⁻½ Σ yⱼ";
            case USER_BIAS, ITEM_BIAS, ITEM_FACTORS, EXPLICIT_WEIGHT, IMPLICIT_WEIGHT -> "";
        };
    }
}
