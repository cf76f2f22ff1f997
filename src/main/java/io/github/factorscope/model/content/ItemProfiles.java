package io.github.factorscope.model.content;

import io.github.factorscope.data.Item;
import io.github.factorscope.data.ItemCatalogue;
import io.github.factorscope.model.parts.SimilarityRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Items described by their genres and the decade of their release: each feature counts ln(N / how many items have it),
 * so that what few items share weighs more (TF-IDF), and every profile has length 1. Immutable.
 */
final class ItemProfiles {
    private static final int YEARS = 10;

    private final int[][] features; // [items][features of the item], rising
    private final float[][] weights; // the same shape
    private final int[][] carriers; // [features][items that have it], rising
    private final float[][] carried; // the same shape: the weight of the feature in the item's profile

    ItemProfiles(ItemCatalogue items) {
        Map<String, List<Integer>> byFeature = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            for (String feature : describe(items.item(i))) {
                byFeature.computeIfAbsent(feature, name -> new ArrayList<>()).add(i);
            }
        }
        carriers = byFeature.values().stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        Map<Integer, List<Integer>> byItem = new HashMap<>();
        for (int feature = 0; feature < carriers.length; feature++) {
            for (int i : carriers[feature]) {
                byItem.computeIfAbsent(i, item -> new ArrayList<>()).add(feature);
            }
        }
        features = new int[items.size()][];
        weights = new float[items.size()][];
        for (int i = 0; i < items.size(); i++) {
            features[i] =
                    byItem.getOrDefault(i, List.of()).stream().mapToInt(f -> f).toArray();
            weights[i] = unitLength(features[i]);
        }
        carried = new float[carriers.length][];
        for (int feature = 0; feature < carriers.length; feature++) {
            carried[feature] = new float[carriers[feature].length];
            for (int k = 0; k < carriers[feature].length; k++) {
                carried[feature][k] = weight(carriers[feature][k], feature);
            }
        }
    }

    private static List<String> describe(Item item) {
        List<String> names = new ArrayList<>();
        item.genres().stream().distinct().forEach(genre -> names.add("genre " + genre));
        if (item.year() != 0) {
            names.add("decade " + Math.floorDiv(item.year(), YEARS));
        }
        return names;
    }

    /** ln(N / n_f) of each feature, scaled to length 1; all 0 where every item has all of them. */
    private float[] unitLength(int[] own) {
        double[] raw = new double[own.length];
        double squares = 0;
        for (int k = 0; k < own.length; k++) {
            raw[k] = Math.log(features.length / (double) carriers[own[k]].length);
            squares += raw[k] * raw[k];
        }
        float[] scaled = new float[own.length];
        for (int k = 0; k < own.length; k++) {
            scaled[k] = squares > 0 ? (float) (raw[k] / Math.sqrt(squares)) : 0;
        }
        return scaled;
    }

    private float weight(int item, int feature) {
        return weights[item][Arrays.binarySearch(features[item], feature)];
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
