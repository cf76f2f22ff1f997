package io.github.factorscope.model.corngbr;

import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.LIST_LENGTH;
import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.NEIGHBOURS;
import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.SHRINKAGE;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.TrainingData;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Cost;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.parts.Biases;
import io.github.factorscope.model.parts.Costs;
import io.github.factorscope.model.parts.DescribedFamily;
import io.github.factorscope.model.parts.Description;
import io.github.factorscope.model.parts.FormulaTerms;
import io.github.factorscope.model.parts.NeighbourLists;
import io.github.factorscope.model.parts.NeighbourMeanModel;
import io.github.factorscope.model.parts.OneGoTrainer;
import io.github.factorscope.model.parts.PresetList;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.function.BooleanSupplier;

/** CorNgbr: the item neighbourhood with correlations as weights (Koren 2008, section 2.2). */
public final class CorNgbrFamily extends DescribedFamily {
    private static final Texts TEXTS = Texts.of(CorNgbrFamily.class);

    private static final FormulaTerm NEIGHBOUR_MEAN = FormulaTerms.of(
            TEXTS,
            "similar-items",
            "\\dfrac{\\sum_{j \\in S^k(i;u)} s_{ij}\\, (r_{uj} - \\tilde b_{uj})}{\\sum_{j \\in S^k(i;u)} s_{ij}}",
            TermKind.EXPLICIT);

    public CorNgbrFamily() {
        super(new Description(
                "cor-ngbr",
                "CorNgbr",
                TEXTS,
                "r̂ᵤᵢ = b̃ᵤᵢ + Σ sᵢⱼ (rᵤⱼ − b̃ᵤⱼ) / Σ sᵢⱼ",
                FormulaTerms.constantBiasesAnd(FormulaTerms.PLUS, NEIGHBOUR_MEAN)));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(NEIGHBOURS, SHRINKAGE, LIST_LENGTH);
    }

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper(TEXTS.get("preset-paper"), settings -> settings)
                .ml100k(settings -> settings.with(NEIGHBOURS, 60).with(SHRINKAGE, 400.0))
                .ml1m(settings -> settings.with(NEIGHBOURS, 25).with(SHRINKAGE, 200.0))
                .quickAsDefault()
                .toList();
    }

    @Override
    public Cost cost(DataShape shape, Settings settings) {
        return Costs.pairs(shape)
                .plus(Costs.lists(shape, settings, shape.ratedPairs()))
                .plus(Costs.lookUp(shape, settings.get(NEIGHBOURS)));
    }

    @Override
    public List<Hyperparameter<Integer>> memorySettings() {
        return List.of(LIST_LENGTH);
    }

    @Override
    public Trainer newTrainer(TrainingData data, Settings settings, long seed) {
        RatingMatrix training = data.ratings();
        Biases baseline = Biases.shrunkMeans(training);
        return new OneGoTrainer(
                model(training, settings, baseline, NeighbourLists.none(training.items())),
                stop -> workOut(training, settings, baseline, stop));
    }

    private static FittedModel workOut(
            RatingMatrix training, Settings settings, Biases baseline, BooleanSupplier stopRequested) {
        return model(
                training,
                settings,
                baseline,
                NeighbourLists.positive(
                        training, correlation(training, settings, baseline), settings.get(LIST_LENGTH), stopRequested));
    }

    private static FittedModel model(RatingMatrix training, Settings settings, Biases baseline, NeighbourLists lists) {
        return new NeighbourMeanModel(
                training, baseline, lists, settings.get(NEIGHBOURS), correlation(training, settings, baseline));
    }

    private static ShrunkCorrelation correlation(RatingMatrix training, Settings settings, Biases baseline) {
        return new ShrunkCorrelation(training, baseline, settings.get(SHRINKAGE));
    }

    /** The similarities are worked out again: they follow from the ratings, and would fill many times their space. */
    @Override
    public FittedModel restore(TrainingData data, Settings settings, Parameters parameters) {
        return workOut(data.ratings(), settings, Biases.restore(data.ratings(), parameters), () -> false);
    }
}
