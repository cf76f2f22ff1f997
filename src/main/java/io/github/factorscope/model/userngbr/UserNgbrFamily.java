package io.github.factorscope.model.userngbr;

import static io.github.factorscope.model.parts.NeighbourhoodHyperparameters.LIST_LENGTH;
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

/** The user neighbourhood (Koren 2008, section 2.2, its first paragraph). */
public final class UserNgbrFamily extends DescribedFamily {
    private static final Texts TEXTS = Texts.of(UserNgbrFamily.class);

    static final Hyperparameter<Integer> NEIGHBOURS =
            Hyperparameter.whole(TEXTS, "neighbours", "neighbours", "k", 1, 1_000_000, 40);

    private static final FormulaTerm NEIGHBOUR_MEAN = FormulaTerms.of(
            TEXTS,
            "similar-users",
            "\\dfrac{\\sum_{v \\in S^k(u;i)} s_{uv}\\, (r_{vi} - \\tilde b_{vi})}{\\sum_{v \\in S^k(u;i)} s_{uv}}",
            TermKind.EXPLICIT);

    public UserNgbrFamily() {
        super(new Description(
                "user-ngbr",
                "User-user",
                TEXTS,
                "r̂ᵤᵢ = b̃ᵤᵢ + Σ sᵤᵥ (rᵥᵢ − b̃ᵥᵢ) / Σ sᵤᵥ",
                FormulaTerms.constantBiasesAnd(FormulaTerms.PLUS, NEIGHBOUR_MEAN)));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(NEIGHBOURS, SHRINKAGE, LIST_LENGTH);
    }

    @Override
    public List<Preset> presets() {
        return new PresetList(defaults())
                .paper(TEXTS.get("preset-paper"), settings -> settings.with(NEIGHBOURS, 30)
                        .with(SHRINKAGE, 100.0))
                .ml100k(settings -> settings.with(NEIGHBOURS, 50).with(SHRINKAGE, 200.0))
                .ml1m(settings -> settings.with(NEIGHBOURS, 60).with(SHRINKAGE, 200.0))
                .quickAsDefault()
                .toList();
    }

    @Override
    public Cost cost(DataShape shape, Settings settings) {
        DataShape ofUsers = shape.transposed();
        return Costs.pairs(ofUsers)
                .plus(Costs.lists(ofUsers, settings, ofUsers.ratedPairs()))
                .plus(Costs.raters(shape, settings.get(NEIGHBOURS)));
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
                model(training, settings, baseline, NeighbourLists.none(training.users())),
                stop -> workOut(training, settings, baseline, stop));
    }

    private static FittedModel workOut(
            RatingMatrix training, Settings settings, Biases baseline, BooleanSupplier stopRequested) {
        NeighbourLists lists = NeighbourLists.positive(
                training.transposed(),
                correlation(training, settings, baseline),
                settings.get(LIST_LENGTH),
                stopRequested);
        return model(training, settings, baseline, lists);
    }

    private static FittedModel model(RatingMatrix training, Settings settings, Biases baseline, NeighbourLists lists) {
        return new UserNgbrModel(
                training,
                baseline,
                lists,
                correlation(training, settings, baseline),
                settings.get(NEIGHBOURS),
                settings.get(LIST_LENGTH));
    }

    /** Of users, which is that of items on the transposed matrix. */
    private static ShrunkCorrelation correlation(RatingMatrix training, Settings settings, Biases baseline) {
        return new ShrunkCorrelation(training.transposed(), baseline.transposed(), settings.get(SHRINKAGE));
    }

    /** The similarities are worked out again: they follow from the ratings, and would fill many times their space. */
    @Override
    public FittedModel restore(TrainingData data, Settings settings, Parameters parameters) {
        return workOut(data.ratings(), settings, Biases.restore(data.ratings(), parameters), () -> false);
    }
}
