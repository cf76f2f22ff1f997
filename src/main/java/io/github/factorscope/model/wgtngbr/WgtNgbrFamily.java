package io.github.factorscope.model.wgtngbr;

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
import io.github.factorscope.model.parts.OneGoTrainer;
import io.github.factorscope.model.parts.PresetList;
import io.github.factorscope.model.parts.ShrunkCorrelation;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.function.BooleanSupplier;

/** WgtNgbr: jointly derived interpolation weights (Koren 2008, section 2.2; Bell and Koren, ICDM 2007). */
public final class WgtNgbrFamily extends DescribedFamily {
    private static final Texts TEXTS = Texts.of(WgtNgbrFamily.class);

    static final Hyperparameter<Double> PRODUCT_SHRINKAGE =
            Hyperparameter.real(TEXTS, "product-shrinkage", "productShrinkage", "β", 0, 1_000_000, 250);

    static final Hyperparameter<Integer> FEWEST_RATINGS =
            Hyperparameter.whole(TEXTS, "fewest-ratings", "fewestRatings", "", 1, 1_000_000, 1);

    private static final FormulaTerm NEIGHBOUR_SUM = FormulaTerms.of(
            TEXTS,
            "fitted-weights",
            "\\sum_{j \\in S^k(i;u)} \\theta^u_{ij}\\, (r_{uj} - \\tilde b_{uj})",
            TermKind.EXPLICIT);

    public WgtNgbrFamily() {
        super(new Description(
                "wgt-ngbr",
                "WgtNgbr",
                TEXTS,
                "r̂ᵤᵢ = b̃ᵤᵢ + Σ θᵘᵢⱼ (rᵤⱼ − b̃ᵤⱼ)",
                FormulaTerms.constantBiasesAnd(FormulaTerms.PLUS, NEIGHBOUR_SUM)));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(NEIGHBOURS, SHRINKAGE, PRODUCT_SHRINKAGE, FEWEST_RATINGS, LIST_LENGTH);
    }

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper(TEXTS.get("preset-paper"), settings -> settings.with(PRODUCT_SHRINKAGE, 500.0))
                .ml100k(settings -> settings.with(NEIGHBOURS, 20).with(PRODUCT_SHRINKAGE, 100.0))
                .ml1m(settings -> settings.with(NEIGHBOURS, 40)
                        .with(PRODUCT_SHRINKAGE, 280.0)
                        .with(SHRINKAGE, 300.0))
                .quickAsDefault()
                .toList();
    }

    @Override
    public Cost cost(DataShape shape, Settings settings) {
        return Costs.pairs(shape)
                .plus(Costs.lists(shape, settings, shape.ratedPairs()))
                .plus(Costs.lookUp(shape, settings.get(NEIGHBOURS)))
                .plus(Costs.products(shape, settings.get(FEWEST_RATINGS), settings.get(NEIGHBOURS)));
    }

    @Override
    public List<Hyperparameter<Integer>> memorySettings() {
        return List.of(FEWEST_RATINGS, LIST_LENGTH);
    }

    @Override
    public Trainer newTrainer(TrainingData data, Settings settings, long seed) {
        RatingMatrix training = data.ratings();
        Biases baseline = Biases.shrunkMeans(training);
        int items = training.items();
        return new OneGoTrainer(
                model(training, settings, baseline, NeighbourLists.none(items), ResidualProducts.none(items)),
                stop -> workOut(training, settings, baseline, stop));
    }

    private static FittedModel workOut(
            RatingMatrix training, Settings settings, Biases baseline, BooleanSupplier stopRequested) {
        NeighbourLists lists = NeighbourLists.positive(
                training, correlation(training, settings, baseline), settings.get(LIST_LENGTH), stopRequested);
        ResidualProducts products = ResidualProducts.of(
                training, baseline, settings.get(PRODUCT_SHRINKAGE), settings.get(FEWEST_RATINGS), stopRequested);
        return model(training, settings, baseline, lists, products);
    }

    private static FittedModel model(
            RatingMatrix training,
            Settings settings,
            Biases baseline,
            NeighbourLists lists,
            ResidualProducts products) {
        return new WgtNgbrModel(
                training,
                baseline,
                lists,
                products,
                correlation(training, settings, baseline),
                settings.get(NEIGHBOURS));
    }

    private static ShrunkCorrelation correlation(RatingMatrix training, Settings settings, Biases baseline) {
        return new ShrunkCorrelation(training, baseline, settings.get(SHRINKAGE));
    }

    /** Similarities and products are worked out again: they follow from the ratings. */
    @Override
    public FittedModel restore(TrainingData data, Settings settings, Parameters parameters) {
        return workOut(data.ratings(), settings, Biases.restore(data.ratings(), parameters), () -> false);
    }
}
