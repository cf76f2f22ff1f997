package io.github.factorscope.experiment.sweep;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Values of one hyperparameter as a person writes them: a list such as "10,20,50", or a {@link Span}. */
public sealed interface Values permits Values.Listed, Span {

    /**
     * Reads a list or a range.
     *
     * @throws InvalidSettingException with a sentence that shows how they are written
     */
    static Values parse(String text) {
        if (text.contains("..")) {
            return Span.parse(text);
        }
        List<String> texts =
                List.of(text.split(",", -1)).stream().map(String::strip).toList();
        if (texts.stream().anyMatch(String::isEmpty)) {
            throw new InvalidSettingException(Texts.of(Values.class).get("values-written", text.strip()));
        }
        return new Listed(texts);
    }

    /** Whether there are only a few of them; otherwise a grid has no use for them. */
    boolean areFew();

    /** Whether each is so many times the one before. */
    boolean areGeometric();

    /**
     * All of them in their order, as the hyperparameter reads them.
     *
     * @throws InvalidSettingException where one is not in the domain, or there is no end of them
     */
    List<String> all(Hyperparameter<?> hyperparameter);

    /**
     * One at random.
     *
     * @throws InvalidSettingException where it is not in the domain
     */
    String draw(Hyperparameter<?> hyperparameter, SplittableRandom random);

    /** One after the other. */
    record Listed(List<String> texts) implements Values {
        private static final double SAME_RATIO = 1.4; // 10, 20, 50, 100: steps by 2 and 2.5
        private static final double WIDE = 4; // from the first to the last; below, a logarithm shows nothing more

        public Listed {
            texts = List.copyOf(texts);
        }

        @Override
        public boolean areFew() {
            return true;
        }

        /** Also where the steps are only about the same, as in 10, 20, 50, 100. */
        @Override
        public boolean areGeometric() {
            double[] numbers;
            try {
                numbers = texts.stream().mapToDouble(Double::parseDouble).toArray();
            } catch (NumberFormatException e) {
                return false;
            }
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (int k = 1; k < numbers.length; k++) {
                double ratio = numbers[k] / numbers[k - 1];
                if (!(numbers[k - 1] > 0 && ratio > 1)) {
                    return false;
                }
                least = Math.min(least, ratio);
                most = Math.max(most, ratio);
            }
            return numbers.length > 2 && most / least <= SAME_RATIO && numbers[numbers.length - 1] / numbers[0] >= WIDE;
        }

        @Override
        public List<String> all(Hyperparameter<?> hyperparameter) {
            List<String> read =
                    texts.stream().map(text -> normal(hyperparameter, text)).toList();
            Set<String> seen = new HashSet<>();
            for (String text : read) {
                if (!seen.add(text)) {
                    throw new InvalidSettingException(
                            Texts.of(Values.class).get("value-twice", hyperparameter.name(), text));
                }
            }
            return read;
        }

        @Override
        public String draw(Hyperparameter<?> hyperparameter, SplittableRandom random) {
            return normal(hyperparameter, texts.get(random.nextInt(texts.size())));
        }

        private static <T> String normal(Hyperparameter<T> hyperparameter, String text) {
            return hyperparameter.domain().format(hyperparameter.parse(text));
        }
    }
}
