package io.github.factorscope.storage;

import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.Parameters;
import io.github.factorscope.model.Person;
import io.github.factorscope.model.PersonalModel;
import io.github.factorscope.model.UserPredictor;
import io.github.factorscope.numeric.FactorMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Optional;

/**
 * A saved model that is read when it is first asked, and again where it was forgotten because memory grew short: so that
 * hundreds of runs can be listed.
 */
final class LazyModel implements FittedModel {
    private final Source source;
    private SoftReference<FittedModel> read = new SoftReference<>(null);

    /** Reads the model, the same one each time. */
    @FunctionalInterface
    interface Source {
        FittedModel read() throws IOException;
    }

    LazyModel(Source source) {
        this.source = source;
    }

    private synchronized FittedModel model() {
        FittedModel model = read.get();
        if (model == null) {
            try {
                model = source.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read = new SoftReference<>(model);
        }
        return model;
    }

    @Override
    public UserPredictor forUser(int user) {
        return model().forUser(user);
    }

    @Override
    public double predict(int user, int item) {
        return model().predict(user, item);
    }

    @Override
    public Explanation explain(int user, int item) {
        return model().explain(user, item);
    }

    @Override
    public PersonalModel forPerson(Person person) {
        return model().forPerson(person);
    }

    @Override
    public Optional<FactorMatrix> factorsOfItems() {
        return model().factorsOfItems();
    }

    @Override
    public Parameters parameters() {
        return model().parameters();
    }
}
