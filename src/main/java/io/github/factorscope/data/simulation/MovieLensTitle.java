package io.github.factorscope.data.simulation;

import java.util.List;
import java.util.Map;

/** Titles as MovieLens writes them: the article at the end, then the year, as in "Matrix, The (1999)". */
final class MovieLensTitle {
    private static final List<String> ENGLISH_ARTICLES = List.of("The ", "A ", "An ");

    /** Articles are known per language only: "La" is one in "La Dolce Vita" but not in "La La Land". */
    private static final Map<String, List<String>> OTHER_ARTICLES = Map.of(
            "French", List.of("Le ", "La ", "Les ", "L'"),
            "Italian", List.of("Il ", "La ", "L'"),
            "German", List.of("Der ", "Die ", "Das "));

    private MovieLensTitle() {}

    static String of(Film film) {
        return articleAtEnd(film) + " (" + film.year() + ")";
    }

    private static String articleAtEnd(Film film) {
        String title = film.title();
        for (String article : ENGLISH_ARTICLES) {
            if (title.startsWith(article)) {
                return moved(title, article);
            }
        }
        for (String article : OTHER_ARTICLES.getOrDefault(film.language(), List.of())) {
            if (title.startsWith(article)) {
                return moved(title, article);
            }
        }
        return title;
    }

    private static String moved(String title, String article) {
        return title.substring(article.length()) + ", " + article.strip();
    }
}
