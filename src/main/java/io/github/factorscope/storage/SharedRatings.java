package io.github.factorscope.storage;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Runs with the same bytes of ratings share one data set in memory, as long as any of them is in use. */
final class SharedRatings implements RunStore.RatingsSource {
    private static final int MEMORY_A_BYTE = 16; // that a packed byte becomes, at least

    private final Map<Key, Known> read = new HashMap<>();

    private record Key(String digest, SplitPlan plan) {}

    /** What runs hold. */
    private record Known(WeakReference<Dataset> dataset, WeakReference<Split> split) {
        static Known of(RatingsFile.Content content) {
            return new Known(new WeakReference<>(content.dataset()), new WeakReference<>(content.split()));
        }

        /** Null where it is no longer in use. */
        RatingsFile.Content content() {
            Dataset heldDataset = dataset.get();
            Split heldSplit = split.get();
            return heldDataset == null || heldSplit == null ? null : new RatingsFile.Content(heldDataset, heldSplit);
        }
    }

    @Override
    public synchronized RatingsFile.Content read(Path file, SplitPlan plan) throws IOException {
        long memory = Runtime.getRuntime().maxMemory();
        if (Files.size(file) > memory / MEMORY_A_BYTE) {
            return RatingsFile.read(file, plan); // which says that it is too large
        }
        byte[] packed = Files.readAllBytes(file);
        Key key = new Key(digest(packed), plan);
        Known known = read.get(key);
        RatingsFile.Content content = known == null ? null : known.content();
        if (content == null) {
            content = RatingsFile.read(new ByteArrayInputStream(packed), file, plan, RatingsFile.mostBytes());
            read.values().removeIf(each -> each.content() == null);
            read.put(key, Known.of(content));
        }
        return content;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
