package io.github.factorscope.model.content;

import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.LIST_LENGTH;
import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.NEIGHBOURS;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.TrainingData;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Cost;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.FormulaTerm;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
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
import io.github.factorscope.model.parts.Similarity;
import io.github.factorscope.model.parts.SimilaritySource;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * Content-based filtering: what an item is instead of who rated it. The contrast that both papers begin with (Koren, Bell
 * and Volinsky 2009, "Recommender system strategies"); predicted as by an item neighbourhood.
 */
public final class ContentFamily extends DescribedFamily {
    private static final Texts TEXTS = Texts.of(ContentFamily.class);

    private static final FormulaTerm NEIGHBOUR_MEAN = FormulaTerms.of(
            TEXTS,
            "similar-content",
            "\\dfrac{\\sum_{j \\in S^k(i;u)} \\cos(i, j)\\, (r_{uj} - \\tilde b_{uj})}{\\sum_{j \\in S^k(i;u)} \\cos(i, j)}",
            TermKind.EXPLICIT);

    public ContentFamily() {
        super(new Description(
                "content",
                "Content",
                TEXTS,
                "r̂ᵤᵢ = b̃ᵤᵢ + Σ cos(i, j) (rᵤⱼ − b̃ᵤⱼ) / Σ cos(i, j)",
                FormulaTerms.constantBiasesAnd(FormulaTerms.PLUS, NEIGHBOUR_MEAN)));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(NEIGHBOURS, LIST_LENGTH);
    }

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper(TEXTS.get("preset-paper"), settings -> settings)
                .ml100k(settings -> settings.with(NEIGHBOURS, 80))
                .ml1m(settings -> settings.with(NEIGHBOURS, 80))
                .quickAsDefault()
                .toList();
    }

    @Override
    public Cost cost(DataShape shape, Settings settings) {
        return Costs.lists(shape, settings, (double) shape.items() * shape.items())
                .plus(Costs.lookUp(shape, settings.get(NEIGHBOURS)));
    }

    @Override
    public List<Hyperparameter<Integer>> memorySettings() {
        return List.of(LIST_LENGTH);
    }

    @Override
    public Optional<String> objection(TrainingData data) {
        return new ItemProfiles(data.items()).isEmpty() ? Optional.of(TEXTS.get("no-content")) : Optional.empty();
    }

    @Override
    public Trainer newTrainer(TrainingData data, Settings settings, long seed) {
        objection(data).ifPresent(objection -> {
            throw new InvalidSettingException(objection);
        });
        Biases baseline = Biases.shrunkMeans(data.ratings());
        ItemProfiles profiles = new ItemProfiles(data.items());
        NeighbourLists none = NeighbourLists.none(data.ratings().items());
        return new OneGoTrainer(
                model(data.ratings(), settings, baseline, profiles, none),
                stop -> workOut(data.ratings(), settings, baseline, profiles, stop));
    }

    private static FittedModel workOut(
            RatingMatrix training,
            Settings settings,
            Biases baseline,
            ItemProfiles profiles,
            BooleanSupplier stopRequested) {
        NeighbourLists lists =
                NeighbourLists.positive(training.items(), profiles.cosines(), settings.get(LIST_LENGTH), stopRequested);
        return model(training, settings, baseline, profiles, lists);
    }

    private static FittedModel model(
            RatingMatrix training, Settings settings, Biases baseline, ItemProfiles profiles, NeighbourLists lists) {
        ShrunkCorrelation correlation = new ShrunkCorrelation(training, baseline, ShrunkCorrelation.USUAL_SHRINKAGE);
        SimilaritySource source = item -> {
            IntFunction<Similarity> correlations = correlation.of(item);
            return neighbour -> {
                double cosine = profiles.cosine(item, neighbour);
                return new Similarity(
                        cosine, cosine, correlations.apply(neighbour).support());
            };
        };
        return new NeighbourMeanModel(training, baseline, lists, settings.get(NEIGHBOURS), source);
    }

    @Override
    public FittedModel restore(TrainingData data, Settings settings, Parameters parameters) {
        return workOut(
                data.ratings(),
                settings,
                Biases.restore(data.ratings(), parameters),
                new ItemProfiles(data.items()),
                () -> false);
    }
}
