package io.github.factorscope.model.neighbourhood;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.ItemSimilarity;
import java.util.List;

/** CorNgbr: the item neighbourhood with correlations as weights (Koren 2008, section 2.2). */
public final class CorNgbrFamily implements ModelFamily {
    static final Hyperparameter<Integer> NEIGHBOURS = Hyperparameter.whole(
            "neighbours",
            "Neighbours",
            "k",
            1,
            100_000,
            30,
            "At most so many of the user's rated items speak for a prediction, the most similar first.");
    static final Hyperparameter<Double> SHRINKAGE = Hyperparameter.real(
            "shrinkage",
            "Shrinkage",
            "λ₂",
            0,
            100_000,
            ItemSimilarity.USUAL_SHRINKAGE,
            "Distrusts a correlation that rests on few common users: it counts half at this many.");

    @Override
    public String id() {
        return "cor-ngbr";
    }

    @Override
    public String title() {
        return "CorNgbr";
    }

    @Override
    public String summary() {
        return "A user rates an item as they rated the items most correlated with it.";
    }

    @Override
    public String formula() {
        return "r̂ᵤᵢ = b̃ᵤᵢ + Σ sᵢⱼ (rᵤⱼ − b̃ᵤⱼ) / Σ sᵢⱼ";
    }

    @Override
    public String citation() {
        return "Koren 2008, section 2.2";
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(NEIGHBOURS, SHRINKAGE);
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("default", "Sensible on any data.", defaults()),
                new Preset("quick", "The same: similarities are worked out in one go.", defaults()));
    }

    @Override
    public Trainer newTrainer(RatingMatrix training, Settings settings, long seed) {
        return new CorNgbrTrainer(training, settings);
    }

    /** The similarities are worked out again: they follow from the ratings, and would fill many times their space. */
    @Override
    public FittedModel restore(RatingMatrix training, Settings settings, Parameters parameters) {
        CorNgbrTrainer trainer = new CorNgbrTrainer(training, settings, Biases.restore(training, parameters));
        trainer.runEpoch(() -> false);
        return trainer.snapshot();
    }
}
