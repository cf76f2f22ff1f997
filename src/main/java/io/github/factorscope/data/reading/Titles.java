package io.github.factorscope.data.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles as MovieLens writes them: "Matrix, The (1999)". */
final class Titles {
    private static final int LONGEST = 500;
    private static final Pattern WITH_YEAR = Pattern.compile("(.*\\S)\\s*\\((\\d{4})(?:[-–]\\d{0,4})?\\)\\s*");
    private static final Pattern ARTICLE_BEHIND = Pattern.compile(
            "([^(]+), (The|A|An|Le|La|Les|L'|Un|Une|El|Los|Las|Il|Lo|I|Gli|Der|Die|Das|Den|Det|De|Het|O|Os|As)"
                    + "(?=$| \\()(.*)");

    private Titles() {}

    /** The title as one reads it, and the year of release, 0 where none is given. */
    record Title(String text, int year) {}

    static Title parse(String written) {
        String shown = written.length() <= LONGEST ? written : written.substring(0, LONGEST);
        String text = shown.replaceAll("\\s+", " ").strip();
        int year = 0;
        Matcher withYear = WITH_YEAR.matcher(text);
        if (withYear.matches()) {
            text = withYear.group(1);
            year = Integer.parseInt(withYear.group(2));
        }
        return new Title(articleInFront(text), year);
    }

    private static String articleInFront(String text) {
        Matcher behind = ARTICLE_BEHIND.matcher(text);
        if (!behind.matches()) {
            return text;
        }
        String article = behind.group(2);
        return article + (article.endsWith("'") ? "" : " ") + behind.group(1) + behind.group(3);
    }
}
