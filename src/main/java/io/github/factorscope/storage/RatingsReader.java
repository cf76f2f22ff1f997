package io.github.factorscope.storage;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Ratings;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.text.Texts;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the inside of {@code ratings.fsr}, and believes nothing: counts, indices, stars and pairs are checked. */
final class RatingsReader {
    private static final Texts TEXTS = Texts.of(RatingsReader.class);

    private RatingsReader() {}

    /**
     * Reads all that stands behind the version.
     *
     * @param withTags whether items have tags
     * @throws IllegalArgumentException where it makes no sense, with the reason
     */
    static RatingsFile.Content read(DataInputStream in, SplitPlan plan, boolean withTags) throws IOException {
        String name = in.readUTF();
        String source = in.readUTF();
        RatingScale scale = new RatingScale(in.readFloat(), in.readFloat(), in.readFloat());
        boolean givenTest = in.readBoolean();
        IdIndex users = IdIndex.of(readTexts(in));
        ItemCatalogue items = readItems(in, withTags);
        Ratings training = readRows(in, users.size(), items.size());
        Ratings validation = readRows(in, users.size(), items.size());
        Ratings test = readRows(in, users.size(), items.size());
        Ratings notLearned = readRows(in, users.size(), items.size());
        if (training.size() == 0) {
            throw new IllegalArgumentException(TEXTS.get("no-rating"));
        }
        requireDisjoint(items.size(), training, validation, test);
        requireDisjoint(items.size(), training, validation, notLearned);
        Ratings all = joined(training, validation, givenTest ? notLearned : test);
        Dataset dataset = new Dataset(name, source, all, givenTest ? test : Ratings.none(), users, items, scale);
        RatingMatrix trainingMatrix = dataset.matrix(training);
        return new RatingsFile.Content(
                dataset, Split.of(dataset, plan, trainingMatrix, dataset.matrix(validation), dataset.matrix(test)));
    }

    private static int readCount(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new IllegalArgumentException(TEXTS.get("a-count-is", String.valueOf(count)));
        }
        return count;
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        int count = readCount(in);
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static ItemCatalogue readItems(DataInputStream in, boolean withTags) throws IOException {
        int count = readCount(in);
        List<String> ids = new ArrayList<>();
        Map<String, Item> items = new HashMap<>();
        for (int k = 0; k < count; k++) {
            String id = in.readUTF();
            String title = in.readUTF();
            int year = in.readInt();
            String genres = in.readUTF();
            List<String> tags = withTags ? readTexts(in) : List.of();
            ids.add(id);
            items.put(
                    id,
                    new Item(id, title, year, genres.isEmpty() ? List.of() : List.of(genres.split("\\|", -1)), tags));
        }
        return ItemCatalogue.of(IdIndex.of(ids), items);
    }

    private static Ratings readRows(DataInputStream in, int users, int items) throws IOException {
        Ratings.Builder ratings = new Ratings.Builder(false);
        for (int user = 0; user < users; user++) {
            int[] columns = new int[readNumber(in, 0, items)];
            int before = -1;
            for (int k = 0; k < columns.length; k++) {
                before += readNumber(in, 1, items - 1 - before);
                columns[k] = before;
            }
            for (int column : columns) {
                float stars = in.readFloat();
                if (!Float.isFinite(stars)) {
                    throw new IllegalArgumentException(TEXTS.get("a-rating-is", String.valueOf(stars)));
                }
                ratings.add(user, column, stars, 0);
            }
        }
        return ratings.build();
    }

    /** Each part has its ratings in the order of the users. */
    private static void requireDisjoint(int items, Ratings... parts) {
        int[] lastUser = new int[items];
        Arrays.fill(lastUser, -1);
        int[] positions = new int[parts.length];
        int users = Arrays.stream(parts)
                .filter(part -> part.size() > 0)
                .mapToInt(part -> part.user(part.size() - 1) + 1)
                .max()
                .orElse(0);
        for (int user = 0; user < users; user++) {
            for (int p = 0; p < parts.length; p++) {
                for (; positions[p] < parts[p].size() && parts[p].user(positions[p]) == user; positions[p]++) {
                    int item = parts[p].item(positions[p]);
                    if (lastUser[item] == user) {
                        throw new IllegalArgumentException(TEXTS.get("rated-twice"));
                    }
                    lastUser[item] = user;
                }
            }
        }
    }

    private static Ratings joined(Ratings... parts) {
        Ratings.Builder all = new Ratings.Builder(false);
        for (Ratings part : parts) {
            for (int k = 0; k < part.size(); k++) {
                all.add(part.user(k), part.item(k), part.value(k), 0);
            }
        }
        return all.build();
    }

    private static int readNumber(DataInputStream in, int least, int most) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int read = in.readUnsignedByte();
            number |= (long) (read & 0x7F) << shift;
            if (read < 0x80) {
                if (number < least || number > most) {
                    throw new IllegalArgumentException(TEXTS.get(
                            "number-outside", String.valueOf(least), String.valueOf(most), String.valueOf(number)));
                }
                return (int) number;
            }
        }
        throw new IllegalArgumentException(TEXTS.get("number-too-long"));
    }
}
