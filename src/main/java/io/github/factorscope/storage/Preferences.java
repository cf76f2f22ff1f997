package io.github.factorscope.storage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.SplitPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers.
 *
 * @param recent paths that were opened, the last one first
 * @param split how ratings were set apart last
 * @param width of the window, in pixels; 0 before the first time
 * @param savedRuns what becomes of runs that end in the window
 * @param look how the window looks, besides its theme and size
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Preferences(
        boolean dark,
        List<String> recent,

        @JsonSerialize(using = SplitJson.Writer.class) @JsonDeserialize(using = SplitJson.Reader.class)
        SplitPlan split,

        double width,
        double height,
        SavedRuns savedRuns,
        Look look) {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int MOST_RECENT = 8;
    private static final String SPLIT = "split";

    /** Before the first start. */
    public static final Preferences FIRST =
            new Preferences(false, List.of(), new SplitPlan(0.1, 0.05, 1), 0, 0, SavedRuns.FIRST, Look.FIRST);

    public Preferences {
        recent = recent == null ? List.of() : List.copyOf(recent);
        savedRuns = savedRuns == null ? SavedRuns.FIRST : savedRuns;
        look = look == null ? Look.FIRST : look;
        if (split == null) {
            throw new IllegalArgumentException("the split is missing");
        }
    }

    public Preferences withDark(boolean other) {
        return new Preferences(other, recent, split, width, height, savedRuns, look);
    }

    public Preferences withSplit(SplitPlan other) {
        return new Preferences(dark, recent, other, width, height, savedRuns, look);
    }

    public Preferences withSize(double otherWidth, double otherHeight) {
        return new Preferences(dark, recent, split, otherWidth, otherHeight, savedRuns, look);
    }

    public Preferences withSavedRuns(SavedRuns other) {
        return new Preferences(dark, recent, split, width, height, other, look);
    }

    public Preferences withLook(UnaryOperator<Look> change) {
        return new Preferences(dark, recent, split, width, height, savedRuns, change.apply(look));
    }

    /**
     * How the window looks, besides its theme and size.
     *
     * @param language its code, such as "ko"; empty for that of the system
     * @param projector whether type is larger and contrast higher
     * @param maximized whether the window fills the screen
     * @param place of the window's upper left corner on the desktop; null before the first time
     * @param dividers where the splitters stand, each a share of 0 to 1, by their names
     * @param columns of tables that somebody has arranged, from left to right, by the names of the tables
     * @param chosen whether somebody wants to see a column, by the names of columns that are shown where there is room
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Look(
            String language,
            boolean projector,
            boolean maximized,
            Place place,
            Map<String, Double> dividers,
            Map<String, List<Column>> columns,
            Map<String, Boolean> chosen) {
        static final Look FIRST = new Look("", false, false, null, Map.of(), Map.of(), Map.of());

        public Look {
            language = language == null ? "" : language;
            dividers = dividers == null ? new TreeMap<>() : new TreeMap<>(dividers);
            dividers.values().removeIf(share -> share == null || !(share >= 0 && share <= 1));
            dividers = Collections.unmodifiableMap(dividers);
            columns = columns == null ? new TreeMap<>() : new TreeMap<>(columns);
            columns.values().removeIf(each -> each == null || each.stream().anyMatch(Objects::isNull));
            columns = Collections.unmodifiableMap(columns);
            chosen = chosen == null ? new TreeMap<>() : new TreeMap<>(chosen);
            chosen.values().removeIf(Objects::isNull);
            chosen = Collections.unmodifiableMap(chosen);
        }

        public Look withLanguage(String other) {
            return new Look(other, projector, maximized, place, dividers, columns, chosen);
        }

        public Look withProjector(boolean other) {
            return new Look(language, other, maximized, place, dividers, columns, chosen);
        }

        public Look withMaximized(boolean other) {
            return new Look(language, projector, other, place, dividers, columns, chosen);
        }

        public Look withPlace(double x, double y) {
            return new Look(language, projector, maximized, new Place(x, y), dividers, columns, chosen);
        }

        public Look withDivider(String name, double share) {
            Map<String, Double> others = new TreeMap<>(dividers);
            others.put(name, share);
            return new Look(language, projector, maximized, place, others, columns, chosen);
        }

        public Look withColumns(String table, List<Column> arranged) {
            Map<String, List<Column>> others = new TreeMap<>(columns);
            others.put(table, List.copyOf(arranged));
            return new Look(language, projector, maximized, place, dividers, others, chosen);
        }

        public Look withChosen(String column, boolean shown) {
            Map<String, Boolean> others = new TreeMap<>(chosen);
            others.put(column, shown);
            return new Look(language, projector, maximized, place, dividers, columns, others);
        }
    }

    /** Pixels from the upper left corner of the desktop. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(double x, double y) {}

    /**
     * A column of a table.
     *
     * @param number of the column, counted from 0, before anything was arranged
     * @param width in pixels, for usual type
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Column(int number, double width) {}

    /**
     * Which runs are kept, and where.
     *
     * @param automatically whether the window saves every run when it ends
     * @param folder of the library; empty for the usual one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SavedRuns(boolean automatically, String folder) {
        static final SavedRuns FIRST = new SavedRuns(true, "");

        public SavedRuns {
            folder = folder == null ? "" : folder;
        }

        public SavedRuns withAutomatically(boolean other) {
            return new SavedRuns(other, folder);
        }

        /** The folder of the library. */
        public Path library() {
            return folder.isBlank() ? AppFolders.runs() : Path.of(folder);
        }
    }

    /** The same with this path as the last one opened. */
    public Preferences withRecent(String path) {
        List<String> paths = new ArrayList<>(recent);
        paths.remove(path);
        paths.add(0, path);
        return new Preferences(
                dark, paths.subList(0, Math.min(MOST_RECENT, paths.size())), split, width, height, savedRuns, look);
    }

    /** What was saved; as before the first start where nothing was, or where it cannot be read. */
    public static Preferences load(Path file) {
        if (!Files.isRegularFile(file)) {
            return FIRST;
        }
        try {
            JsonNode read = JSON.readTree(file.toFile());
            if (!(read instanceof ObjectNode named)) {
                throw new IOException("it holds no settings");
            }
            ObjectNode all = JSON.valueToTree(FIRST); // what the file does not name keeps its first value
            all.setAll(named);
            if (!named.has(SPLIT)) {
                all.set(SPLIT, splitOfOldFile(named, (ObjectNode) all.path(SPLIT)));
            }
            return JSON.treeToValue(all, Preferences.class);
        } catch (IOException e) {
            LOG.warn("{} cannot be read; starting with the first settings", file, e);
            return FIRST;
        }
    }

    /** Before there was a choice, its share, the validation's and the seed stood beside the other settings. */
    private static ObjectNode splitOfOldFile(ObjectNode named, ObjectNode first) {
        for (String name : List.of("testShare", "validationShare", "seed")) {
            if (named.has(name)) {
                first.set(name, named.get(name));
            }
        }
        return first;
    }

    /**
     * Changes what is saved: what another window has saved meanwhile stays, but for what this changes.
     *
     * @return what is saved now
     */
    public static Preferences change(Path file, UnaryOperator<Preferences> change) throws IOException {
        Preferences[] changed = new Preferences[1];
        FileLocks.alone(file, () -> {
            changed[0] = change.apply(load(file));
            changed[0].save(file);
        });
        return changed[0];
    }

    /** Does what takes longest when settings are saved for the first time: loading what writes them. From any thread. */
    public static void prepareSaving() throws IOException {
        JSON.writeValueAsBytes(FIRST);
    }

    public void save(Path file) throws IOException {
        AtomicFiles.writeFile(file, target -> JSON.writeValue(target.toFile(), this));
    }
}
