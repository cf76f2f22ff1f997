package io.github.factorscope.data.reading;

import static io.github.factorscope.data.reading.Role.IGNORED;
import static io.github.factorscope.data.reading.Role.ITEM;
import static io.github.factorscope.data.reading.Role.RATING;
import static io.github.factorscope.data.reading.Role.TIME;
import static io.github.factorscope.data.reading.Role.USER;

import io.github.factorscope.data.reading.MessyFile.Given;
import io.github.factorscope.data.reading.MessyFile.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The corpus: every oddity alone, then together. */
final class MessyFiles {
    private static final Map<String, String> DELIMITERS = new LinkedHashMap<>();
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static {
        DELIMITERS.put("commas", ",");
        DELIMITERS.put("semicolons", ";");
        DELIMITERS.put("tabs", "\t");
        DELIMITERS.put("bars", "|");
        DELIMITERS.put("double colons", "::");
        DELIMITERS.put("single spaces", " ");
        DELIMITERS.put("runs of spaces", "   ");
        DELIMITERS.put("tabs and spaces", " \t ");
        DELIMITERS.put("double tabs", "\t\t");
    }

    private MessyFiles() {}

    static List<MessyFile> all() {
        List<MessyFile> files = new ArrayList<>();
        delimiters(files);
        headers(files);
        orders(files);
        quotes(files);
        numbersAndTimes(files);
        encodings(files);
        linesAndRemarks(files);
        packings(files);
        together(files);
        return files;
    }

    private static Writer plain() {
        return new Writer();
    }

    private static void delimiters(List<MessyFile> files) {
        DELIMITERS.forEach((name, delimiter) -> {
            files.add(plain().delimiter(delimiter).as(name + " with a header"));
            files.add(plain().delimiter(delimiter).header("").as(name + " without a header"));
        });
    }

    private static void headers(List<MessyFile> files) {
        for (String names : List.of(
                "USER_ID,ITEM_ID,RATING,TIMESTAMP",
                "user id,movie id,stars,date",
                "User-ID,ISBN,Book-Rating,Time",
                "reviewerID,asin,overall,unixReviewTime",
                "customer_id,product_id,star_rating,review_date",
                "uid,iid,r,ts",
                "userId,track_id,score,created_at",
                "member,film,vote,rated_at",
                "Viewer No,Show Name,User Rating,Rating Date",
                "person,artistID,Points,epoch",
                "user,joke,value,when",
                "u,i,rating,t",
                "idUser,idMovie,grade,datetime",
                "Nutzer,Film,Sterne,Zeit",
                "_user_,_item_,_rating_,_time_")) {
            boolean known = !names.endsWith("when") && !names.startsWith("Nutzer");
            Writer writer = plain().header(names);
            if (!known && names.endsWith("when")) { // no name of a time
                writer = plain().order(USER, ITEM, RATING, IGNORED).header(names);
            }
            files.add(writer.as("header " + names));
        }
        files.add(plain().header("\"userId\",\"movieId\",\"rating\",\"timestamp\"")
                .quotes()
                .as("quoted header"));
        files.add(plain().header("userId,movieId,rating")
                .order(IGNORED, USER, ITEM, RATING)
                .as("row names without a name, as R writes them"));
        files.add(plain().header(",userId,movieId,rating")
                .order(IGNORED, USER, ITEM, RATING)
                .as("row numbers under an empty name"));
    }

    private static void orders(List<MessyFile> files) {
        files.add(plain().header("timestamp,rating,movieId,userId")
                .order(TIME, RATING, ITEM, USER)
                .as("turned round"));
        files.add(plain().header("movieId,userId,rating")
                .order(ITEM, USER, RATING)
                .as("item before user"));
        files.add(plain().header("comment,rating,remark,movieId,source,userId,timestamp")
                .order(IGNORED, RATING, IGNORED, ITEM, IGNORED, USER, TIME)
                .as("columns between"));
        files.add(plain().header("review_id,user_id,user_name,movie_id,title,rating,timestamp")
                .order(IGNORED, USER, IGNORED, ITEM, IGNORED, RATING, TIME)
                .as("ids and names"));
        files.add(plain().header("").order(USER, ITEM, TIME, RATING).as("no header, the time before the rating"));
        files.add(plain().header("").order(RATING, USER, ITEM).as("no header, the rating first"));
        files.add(plain().header("").order(TIME, USER, ITEM, RATING).as("no header, the time first"));
        files.add(plain().header("")
                .order(USER, ITEM, RATING, TIME, IGNORED, IGNORED)
                .as("no header, more columns"));
        files.add(plain().header("").order(USER, ITEM, RATING, IGNORED).as("no header, a word behind"));
        files.add(
                plain().header("userId,movieId,liked").order(USER, ITEM, RATING).as("a rating of another name"));
    }

    private static List<Given> named(String user, String item) {
        return MessyFile.sample().stream()
                .map(rating -> new Given(user + rating.user(), rating.item() + item, rating.stars(), rating.time()))
                .toList();
    }

    private static void quotes(List<MessyFile> files) {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            files.add(plain().delimiter(delimiter)
                    .quotes()
                    .as("all in quotes, parted by " + delimiter.replace("\t", "tab")));
            files.add(plain().delimiter(delimiter)
                    .quotes()
                    .given(named("Smith" + delimiter + " Ann ", delimiter + " The"))
                    .as("delimiters in quotes, parted by " + delimiter.replace("\t", "tab")));
        }
        files.add(plain().quotes().given(named("\"Bo\" ", " 12\"")).as("doubled quotes"));
        files.add(plain().quotes().given(named("two\nlines ", " a\nb\n\nc")).as("line breaks in quotes"));
        files.add(plain().quotes().header("").given(named("a\n", "")).as("line breaks in quotes without a header"));
        files.add(plain().given(named("O'Neil ", " 5\" disk")).delimiter("\t").as("quotes that mean nothing"));
    }

    private static void numbersAndTimes(List<MessyFile> files) {
        files.add(plain().delimiter(";").decimalComma().as("decimal comma"));
        files.add(plain().delimiter("\t").header("").decimalComma().as("decimal comma without a header"));
        files.add(plain().quotes().decimalComma().as("decimal comma in quotes between commas"));
        files.add(plain().times(seconds -> seconds + "000").as("milliseconds"));
        files.add(plain().times(seconds -> seconds + ".0").as("seconds with a point"));
        files.add(plain().times(seconds -> date(seconds, "yyyy-MM-dd HH:mm:ss")).as("dates with a time of day"));
        files.add(plain().times(seconds -> date(seconds, "yyyy-MM-dd'T'HH:mm:ss'Z'"))
                .as("dates of Greenwich"));
        files.add(plain().times(seconds -> date(seconds + 7200, "yyyy-MM-dd'T'HH:mm:ss.SSS'+02:00'"))
                .as("dates with a zone"));
        files.add(plain().header("")
                .times(seconds -> date(seconds, "yyyy/MM/dd HH:mm:ss"))
                .as("dates with slashes"));
        files.add(plain().given(MessyFile.sample().stream()
                        .map(g -> new Given(g.user(), g.item(), g.stars(), g.time() / 86_400 * 86_400))
                        .toList())
                .times(seconds -> date(seconds, "yyyy-MM-dd"))
                .as("days"));
        files.add(scaled("from 1 to 10", 1, 1, 10));
        files.add(scaled("from 0 to 100", 0, 5, 21));
        files.add(scaled("below zero", -10, 2.5, 9));
        files.add(scaled("whole stars", 1, 1, 5));
    }

    private static MessyFile scaled(String name, double least, double step, int levels) {
        List<Given> given = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            Given sample = MessyFile.sample().get(k);
            given.add(new Given(sample.user(), sample.item(), least + step * (k * 7 % levels), sample.time()));
        }
        return plain().header("user,item,score,time").given(given).as("ratings " + name);
    }

    private static String date(long seconds, String pattern) {
        return DateTimeFormatter.ofPattern(pattern)
                .format(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    }

    private static void encodings(List<MessyFile> files) {
        Map<String, Charset> charsets = new LinkedHashMap<>();
        charsets.put("UTF-8", StandardCharsets.UTF_8);
        charsets.put("UTF-16LE", StandardCharsets.UTF_16LE);
        charsets.put("UTF-16BE", StandardCharsets.UTF_16BE);
        charsets.forEach((name, charset) -> {
            files.add(plain().given(named("Zoë ", " Füße"))
                    .charset(charset, false)
                    .as(name));
            files.add(
                    plain().given(named("Zoë ", " Füße")).charset(charset, true).as(name + " with a mark"));
        });
        files.add(plain().given(named("Zoë ", " Füße"))
                .charset(StandardCharsets.ISO_8859_1, false)
                .as("ISO-8859-1"));
        files.add(plain().given(named("Zoë’s ", " 5 €")).charset(WINDOWS, false).as("windows-1252"));
        files.add(plain().given(named("用户", "電影")).as("ids in Chinese"));
        files.add(plain().given(named("😀", "–"))
                .charset(StandardCharsets.UTF_16LE, true)
                .as("ids with pictures"));
    }

    private static void linesAndRemarks(List<MessyFile> files) {
        files.add(plain().lineEnd("\r\n").as("line ends of Windows"));
        files.add(plain().lineEnd("\r").as("line ends of old Macs"));
        files.add(plain().noLastEnd().as("no line end at the end"));
        files.add(plain().lineEnd("\r").noLastEnd().header("").as("old Mac without an end"));
        files.add(plain().blankLines().as("blank lines"));
        files.add(plain().lineEnd("\r\n").blankLines().header("").as("blank lines of Windows"));
        for (String prefix : Dialect.COMMENTS) {
            files.add(plain().comment(prefix).as("remarks with " + prefix));
            files.add(plain().comment(prefix).header("").delimiter("\t").as("remarks with " + prefix + ", no header"));
        }
        files.add(plain().header("# movieId,userId,rating")
                .order(ITEM, USER, RATING)
                .as("names in a remark"));
    }

    private static void packings(List<MessyFile> files) {
        MessyFile csv = plain().as("plain", "ratings.csv");
        files.add(MessyFile.of("gzip", "ratings.csv.gz", MessyFile.gzip(csv.bytes()), csv.ratings()));
        files.add(MessyFile.of("gzip by content only", "ratings.csv", MessyFile.gzip(csv.bytes()), csv.ratings()));
        files.add(MessyFile.of("gz by name only", "ratings.csv.gz", csv.bytes(), csv.ratings()));
        files.add(MessyFile.of("zip", "a.zip", MessyFile.zip("ratings.csv", csv.bytes()), csv.ratings()));
        files.add(MessyFile.of("zip by content only", "a.data", MessyFile.zip("x.txt", csv.bytes()), csv.ratings()));
        files.add(MessyFile.of(
                "zip of folders", "a.ZIP", MessyFile.zip("a/b/c/ratings.csv", csv.bytes()), csv.ratings()));
        files.add(MessyFile.of(
                "gzip in a zip",
                "a.zip",
                MessyFile.zip("a/ratings.csv.gz", MessyFile.gzip(csv.bytes())),
                csv.ratings()));
    }

    private static void together(List<MessyFile> files) {
        List<Charset> charsets =
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, WINDOWS);
        int k = 0;
        for (Charset charset : charsets) {
            for (String lineEnd : List.of("\n", "\r\n", "\r")) {
                for (String delimiter : List.of(";", "\t", "|")) {
                    Writer writer = plain().delimiter(delimiter)
                            .lineEnd(lineEnd)
                            .charset(charset, k % 2 == 0 && !charset.equals(WINDOWS))
                            .comment(k % 3 == 0 ? Dialect.COMMENTS.get(k % 9 / 3) : "")
                            .given(named("Zoë" + (k % 5 == 0 ? delimiter : " "), " ü"))
                            .quotes();
                    if (k % 4 == 0) {
                        writer.decimalComma();
                    }
                    if (k % 4 == 1) {
                        writer.blankLines();
                    }
                    writer.header(k % 2 == 0 ? "score,customer-id,date added,product id" : "");
                    if (k % 2 == 0) {
                        writer.order(RATING, USER, TIME, ITEM).times(seconds -> date(seconds, "yyyy-MM-dd HH:mm:ss"));
                    }
                    MessyFile file = writer.as("together " + k + ": " + charset + ", " + delimiter.replace("\t", "tab")
                            + ", " + lineEnd.replace("\r", "CR").replace("\n", "LF"));
                    boolean gzip = k % 6 == 5;
                    files.add(
                            gzip
                                    ? MessyFile.of(
                                            file.name() + ", gzip", "x", MessyFile.gzip(file.bytes()), file.ratings())
                                    : file);
                    k++;
                }
            }
        }
    }
}
