package io.github.factorscope.ui.map;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.projection.AxisEnds;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A component that can be chosen as an axis of the map.
 *
 * @param component counted from 0
 * @param share of the variance, 0 to 1
 * @param ends well-known items there
 */
record MapAxis(int component, double share, AxisEnds ends, Dataset dataset) {
    private static final Texts TEXTS = Texts.of(MapAxis.class);
    private static final Pattern OTHER_TITLE = Pattern.compile("(.*\\S)\\s*\\(.*\\)");
    private static final int LONGEST_TITLE = 30;
    private static final int LONGEST_SHORT_TITLE = 18;

    /** Such as "1: 12.3 % of variance: Ace Ventura … — Citizen Kane …". */
    String words() {
        return words("axis-with-ends", LONGEST_TITLE);
    }

    /** Such as "1 · 12.3 %". */
    String shareWords() {
        return TEXTS.get("axis-share", number(), percent());
    }

    /** Such as "1: 12.3 %: Ace Ventura … — Citizen Kane …". */
    String shortWords() {
        return words("axis-with-ends-short", LONGEST_SHORT_TITLE);
    }

    private String words(String key, int longest) {
        return TEXTS.get(key, number(), percent(), first(ends.low(), longest), first(ends.high(), longest));
    }

    private String number() {
        return String.valueOf(component + 1);
    }

    private String percent() {
        return Formats.decimals(100 * share, 1);
    }

    private String first(List<Integer> items, int longest) {
        return items.isEmpty()
                ? "–"
                : shortened(shortened(title(items.get(0))), longest) + (items.size() > 1 ? " …" : "");
    }

    /** The items at the negative end, outermost first. */
    List<String> low() {
        return titles(ends.low());
    }

    /** The items at the positive end, outermost first. */
    List<String> high() {
        return titles(ends.high());
    }

    private List<String> titles(List<Integer> items) {
        return items.stream().map(item -> shortened(title(item))).toList();
    }

    private String title(int item) {
        return dataset.items().item(item).title();
    }

    /** A title without another one in brackets; a long one without its middle: series differ at their ends. */
    static String shortened(String title) {
        Matcher matcher = OTHER_TITLE.matcher(title);
        return shortened(matcher.matches() ? matcher.group(1) : title, LONGEST_TITLE);
    }

    private static String shortened(String title, int longest) {
        if (title.length() <= longest) {
            return title;
        }
        int half = longest / 2;
        int space = title.lastIndexOf(' ', half);
        int head = space < half / 2 ? half : space;
        int tail = title.indexOf(' ', title.length() - half);
        return title.substring(0, head) + " …"
                + (tail < 0 ? title.substring(title.length() - half + 1) : title.substring(tail));
    }

    @Override
    public String toString() {
        return words();
    }
}
