package io.github.factorscope.ui.map;

import io.github.factorscope.data.Dataset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds items by words of their titles: without regard to case, accents and punctuation. */
final class TitleSearch {
    private static final int MOST = 50;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final int[] items;
    private final String[] titles; // " words of the title ", in the order of the items

    /** @param items that can be found, in the order in which they are listed */
    TitleSearch(Dataset dataset, int[] items) {
        this.items = items;
        titles = new String[items.length];
        for (int k = 0; k < items.length; k++) {
            titles[k] = words(dataset.items().item(items[k]).label());
        }
    }

    private static String words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return " "
                + NO_WORD.matcher(plain.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }

    /**
     * Items in whose title every typed word begins a word. Those whose first words are the typed ones come first, then those
     * that begin as typed.
     */
    List<Integer> find(String typed) {
        String wanted = words(typed).stripTrailing();
        if (wanted.isBlank()) {
            return List.of();
        }
        String[] words = wanted.strip().split(" ", -1);
        List<Integer> found = new ArrayList<>();
        List<Integer> begin = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int k = 0; k < items.length; k++) {
            if (titles[k].startsWith(wanted + " ")) {
                found.add(items[k]);
            } else if (titles[k].startsWith(wanted)) {
                begin.add(items[k]);
            } else if (hasAll(titles[k], words)) {
                others.add(items[k]);
            }
        }
        found.addAll(begin);
        found.addAll(others);
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static boolean hasAll(String title, String[] words) {
        for (String word : words) {
            if (!title.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }
}
