package io.github.factorscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands as the process does, and keeps what they print. */
final class CommandLineRunner {
    private CommandLineRunner() {}

    /** What a command left behind. */
    record Result(int code, String out, String err) {
        /** Standard output as the one JSON object that it must be. */
        JsonNode json() throws IOException {
            assertThat(code).as(err).isZero();
            try (var parser = new ObjectMapper().createParser(out)) {
                JsonNode node = parser.readValueAsTree();
                assertThat(node.isObject()).isTrue();
                assertThat(parser.nextToken())
                        .as("something behind the JSON object")
                        .isNull();
                return node;
            }
        }

        void succeeded() {
            assertThat(code).as(err).isZero();
        }

        /** The one line of the error. */
        String error() {
            assertThat(out).isEmpty();
            assertThat(err.lines().toList()).as(err).hasSize(1);
            assertThat(err).startsWith("factorscope: ").doesNotContain("Exception", "\tat ", "unexpected");
            assertThat(err.strip()).endsWith(".");
            return err.strip();
        }
    }

    static Result run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[args.length];
        for (int k = 0; k < args.length; k++) {
            texts[k] = args[k].toString();
        }
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), texts);
        return new Result(code, out.toString(), err.toString());
    }

    /** A small data set in the layout of MovieLens latest: 25 users, 16 items. */
    static Path smallData(Path folder) throws IOException {
        StringBuilder ratings = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 1; user <= 25; user++) {
            for (int item = 1; item <= 16; item++) {
                if ((user * 31 + item * 17) % 5 < 3) {
                    int halves = 2 + (user * item * 7 + user % 4 + item % 3) % 9;
                    ratings.append(user).append(',').append(100 + item).append(',');
                    ratings.append(halves / 2.0)
                            .append(",96498")
                            .append(1000 + user)
                            .append('\n');
                }
            }
        }
        StringBuilder movies = new StringBuilder("movieId,title,genres\n");
        for (int item = 1; item <= 16; item++) {
            movies.append(100 + item)
                    .append(",\"Film ")
                    .append(item)
                    .append(", The (19")
                    .append(50 + item);
            movies.append(")\",Drama|War\n");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("ratings.csv"), ratings, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("movies.csv"), movies, StandardCharsets.UTF_8);
        return folder;
    }

    static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
