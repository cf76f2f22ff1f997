package io.github.factorscope.ui.learn;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.TrainingData;
import java.util.Optional;

/**
 * What is learned from.
 *
 * @param training of the data set
 * @param split empty for the toy
 */
public record Ground(Dataset dataset, RatingMatrix training, Optional<Split> split) {
    /** Open data, or that of a run. */
    static Ground of(Dataset dataset, Split split) {
        return new Ground(dataset, split.training(), Optional.of(split));
    }

    /** Whether all of it fits the screen. */
    public boolean isToy() {
        return split.isEmpty();
    }

    TrainingData trainingData() {
        return new TrainingData(training, dataset.items());
    }

    public String user(int user) {
        return dataset.users().id(user);
    }

    public Item item(int item) {
        return dataset.items().item(item);
    }
}
