package io.github.factorscope.inspection;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingMatrix;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
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
    private static final char LINE_END = '\n';

    private final int[] items; // most ratings first
    private final int[] lineStarts; // [items + 1], where the line of each begins
    private final String lines; // folded titles with years, one a line, in that order: one text is searched much faster
    private final int[] titleLengths; // without the year

    private ItemSearch(int[] items, int[] lineStarts, String lines, int[] titleLengths) {
        this.items = items;
        this.lineStarts = lineStarts;
        this.lines = lines;
        this.titleLengths = titleLengths;
    }

    /** @param ratings that tell how well known the items are */
    public static ItemSearch of(ItemCatalogue catalogue, RatingMatrix ratings) {
        int[] items = IntStream.range(0, catalogue.size())
                .boxed()
                .sorted(Comparator.comparingInt(item -> -ratings.byItem().length(item)))
                .mapToInt(Integer::intValue)
                .toArray();
        StringBuilder lines = new StringBuilder();
        int[] lineStarts = new int[items.length + 1];
        int[] titleLengths = new int[items.length];
        for (int place = 0; place < items.length; place++) {
            Item item = catalogue.item(items[place]);
            lines.append(fold(item.title()));
            titleLengths[place] = lines.length() - lineStarts[place];
            if (item.year() != 0) {
                lines.append(' ').append(item.year());
            }
            lines.append(LINE_END);
            lineStarts[place + 1] = lines.length();
        }
        return new ItemSearch(items, lineStarts, lines.toString(), titleLengths);
    }

    /**
     * The items whose titles have all these words: first those with just this title, then those that begin as typed, then those
     * that have words beginning so, then those that have them inside of words; each by number of ratings.
     *
     * @param most how many are wanted
     */
    public int[] find(String typed, int most) {
        String folded = fold(typed);
        if (folded.isEmpty() || most <= 0) {
            return new int[0];
        }
        Set<Integer> places = new LinkedHashSet<>();
        collect(folded, place -> isWholeTitle(place, folded), most, places);
        collect(folded, place -> lines.startsWith(folded, lineStarts[place]), most, places);
        String[] words = folded.substring(1).split(" ", -1);
        String longest = Arrays.stream(words)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        collect(" " + longest, place -> hasAll(place, words, " "), most, places);
        collect(longest, place -> hasAll(place, words, ""), most, places);
        return places.stream().mapToInt(place -> items[place]).toArray();
    }

    /** Adds the lines that have a text in them and are accepted, from above, until there are as many as wanted. */
    private void collect(String text, IntPredicate accepted, int most, Set<Integer> places) {
        int at = lines.indexOf(text);
        while (at >= 0 && places.size() < most) {
            int place = lineOf(at);
            if (accepted.test(place)) {
                places.add(place);
            }
            at = lines.indexOf(text, lineStarts[place + 1]);
        }
    }

    private int lineOf(int at) {
        int found = Arrays.binarySearch(lineStarts, at);
        return found >= 0 ? found : -found - 2;
    }

    private boolean isWholeTitle(int place, String folded) {
        int length = folded.length();
        boolean ends = length == titleLengths[place] || length == lineStarts[place + 1] - lineStarts[place] - 1;
        return ends && lines.startsWith(folded, lineStarts[place]);
    }

    /** @param before what stands in front of each word */
    private boolean hasAll(int place, String[] words, String before) {
        String line = lines.substring(lineStarts[place], lineStarts[place + 1]);
        return Arrays.stream(words).allMatch(word -> line.contains(before + word));
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
