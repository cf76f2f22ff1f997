package io.github.factorscope.ui.formula;

import io.github.factorscope.model.FormulaTerm;
import java.util.List;

/**
 * What of a formula is coloured, pointed at and explained as one.
 *
 * @param id what it stands for, such as "user-bias"; several parts may stand for the same; "" for signs between others
 * @param latex in math mode; where it begins with +, −, = or an arrow, a new line may begin
 * @param name for those who do not see it, such as "User bias"
 * @param about a sentence that explains it; "" where nothing is to be said, then it cannot be pointed at
 * @param styleClass for its colour; "" for that of text
 */
public record FormulaPart(String id, String latex, String name, String about, String styleClass) {
    private static final List<String> SIGNS = List.of("+", "-", "=", "\\leftarrow", "\\approx");

    /** A part that explains nothing. */
    public static FormulaPart of(String latex) {
        return new FormulaPart("", latex, "", "", "");
    }

    /** A part that explains itself. */
    public static FormulaPart of(String id, String latex, String name, String about) {
        return new FormulaPart(id, latex, name, about, "");
    }

    /** As a model describes it, in the language of the window. */
    public static FormulaPart of(FormulaTerm term) {
        return term.isSummand() ? of(term.id(), term.latex(), term.name(), term.about()) : of(term.latex());
    }

    /** The same in the colour that the style sheet gives to this class. */
    public FormulaPart styled(String other) {
        return new FormulaPart(id, latex, name, about, other);
    }

    /** Whether it can be pointed at. */
    public boolean isExplained() {
        return !about.isEmpty();
    }

    /** How many brackets it opens that later parts close; less than 0 where it closes some. */
    int bracketsLeftOpen() {
        return count("\\Bigl") - count("\\Bigr");
    }

    private int count(String command) {
        return (latex.length() - latex.replace(command, "").length()) / command.length();
    }

    boolean mayBeginLine() {
        return SIGNS.stream().anyMatch(latex::startsWith);
    }
}
