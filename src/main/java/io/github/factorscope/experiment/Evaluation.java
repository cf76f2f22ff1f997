package io.github.factorscope.experiment;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Split;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.evaluation.ErrorBreakdown;
import io.github.factorscope.evaluation.Evaluator;
import io.github.factorscope.evaluation.RatingErrors;
import io.github.factorscope.evaluation.UserErrors;
import io.github.factorscope.evaluation.ranking.RankingQuality;
import io.github.factorscope.evaluation.ranking.RankingSettings;
import io.github.factorscope.evaluation.topk.TopKProtocol;
import io.github.factorscope.evaluation.topk.TopKResult;
import io.github.factorscope.evaluation.topk.TopKSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that test ratings say about a run.
 *
 * @param accuracy over the test ratings
 * @param errors of each test rating
 * @param users errors of each user
 * @param breakdowns of the errors, one an axis
 * @param ranking of the lists of the best K
 * @param topK where it was asked for
 * @param seconds that the parts took: accuracy, ranking, topK
 */
public record Evaluation(
        Accuracy accuracy,
        RatingErrors errors,
        UserErrors users,
        List<ErrorBreakdown> breakdowns,
        RankingQuality ranking,
        Optional<TopKResult> topK,
        Map<String, Double> seconds) {

    public Evaluation {
        breakdowns = List.copyOf(breakdowns);
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /** @param test at least one rating, none of which the run knows */
    public static Evaluation of(Run run, RatingMatrix test, RankingSettings settings, Optional<TopKSettings> topK) {
        Split split = run.experiment().split();
        Map<String, Double> seconds = new LinkedHashMap<>();
        Errors errors = timed(seconds, "accuracy", () -> Errors.of(run, test));
        RankingQuality ranking = timed(
                seconds,
                "ranking",
                () -> RankingQuality.of(run.model(), split.training(), split.validation(), test, settings));
        Optional<TopKResult> ranks = topK.map(
                how -> timed(seconds, "topK", () -> new TopKProtocol(run.model(), split.training(), how).run(test)));
        return new Evaluation(errors.accuracy, errors.each, errors.users, errors.breakdowns, ranking, ranks, seconds);
    }

    private record Errors(Accuracy accuracy, RatingErrors each, UserErrors users, List<ErrorBreakdown> breakdowns) {
        static Errors of(Run run, RatingMatrix test) {
            RatingErrors each = RatingErrors.of(run.model(), test);
            RatingMatrix training = run.experiment().split().training();
            return new Errors(
                    Evaluator.accuracy(run.model(), test),
                    each,
                    UserErrors.of(each),
                    ErrorBreakdown.all(each, training));
        }
    }

    private static <T> T timed(Map<String, Double> seconds, String part, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        seconds.put(part, (System.nanoTime() - start) * 1e-9);
        return result;
    }
}
