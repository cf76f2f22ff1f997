package io.github.factorscope.model.content;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.model.parts.SimilarityRows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Items described by their genres, the decade of their release, and the tags that users gave them. A feature that the item
 * has t times counts (1 + ln t) · ln(N / how many items have it), so that what few items share weighs more (TF-IDF), and
 * every profile has length 1. Immutable.
 */
final class ItemProfiles {
    private static final int YEARS = 10;

    private final int[][] features; // [items][features of the item], rising
    private final float[][] weights; // the same shape
    private final int[][] carriers; // [features][items that have it], rising
    private final float[][] carried; // the same shape: the weight of the feature in the item's profile

    ItemProfiles(ItemCatalogue items) {
        List<Map<String, Integer>> counts =
                items.items().stream().map(ItemProfiles::features).toList();
        Map<String, Integer> numbers = new HashMap<>();
        counts.stream()
                .flatMap(own -> own.keySet().stream())
                .distinct()
                .sorted()
                .forEach(name -> numbers.put(name, numbers.size()));
        int[] carrierCounts = new int[numbers.size()];
        counts.forEach(own -> own.keySet().forEach(name -> carrierCounts[numbers.get(name)]++));
        features = new int[items.size()][];
        weights = new float[items.size()][];
        carriers = new int[numbers.size()][];
        carried = new float[numbers.size()][];
        for (int feature = 0; feature < carriers.length; feature++) {
            carriers[feature] = new int[carrierCounts[feature]];
            carried[feature] = new float[carrierCounts[feature]];
        }
        int[] found = new int[numbers.size()];
        for (int i = 0; i < items.size(); i++) {
            List<String> names = counts.get(i).keySet().stream().sorted().toList(); // as the numbers rise
            features[i] = names.stream().mapToInt(numbers::get).toArray();
            double[] raw = new double[names.size()];
            for (int k = 0; k < raw.length; k++) {
                double often = 1 + Math.log(counts.get(i).get(names.get(k)));
                raw[k] = often * Math.log(items.size() / (double) carrierCounts[features[i][k]]);
            }
            weights[i] = unitLength(raw);
            for (int k = 0; k < raw.length; k++) {
                int feature = features[i][k];
                carriers[feature][found[feature]] = i;
                carried[feature][found[feature]++] = weights[i][k];
            }
        }
    }

    /** How often the item has each of its features. */
    private static Map<String, Integer> features(Item item) {
        Map<String, Integer> counts = new HashMap<>();
        item.genres().stream().distinct().forEach(genre -> counts.put("genre " + genre, 1));
        if (item.year() != 0) {
            counts.put("decade " + Math.floorDiv(item.year(), YEARS), 1);
        }
        item.tags().forEach(tag -> counts.merge("tag " + tag, 1, Integer::sum));
        return counts;
    }

    /** All 0 where every item has all of the features. */
    private static float[] unitLength(double[] raw) {
        double squares = 0;
        for (double value : raw) {
            squares += value * value;
        }
        float[] scaled = new float[raw.length];
        for (int k = 0; k < raw.length; k++) {
            scaled[k] = squares > 0 ? (float) (raw[k] / Math.sqrt(squares)) : 0;
        }
        return scaled;
    }

    /** Whether nothing is known of any item. */
    boolean isEmpty() {
        return carriers.length == 0;
    }

    /** Cosine of two profiles, 0 to 1; 0 where nothing is known of one of the items. */
    double cosine(int item, int other) {
        double sum = 0;
        for (int k = 0; k < features[item].length; k++) {
            int at = Arrays.binarySearch(features[other], features[item][k]);
            sum += at < 0 ? 0 : weights[item][k] * weights[other][at];
        }
        return Math.min(1, sum); // rounding
    }

    /** All cosines, a row at a time. */
    SimilarityRows cosines() {
        return (item, similarities) -> {
            Arrays.fill(similarities, 0);
            for (int k = 0; k < features[item].length; k++) {
                int feature = features[item][k];
                for (int c = 0; c < carriers[feature].length; c++) {
                    similarities[carriers[feature][c]] += weights[item][k] * carried[feature][c];
                }
            }
        };
    }
}
