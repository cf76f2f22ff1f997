package io.github.factorscope.cli;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.inspection.RatingChanges;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.model.Person;
import io.github.factorscope.storage.UserException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom a model speaks to: a user of its data, the same with other ratings, or somebody new. */
final class PersonOptions {
    private static final String RATE = "--rate";
    private static final String WHAT_IF = "--what-if";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--user", paramLabel = "ID", description = "As in the rating file.")
    private String user;

    @Option(
            names = RATE,
            paramLabel = "ITEM=RATING,...",
            description = "In place of --user: somebody new, with these ratings. No model is trained.")
    private List<String> rate = new ArrayList<>();

    @Option(
            names = WHAT_IF,
            paramLabel = "ITEM=RATING,...",
            description =
                    "What if the user had given these ratings? In place of what they gave, or added to it; ITEM= or"
                            + " ITEM=- takes a rating away. Ids as in the rating file.")
    private List<String> whatIf = new ArrayList<>();

    /** What a model says, with the ratings that were asked about and without them. */
    record Asked(Predictions now, Predictions before, RatingChanges changes) {
        boolean isChanged() {
            return !changes.isEmpty();
        }
    }

    /** Refuses what is wrong whatever the data. */
    void check() {
        if (user == null && rate.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--user=ID'");
        }
        if (!rate.isEmpty() && (user != null || !whatIf.isEmpty())) {
            throw new InvalidSettingException(
                    RATE + " is for somebody new: it goes without --user and without " + WHAT_IF + ".");
        }
        RatingsText.parse(RATE, rate);
        RatingsText.parse(WHAT_IF, whatIf);
    }

    /** Null for somebody new. */
    String userId() {
        return user;
    }

    boolean hasWhatIf() {
        return !whatIf.isEmpty();
    }

    Asked ask(Run run) {
        Dataset dataset = run.experiment().dataset();
        Person person = user == null ? newcomer(dataset) : known(run);
        RatingChanges changes = RatingsText.parse(WHAT_IF, whatIf).resolve(dataset, person.ratings());
        int items = dataset.items().size();
        Predictions before = Predictions.of(run.model(), items, person);
        Predictions now = changes.isEmpty()
                ? before
                : Predictions.of(run.model(), items, person.with(changes.appliedTo(person.ratings())));
        return new Asked(now, before, changes);
    }

    private Person newcomer(Dataset dataset) {
        return Person.newcomer(RatingsText.parse(RATE, rate)
                .resolve(dataset, RatedItems.none())
                .appliedTo(RatedItems.none()));
    }

    private Person known(Run run) {
        int index = run.experiment().dataset().users().find(user);
        if (index < 0) {
            throw new UserException("There is no user " + user + " in "
                    + run.experiment().dataset().name() + ". Use an id of the rating file.");
        }
        return Person.known(run.experiment().split().training(), index);
    }
}
