package io.github.factorscope.experiment.sweep;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Experiment;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.training.EpochReport;
import io.github.factorscope.training.TrainingOutcome;
import io.github.factorscope.training.TrainingSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Carries out a plan, several trainings at once. Runs once, on the thread that calls {@link #run}; what it finds does not
 * depend on how many train at once. Test ratings are looked at only where the plan says so, and never to stop or to
 * eliminate where there are validation ratings.
 *
 * <p>Successive halving goes on with the very trainings that it began, so that a survivor's model is the one that an
 * uninterrupted training gives. Their memory is taken until they end: {@link SweepMemory} refuses what would not fit.
 */
public final class SweepSession {
    private final Dataset dataset;
    private final Split split;
    private final SweepPlan plan;
    private final int atOnce;
    private final SweepListener listener;
    private final Object telling = new Object();
    private final SweepControl control;
    private final Map<ModelFamily, List<Rung>> rungs = new LinkedHashMap<>();

    /** A planned training; used by one thread at a time. */
    private static final class Progress {
        private final Attempt attempt;
        private TrainingSession session; // null before it begins and after it ends
        private Trial trial; // null before it ends

        Progress(Attempt attempt) {
            this.attempt = attempt;
        }
    }

    /**
     * A sweep that has not begun.
     *
     * @param split with validation ratings, or with test ratings where the plan reports them
     * @param atOnce how many trainings run at the same time at the most; fewer where the memory is short
     * @throws io.github.factorscope.model.InvalidSettingException where a model cannot learn from this data, or the memory
     *     is too short
     */
    public SweepSession(Dataset dataset, Split split, SweepPlan plan, int atOnce, SweepListener listener) {
        this(dataset, split, plan, atOnce, listener, new SweepControl());
    }

    /** The same with buttons that may have been pressed already. */
    public SweepSession(
            Dataset dataset, Split split, SweepPlan plan, int atOnce, SweepListener listener, SweepControl control) {
        if (!split.hasValidation() && !(plan.reportTest() && split.hasTest())) {
            throw new IllegalArgumentException("a sweep is judged by validation ratings, and there are none");
        }
        if (!split.hasValidation() && plan.strategy() instanceof Strategy.Halving) {
            throw new IllegalArgumentException("halving eliminates by validation ratings, and there are none");
        }
        this.dataset = dataset;
        this.split = plan.reportTest() ? split : split.withoutTest();
        this.plan = plan;
        this.listener = listener;
        this.control = control;
        SweepMemory memory = new SweepMemory(plan, this.split);
        this.atOnce = memory.atOnce(atOnce);
        for (ModelFamily family : plan.families()) {
            rungs.put(family, plan.rungs(family, memory.shape()));
        }
    }

    public SweepControl control() {
        return control;
    }

    /** How many trainings run at the same time. */
    public int atOnce() {
        return atOnce;
    }

    /** Trains what is planned. A stop is no error: the result has what is done. */
    public SweepResult run() {
        List<Progress> all = plan.attempts().stream().map(Progress::new).toList();
        ExecutorService workers = Executors.newFixedThreadPool(atOnce, SweepSession::worker);
        try {
            int steps = rungs.values().stream().mapToInt(List::size).max().orElseThrow();
            for (int step = 0; step < steps && !control.isStopped(); step++) {
                climb(all, step, workers);
                eliminate(all, step);
            }
        } finally {
            control.stop(); // whatever still trains after an error
            workers.shutdown();
        }
        List<Trial> trials = new ArrayList<>();
        for (Progress progress : all) {
            if (progress.trial == null && progress.session != null) {
                end(progress, progress.session.outcomeSoFar(), TrialEnd.STOPPED_BY_USER);
            }
            if (progress.trial != null && progress.trial.epochs() > 0) {
                trials.add(progress.trial);
            }
        }
        boolean complete = all.stream()
                .allMatch(progress -> progress.trial != null && progress.trial.end() != TrialEnd.STOPPED_BY_USER);
        return new SweepResult(plan, trials, complete);
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "sweep");
        thread.setDaemon(true);
        return thread;
    }

    /** Trains all that are left to the end of the step. */
    private void climb(List<Progress> all, int step, ExecutorService workers) {
        List<Future<?>> futures = new ArrayList<>();
        for (Progress progress : all) {
            List<Rung> steps = rungs.get(progress.attempt.candidate().family());
            if (progress.trial == null && step < steps.size()) {
                boolean last = step == steps.size() - 1;
                int epochs = last ? Integer.MAX_VALUE : steps.get(step).epochs();
                futures.add(workers.submit(() -> advance(progress, epochs)));
            }
        }
        try {
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void advance(Progress progress, int epochs) {
        if (!control.awaitGoing()) {
            return;
        }
        if (progress.session == null) {
            progress.session = begin(progress.attempt);
        }
        TrainingSession session = progress.session;
        control.enter(session.control());
        try {
            session.runTo(epochs).ifPresent(outcome -> end(progress, outcome, TrialEnd.of(outcome.stopReason())));
        } finally {
            control.leave(session.control());
        }
    }

    private TrainingSession begin(Attempt attempt) {
        Candidate candidate = attempt.candidate();
        TrainingSession session = new Experiment(
                        dataset, split, candidate.family(), candidate.settings(), attempt.seed(), plan.patience())
                .newSession(report -> tellEpoch(attempt, report));
        session.leaveOutAdvice();
        synchronized (telling) {
            listener.onStart(attempt);
        }
        return session;
    }

    private void tellEpoch(Attempt attempt, EpochReport report) {
        synchronized (telling) {
            listener.onEpoch(attempt, report);
        }
    }

    private void end(Progress progress, TrainingOutcome outcome, TrialEnd end) {
        progress.session = null;
        progress.trial = Trial.of(progress.attempt, outcome, end);
        synchronized (telling) {
            listener.onEnd(progress.trial);
        }
    }

    /** Lets the best of each model go on to the next step, by the mean validation error over the seeds so far. */
    private void eliminate(List<Progress> all, int step) {
        rungs.forEach((family, steps) -> {
            if (step + 1 >= steps.size() || control.isStopped()) {
                return;
            }
            List<Trial> soFar = all.stream()
                    .filter(progress -> progress.attempt.candidate().family().equals(family))
                    .filter(progress -> progress.trial == null || progress.trial.end() != TrialEnd.ELIMINATED)
                    .map(SweepSession::soFar)
                    .toList();
            List<Candidate> goOn = Score.of(soFar).stream()
                    .sorted(Comparator.comparingDouble(Score::error))
                    .limit(steps.get(step + 1).settings())
                    .map(Score::candidate)
                    .toList();
            for (Progress progress : all) {
                boolean trains = progress.session != null
                        && progress.attempt.candidate().family().equals(family);
                if (trains && !goOn.contains(progress.attempt.candidate())) {
                    end(progress, progress.session.outcomeSoFar(), TrialEnd.ELIMINATED);
                }
            }
        });
    }

    private static Trial soFar(Progress progress) {
        return progress.trial != null
                ? progress.trial
                : Trial.of(progress.attempt, progress.session.outcomeSoFar(), TrialEnd.STOPPED_BY_USER);
    }
}
