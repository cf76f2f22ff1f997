package io.github.factorscope.ui.lesson;

import io.github.factorscope.data.TestChoice;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.lesson.Lesson;
import io.github.factorscope.lesson.LessonRun;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import io.github.factorscope.training.StopReason;
import io.github.factorscope.ui.compare.CompareViewModel;
import io.github.factorscope.ui.data.SplitForm;
import io.github.factorscope.ui.train.TrainViewModel;
import io.github.factorscope.ui.train.Training;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace.OpenData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The data and the runs of a lesson in the window: opens, trains, selects, shows, judges. Runs that are there stay. */
final class LiveRuns {
    private static final Texts TEXTS = Texts.of(LiveRuns.class);
    private static final String DEMO = "demo-films";

    private final LessonRooms rooms;

    LiveRuns(LessonRooms rooms) {
        this.rooms = rooms;
    }

    boolean isDataOpen(Lesson lesson) {
        OpenData open = rooms.workspace().dataProperty().get();
        return open != null
                && open.loaded().dataset().name().equals(DEMO)
                && open.split().plan().equals(lesson.split());
    }

    /** With the lesson's split, which stands in the form then. */
    void openData(Lesson lesson) {
        SplitForm form = rooms.data().form();
        double share = ((TestChoice.RandomShare) lesson.split().test()).share();
        form.choiceProperty().set(SplitForm.Choice.RANDOM);
        form.testPercentProperty().set(percent(share));
        form.validationPercentProperty().set(percent(lesson.split().validationShare()));
        form.seedProperty().set(String.valueOf(lesson.split().seed()));
        rooms.data().openDemo();
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** The last run on the open split that is this training, whole; also one of an earlier day. */
    Optional<RunEntry> find(Lesson lesson, String name) {
        OpenData open = rooms.workspace().dataProperty().get();
        if (open == null || !isDataOpen(lesson)) {
            return Optional.empty();
        }
        LessonRun wanted = lesson.run(name);
        return rooms.workspace().runs().stream()
                .filter(entry -> entry.run()
                        .experiment()
                        .split()
                        .fingerprint()
                        .equals(open.split().fingerprint()))
                .filter(entry -> wanted.isTrainedBy(entry.run().experiment()) && isWhole(entry.run()))
                .reduce((before, after) -> after);
    }

    private static boolean isWhole(Run run) {
        StopReason reason = run.outcome().stopReason();
        return reason == StopReason.EPOCHS_DONE || reason == StopReason.CONVERGED;
    }

    private RunEntry need(Lesson lesson, String name) {
        return find(lesson, name)
                .orElseThrow(() -> new UserException(TEXTS.get("not-trained", RunWords.brief(lesson, name))));
    }

    /** Fills the form in, so that everybody sees what is trained, and trains. */
    void train(Lesson lesson, String name) {
        LessonRun wanted = lesson.run(name);
        TrainViewModel train = rooms.train();
        train.choose(wanted.family(), wanted.settings());
        train.seedProperty().set(String.valueOf(wanted.seed()));
        train.patienceProperty().set(String.valueOf(wanted.patience()));
        train.repeatsProperty().set("1");
        train.train();
    }

    /** Whether the training that is watched is over. */
    boolean hasEnded() {
        Training watched = rooms.train().watchedProperty().get();
        return watched == null || watched.isOver();
    }

    boolean isSelected(Lesson lesson, String name) {
        return find(lesson, name)
                .filter(entry ->
                        entry.equals(rooms.workspace().selectedRunProperty().get()))
                .isPresent();
    }

    void select(Lesson lesson, String name) {
        rooms.workspace().selectedRunProperty().set(need(lesson, name));
    }

    boolean areShown(Lesson lesson, List<String> names) {
        List<Optional<RunEntry>> wanted =
                names.stream().map(name -> find(lesson, name)).toList();
        List<RunEntry> ticked = ticked();
        return wanted.stream().allMatch(entry -> entry.filter(ticked::contains).isPresent())
                && ticked.size() == wanted.stream().distinct().count();
    }

    private List<RunEntry> ticked() {
        return rooms.compare().runs().stream()
                .filter(entry -> entry.overlaidProperty().get())
                .toList();
    }

    /** Ticks these, and takes the ticks of others away, which stay in the table. */
    void show(Lesson lesson, List<String> names) {
        List<RunEntry> wanted = names.stream().map(name -> need(lesson, name)).toList();
        CompareViewModel compare = rooms.compare();
        String split = wanted.get(0).run().experiment().split().fingerprint();
        compare.splits().stream()
                .filter(choice -> choice.fingerprint().equals(split))
                .findFirst()
                .ifPresent(compare.splitProperty()::set);
        for (RunEntry entry : List.copyOf(compare.runs())) {
            entry.overlaidProperty().set(wanted.contains(entry));
        }
    }

    boolean areJudged(Lesson lesson, List<String> names) {
        return names.stream().allMatch(name -> find(lesson, name)
                .flatMap(rooms.compare()::row)
                .filter(row -> row.topK().isPresent())
                .isPresent());
    }

    void judge(Lesson lesson, List<String> names) {
        show(lesson, names);
        rooms.compare().judgeTicked();
    }
}
