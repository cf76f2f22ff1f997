package io.github.factorscope.training;

import io.github.factorscope.data.TrainingData;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Cost;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.Preset;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import io.github.factorscope.model.UserPredictor;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A family whose model predicts, after each epoch, what a script says: the same stars for all pairs. */
final class ScriptedFamily implements ModelFamily {
    private final double[] stars; // [epochs + 1], the first before training
    private final EpochBody body;

    /** What happens within an epoch, besides the script. */
    @FunctionalInterface
    interface EpochBody {
        void run(int epoch, BooleanSupplier stopRequested);
    }

    ScriptedFamily(EpochBody body, double... stars) {
        this.stars = stars;
        this.body = body;
    }

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public String title() {
        return "Scripted";
    }

    @Override
    public String summary() {
        return "For tests.";
    }

    @Override
    public String formula() {
        return "r̂ = script";
    }

    @Override
    public String citation() {
        return "none";
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of();
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset("default", "The only one.", defaults()));
    }

    @Override
    public Cost cost(DataShape shape, Settings settings) {
        return new Cost(0, stars.length - 1, 0, 0, 0, 0);
    }

    @Override
    public Trainer newTrainer(TrainingData data, Settings settings, long seed) {
        return new Trainer() {
            private int epoch;
            private double now = stars[0];

            @Override
            public int plannedEpochs() {
                return stars.length - 1;
            }

            @Override
            public void runEpoch(BooleanSupplier stopRequested) {
                epoch++;
                body.run(epoch, stopRequested);
                now = stars[epoch];
            }

            @Override
            public double penalty() {
                return 0;
            }

            @Override
            public FittedModel snapshot() {
                return new Constant(now);
            }
        };
    }

    @Override
    public FittedModel restore(TrainingData data, Settings settings, Parameters parameters) {
        return new Constant(parameters.get("stars", 1)[0]);
    }

    private record Constant(double stars) implements FittedModel {
        @Override
        public UserPredictor forUser(int user) {
            return item -> stars;
        }

        @Override
        public Explanation explain(int user, int item) {
            return new Explanation(user, item, stars, List.of(Term.of(TermKind.MEAN, stars)));
        }

        @Override
        public PersonalModel forPerson(Person person) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public Parameters parameters() {
            return new Parameters().put("stars", new float[] {(float) stars});
        }
    }
}
