package io.github.factorscope.inspection;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingMatrix;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds items by words of their titles, in any order; case, accents and punctuation do not matter, and the year counts as a
 * word. Immutable, safe on all threads.
 */
public final class ItemSearch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int TITLE = 0; // the words are the whole title
    private static final int BEGINNINGS = 1; // each is the beginning of a word
    private static final int INSIDE = 2;
    private static final int NO_HIT = 3;

    private final int[] items; // most ratings first
    private final String[] titles; // folded, the same order, a space before each word
    private final String[] labels; // the same with the year

    private ItemSearch(int[] items, String[] titles, String[] labels) {
        this.items = items;
        this.titles = titles;
        this.labels = labels;
    }

    /** @param ratings that tell how well known the items are */
    public static ItemSearch of(ItemCatalogue catalogue, RatingMatrix ratings) {
        int[] items = IntStream.range(0, catalogue.size())
                .boxed()
                .sorted(Comparator.comparingInt(item -> -ratings.byItem().length(item)))
                .mapToInt(Integer::intValue)
                .toArray();
        String[] titles = new String[items.length];
        String[] labels = new String[items.length];
        for (int place = 0; place < items.length; place++) {
            Item item = catalogue.item(items[place]);
            titles[place] = fold(item.title());
            labels[place] = item.year() == 0 ? titles[place] : titles[place] + " " + item.year();
        }
        return new ItemSearch(items, titles, labels);
    }

    /**
     * The items whose titles have all these words: first those with just this title, then those that have words beginning
     * so, then those that have them inside of words; each by number of ratings.
     *
     * @param most how many are wanted
     */
    public int[] find(String typed, int most) {
        String folded = fold(typed);
        if (folded.isEmpty()) {
            return new int[0];
        }
        String[] words = folded.substring(1).split(" ", -1);
        int[][] found = new int[NO_HIT][];
        int[] counts = new int[NO_HIT];
        Arrays.setAll(found, level -> new int[Math.min(most, items.length)]);
        for (int place = 0; place < items.length; place++) {
            int level = level(place, folded, words);
            if (level < NO_HIT && counts[level] < most) {
                found[level][counts[level]++] = items[place];
            }
        }
        return IntStream.range(0, NO_HIT)
                .flatMap(level -> Arrays.stream(found[level], 0, counts[level]))
                .limit(most)
                .toArray();
    }

    private int level(int place, String folded, String[] words) {
        String label = labels[place];
        int level = BEGINNINGS;
        for (String word : words) {
            int at = label.indexOf(word);
            if (at < 0) {
                return NO_HIT;
            }
            if (!beginsAWord(label, word, at)) {
                level = INSIDE;
            }
        }
        return folded.equals(titles[place]) || folded.equals(label) ? TITLE : level;
    }

    private static boolean beginsAWord(String label, String word, int first) {
        for (int at = first; at >= 0; at = label.indexOf(word, at + 1)) {
            if (label.charAt(at - 1) == ' ') {
                return true;
            }
        }
        return false;
    }

    /** Lower case without accents, a space before each word; empty where nothing is written. */
    static String fold(String text) {
        String plain = isAscii(text) ? text : withoutMarks(text);
        String words = BETWEEN_WORDS
                .matcher(APOSTROPHES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(""))
                .replaceAll(" ")
                .strip();
        String kept = words.isEmpty() ? plain.strip() : words; // there are films called $ and ???
        return kept.isEmpty() ? "" : " " + kept;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }

    /** Also of letters that Unicode does not take apart. */
    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i');
    }
}
