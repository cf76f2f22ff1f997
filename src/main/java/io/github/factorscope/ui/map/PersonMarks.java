package io.github.factorscope.ui.map;

import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.UserPredictor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model has to say to one person about the items on the map.
 *
 * @param predictions in stars within the scale, by item
 * @param recommended items, best first
 */
record PersonMarks(MapPerson person, float[] predictions, List<Integer> recommended) {
    private static final int RECOMMENDATIONS = 20;

    static PersonMarks of(MapPerson person, FittedModel model, int items, RatingScale scale) {
        UserPredictor predictor = person.predictor().apply(model);
        float[] unclipped = new float[items];
        float[] predictions = new float[items];
        for (int item = 0; item < items; item++) {
            double prediction = predictor.predict(item);
            unclipped[item] = (float) prediction;
            predictions[item] = (float) scale.clip(prediction);
        }
        List<Integer> recommended = IntStream.range(0, items)
                .filter(item -> !person.ratings().has(item))
                .boxed()
                .sorted((a, b) -> Float.compare(unclipped[b], unclipped[a]))
                .limit(RECOMMENDATIONS)
                .toList();
        return new PersonMarks(person, predictions, recommended);
    }

    RatedItems ratings() {
        return person.ratings();
    }

    /** Of the person's ratings, in stars. */
    double meanRating() {
        return IntStream.range(0, ratings().size())
                .mapToDouble(place -> ratings().value(place))
                .average()
                .orElse(0);
    }
}
