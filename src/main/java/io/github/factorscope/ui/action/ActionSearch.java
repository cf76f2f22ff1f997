package io.github.factorscope.ui.action;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds actions by what is typed: by the beginnings of words, in any order, or by letters that follow one another. */
final class ActionSearch {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int BEGINNING = 0;
    private static final int WORDS = 1;
    private static final int INSIDE = 2;
    private static final int LETTERS = 3;
    private static final int NO_HIT = 4;

    private ActionSearch() {}

    /** Those that fit, the best first; of equally good ones the order stays. All where nothing is typed. */
    static List<Action> find(List<Action> actions, String typed) {
        String wanted = fold(typed);
        if (wanted.isEmpty()) {
            return actions;
        }
        record Hit(Action action, int level) {}
        return actions.stream()
                .map(action -> new Hit(action, level(action, wanted)))
                .filter(hit -> hit.level() < NO_HIT)
                .sorted(Comparator.comparingInt(Hit::level))
                .map(Hit::action)
                .toList();
    }

    private static int level(Action action, String wanted) {
        String title = fold(action.title());
        if (title.startsWith(wanted)) {
            return BEGINNING;
        }
        String all = fold(
                action.title() + " " + action.detail() + " " + action.kind().title());
        String[] words = wanted.split(" ", -1);
        if (Arrays.stream(words).allMatch(word -> (" " + all).contains(" " + word))) {
            return WORDS;
        }
        if (Arrays.stream(words).allMatch(all::contains)) {
            return INSIDE;
        }
        return follow(title, wanted.replace(" ", "")) ? LETTERS : NO_HIT;
    }

    /** Whether the letters stand in the text in this order, the first of them at the beginning of a word. */
    private static boolean follow(String text, String letters) {
        for (int begin = text.indexOf(letters.charAt(0));
                begin >= 0;
                begin = text.indexOf(letters.charAt(0), begin + 1)) {
            if (begin > 0 && text.charAt(begin - 1) != ' ') {
                continue;
            }
            int at = begin;
            int found = 0;
            while (at < text.length() && found < letters.length()) {
                found += text.charAt(at++) == letters.charAt(found) ? 1 : 0;
            }
            if (found == letters.length()) {
                return true;
            }
        }
        return false;
    }

    /** Lower case without accents, one space between words. */
    private static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String whole = Normalizer.normalize(plain, Normalizer.Form.NFC); // syllables of Hangul are put together again
        return BETWEEN_WORDS
                .matcher(whole.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
