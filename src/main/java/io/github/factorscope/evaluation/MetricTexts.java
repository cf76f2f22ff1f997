package io.github.factorscope.evaluation;

import io.github.factorscope.text.Texts;
import java.util.Locale;

/** What people need to read metrics, from the texts of the package that they belong to: each under the name of its constant. */
public final class MetricTexts {
    private final Texts texts;

    private MetricTexts(Texts texts) {
        this.texts = texts;
    }

    /** Of these metrics. */
    public static <M extends Enum<M> & Metric> MetricTexts of(Class<M> metrics) {
        return new MetricTexts(Texts.of(metrics));
    }

    public String title(Enum<?> metric) {
        return texts.get(key(metric));
    }

    /** @param name such as "stars" */
    public String unit(String name) {
        return texts.get(name);
    }

    public String formula(Enum<?> metric) {
        return texts.get(key(metric) + "-formula");
    }

    public String definition(Enum<?> metric) {
        return texts.get(key(metric) + "-definition");
    }

    public String source(Enum<?> metric) {
        return texts.get(key(metric) + "-source");
    }

    private static String key(Enum<?> metric) {
        return metric.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
