package io.github.factorscope.data.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What the names of columns say about them: English words in any case, with or without "id", dashes and blanks. */
final class ColumnNames {
    private static final Set<String> USERS = Set.of(
            "user",
            "u",
            "uid",
            "reviewer",
            "rater",
            "customer",
            "cust",
            "member",
            "account",
            "person",
            "viewer",
            "visitor",
            "reader",
            "listener",
            "player",
            "voter",
            "client",
            "profile",
            "consumer",
            "critic",
            "judge",
            "respondent",
            "participant",
            "buyer",
            "subscriber",
            "login",
            "nick",
            "nickname");
    private static final Set<String> ITEMS = Set.of(
            "item",
            "i",
            "iid",
            "movie",
            "film",
            "product",
            "book",
            "isbn",
            "asin",
            "parentasin",
            "song",
            "track",
            "artist",
            "album",
            "anime",
            "manga",
            "game",
            "joke",
            "restaurant",
            "business",
            "recipe",
            "article",
            "show",
            "series",
            "video",
            "beer",
            "wine",
            "place",
            "venue",
            "app",
            "course",
            "hotel",
            "object",
            "content",
            "document",
            "doc",
            "target",
            "goods",
            "sku",
            "tconst",
            "title");
    private static final Set<String> RATINGS = Set.of(
            "rating",
            "ratings",
            "r",
            "rate",
            "stars",
            "star",
            "score",
            "overall",
            "grade",
            "vote",
            "mark",
            "points",
            "value",
            "preference",
            "pref",
            "opinion");
    private static final Set<String> TIMES = Set.of(
            "timestamp",
            "time",
            "t",
            "ts",
            "date",
            "datetime",
            "day",
            "epoch",
            "unixtime",
            "unixtimestamp",
            "created",
            "createdat",
            "updatedat",
            "ratedat",
            "reviewedat",
            "modified",
            "daterated",
            "dateadded",
            "datecreated");
    private static final Set<String> ID_ENDINGS = Set.of("", "id", "ids", "no", "nr", "num", "number", "key");
    private static final Set<String> OTHER_ENDINGS = Set.of("idx", "index", "code", "name", "uuid", "hash");
    private static final Set<String> BEFORE_RATINGS = Set.of(
            "user",
            "item",
            "movie",
            "film",
            "book",
            "product",
            "star",
            "my",
            "your",
            "review",
            "raw",
            "given",
            "explicit",
            "overall",
            "rating");
    private static final Set<String> BEFORE_TIMES =
            Set.of("review", "unixreview", "rating", "rate", "rated", "unix", "event", "vote", "utc", "local");
    private static final Set<String> TITLES = Set.of(
            "title",
            "name",
            "movietitle",
            "booktitle",
            "filmtitle",
            "itemtitle",
            "producttitle",
            "itemname",
            "moviename",
            "filmname",
            "bookname",
            "productname",
            "originaltitle",
            "primarytitle",
            "displayname");
    private static final Set<String> YEARS = Set.of(
            "year",
            "releaseyear",
            "yearofrelease",
            "yearofpublication",
            "publicationyear",
            "originalpublicationyear",
            "startyear",
            "releasedate",
            "date",
            "published",
            "publicationdate",
            "movieyear");
    private static final Set<String> GENRES =
            Set.of("genres", "genre", "category", "categories", "maincategory", "genrelist", "moviegenres", "type");

    private ColumnNames() {}

    /** The columns that may have this role by their names, the likeliest first. */
    static List<Integer> columns(List<String> names, Role role) {
        return ranked(names, name -> rank(name, role));
    }

    /** The columns that may hold titles, years or genres, the likeliest first. */
    static List<Integer> titles(List<String> names) {
        return ranked(names, name -> TITLES.contains(name) ? (name.equals("title") ? 0 : 1) : -1);
    }

    /** The columns that may hold the ids of a table of items. */
    static List<Integer> idsOfItems(List<String> names) {
        return ranked(names, name -> name.equals("id") || name.isEmpty() ? 1 : rank(name, Role.ITEM));
    }

    static List<Integer> years(List<String> names) {
        return ranked(names, name -> YEARS.contains(name) ? (name.endsWith("year") ? 0 : 1) : -1);
    }

    static List<Integer> genres(List<String> names) {
        return ranked(names, name -> GENRES.contains(name) ? (name.startsWith("genre") ? 0 : 1) : -1);
    }

    /** Whether it tells of an item what is no id. */
    static boolean isDescription(String name) {
        String plain = plain(name);
        return TITLES.contains(plain) || YEARS.contains(plain) || GENRES.contains(plain);
    }

    static boolean isId(String name) {
        String plain = plain(name);
        return plain.endsWith("id") || plain.endsWith("ids");
    }

    /** Without case, dashes, blanks and the like. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private interface Ranking {
        /** 0 for the likeliest; −1 where the name does not fit. */
        int of(String plainName);
    }

    private static List<Integer> ranked(List<String> names, Ranking ranking) {
        List<Integer> ranks =
                names.stream().map(name -> ranking.of(plain(name))).toList();
        List<Integer> columns = new ArrayList<>(IntStream.range(0, names.size())
                .filter(column -> ranks.get(column) >= 0)
                .boxed()
                .toList());
        columns.sort(Comparator.comparing(ranks::get));
        return columns;
    }

    private static int rank(String name, Role role) {
        return switch (role) {
            case USER -> rankOfId(name, USERS);
            case ITEM -> name.equals("title") ? 2 : rankOfId(name, ITEMS);
            case RATING -> rankWithPrefix(name, RATINGS, BEFORE_RATINGS);
            case TIME -> rankWithPrefix(name, TIMES, BEFORE_TIMES);
            case IGNORED -> -1;
        };
    }

    private static int rankOfId(String name, Set<String> words) {
        for (String word : words) {
            if (name.startsWith(word) && ID_ENDINGS.contains(name.substring(word.length()))) {
                return 0;
            }
        }
        for (String word : words) {
            if (name.startsWith(word) && OTHER_ENDINGS.contains(name.substring(word.length()))) {
                return 1;
            }
            if (name.equals("id" + word)) {
                return 1;
            }
        }
        return -1;
    }

    private static int rankWithPrefix(String name, Set<String> words, Set<String> prefixes) {
        if (words.contains(name)) {
            return 0;
        }
        return words.stream()
                        .filter(name::endsWith)
                        .anyMatch(word -> prefixes.contains(name.substring(0, name.length() - word.length())))
                ? 1
                : -1;
    }
}
