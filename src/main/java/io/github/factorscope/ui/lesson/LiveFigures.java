package io.github.factorscope.ui.lesson;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.evaluation.ranking.RankingMetric;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.lesson.Figure;
import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.ui.explore.Answer;
import io.github.factorscope.ui.learn.Shown;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the figures of lessons are in the window now; NaN for what is not known. */
final class LiveFigures {
    private static final double TOP = 2; // percent

    private final LessonRooms rooms;
    private final LiveRuns runs;

    LiveFigures(LessonRooms rooms, LiveRuns runs) {
        this.rooms = rooms;
        this.runs = runs;
    }

    double value(Lesson lesson, Figure figure) {
        return switch (figure.kind()) {
            case RMSE -> rmse(lesson, figure, 0);
            case DIFFERENCE -> rmse(lesson, figure, 0) - rmse(lesson, figure, 1);
            case TRAIN -> ofRun(lesson, figure, 0, entry -> entry.run().train().rmse());
            case VALIDATION ->
                ofRun(lesson, figure, 0, entry -> orNaN(entry.run().validation().map(Accuracy::rmse)));
            case EPOCH ->
                ofRun(lesson, figure, 0, entry -> entry.run().outcome().modelEpoch());
            case NDCG -> ranking(lesson, figure, RankingMetric.NDCG);
            case COVERAGE -> 100 * ranking(lesson, figure, RankingMetric.COVERAGE);
            case POPULARITY -> ranking(lesson, figure, RankingMetric.POPULARITY);
            case PERCENTILE -> ofRow(lesson, figure, row -> orNaN(row.topK().map(topK -> topK.meanPercentile())));
            case WITHIN -> ofRow(lesson, figure, row -> orNaN(row.topK().map(topK -> 100 * topK.shareWithin(TOP))));
            case RATINGS -> ofData(data -> data.loaded().dataset().ratings().size());
            case USERS -> ofData(data -> data.loaded().dataset().users().size());
            case ITEMS -> ofData(data -> data.loaded().dataset().items().size());
            case MEAN -> ofData(data -> data.split().training().mean());
            case PULLS -> ofData(data -> pulls(data.split().training()));
            case LEARN_ERROR -> ofLearning(Shown::error);
            case LEARN_FIRST_ERROR ->
                ofLearning(shown -> shown.history().errors().get(0)[1]);
            default -> ofExplanation(figure);
        };
    }

    private double rmse(Lesson lesson, Figure figure, int argument) {
        return ofRun(lesson, figure, argument, entry -> orNaN(entry.run().test().map(Accuracy::rmse)));
    }

    private double ofRun(Lesson lesson, Figure figure, int argument, ToDoubleFunction<RunEntry> value) {
        return orNaN(runs.find(lesson, figure.arguments().get(argument)).map(value::applyAsDouble));
    }

    private double ofRow(Lesson lesson, Figure figure, ToDoubleFunction<RunRow> value) {
        return orNaN(runs.find(lesson, figure.arguments().get(0))
                .flatMap(rooms.compare()::row)
                .map(value::applyAsDouble));
    }

    private double ranking(Lesson lesson, Figure figure, RankingMetric metric) {
        return ofRow(
                lesson,
                figure,
                row -> orNaN(row.ranking().map(quality -> quality.values().get(metric))));
    }

    private double ofData(ToDoubleFunction<OpenData> value) {
        return orNaN(Optional.ofNullable(rooms.workspace().dataProperty().get()).map(value::applyAsDouble));
    }

    private double ofLearning(ToDoubleFunction<Shown> error) {
        Shown shown = rooms.learn().shownProperty().get();
        return shown == null || !shown.isRated() ? Double.NaN : Math.abs(error.applyAsDouble(shown));
    }

    private static double pulls(RatingMatrix training) {
        double squares = 0;
        for (int user = 0; user < training.users(); user++) {
            squares += Math.pow(training.byUser().length(user), 2);
        }
        return squares / training.size();
    }

    private double ofExplanation(Figure figure) {
        Explanation explanation = rooms.explore().explanationProperty().get();
        Answer answer = rooms.explore().answerProperty().get();
        if (explanation == null || answer == null) {
            return Double.NaN;
        }
        return switch (figure.kind()) {
            case PREDICTION -> answer.dataset().scale().clip(explanation.prediction());
            case BEFORE -> answer.dataset().scale().clip(answer.before().of(explanation.item()));
            case AMOUNT ->
                explanation.terms().stream()
                        .filter(term -> term.kind() == figure.term())
                        .mapToDouble(Term::amount)
                        .sum();
            case NEIGHBOURS -> evidence(explanation).count();
            case LEAST_SUPPORT ->
                evidence(explanation).mapToInt(Evidence::support).min().orElse(0);
            case SUPPORT -> ofStrongest(explanation, Evidence::support);
            case SIMILARITY -> ofStrongest(explanation, Evidence::similarity);
            case UNSHRUNK -> ofStrongest(explanation, Evidence::unshrunk);
            case ITEM_RATINGS -> answer.split().training().byItem().length(explanation.item());
            case RANK -> answer.now().rank(explanation.item());
            default -> throw new IllegalArgumentException("nobody knows what this figure is: " + figure);
        };
    }

    private static Stream<Evidence> evidence(Explanation explanation) {
        return explanation.terms().stream().flatMap(term -> term.evidence().stream());
    }

    private static double ofStrongest(Explanation explanation, ToDoubleFunction<Evidence> value) {
        return orNaN(explanation.terms().stream()
                .filter(Term::hasNeighbour)
                .max(Comparator.comparingDouble(term -> Math.abs(term.amount())))
                .flatMap(Term::evidence)
                .map(value::applyAsDouble));
    }

    private static double orNaN(Optional<Double> value) {
        return value.orElse(Double.NaN);
    }
}
