package io.github.factorscope.explanation;

import io.github.factorscope.explanation.Waterfall.Part;
import io.github.factorscope.explanation.Waterfall.Section;
import io.github.factorscope.explanation.Waterfall.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of a waterfall as it is shown.
 *
 * @param part null for what is cut off at the end of the scale
 * @param steps that it stands for: one or, of subtotals and what is gathered, several
 * @param from the sum before it, in thousandths of a star
 * @param to the sum after it
 */
public record WaterfallLine(Kind kind, Part part, List<Step> steps, int from, int to) {

    /** What a line is. */
    public enum Kind {
        /** One term. */
        STEP(true),
        /** The weaker neighbours of a part together. */
        GATHERED(true),
        /** The same where they follow one by one. */
        UNFOLDED(false),
        /** All of a part, which follows. */
        SUBTOTAL(false),
        /** From a sum outside the scale to its end. */
        CUT(true);

        private final boolean summand;

        Kind(boolean summand) {
            this.summand = summand;
        }
    }

    public WaterfallLine {
        steps = List.copyOf(steps);
    }

    static List<WaterfallLine> of(Waterfall waterfall, Folding folding) {
        List<WaterfallLine> lines = new ArrayList<>();
        for (Section section : waterfall.sections()) {
            if (!section.hasNeighbours()) {
                addSteps(lines, section.part(), section.steps(), section.from());
                continue;
            }
            if (waterfall.hasSubtotals()) {
                lines.add(together(Kind.SUBTOTAL, section.part(), section.steps(), section.from()));
            }
            int own = folding.ownOf(section);
            int reached = addSteps(lines, section.part(), section.steps().subList(0, own), section.from());
            List<Step> others = section.steps().subList(own, section.steps().size());
            if (!others.isEmpty()) {
                boolean unfolded = folding.unfolded().contains(section.part());
                lines.add(together(unfolded ? Kind.UNFOLDED : Kind.GATHERED, section.part(), others, reached));
                if (unfolded) {
                    addSteps(lines, section.part(), others, reached);
                }
            }
        }
        if (waterfall.cut() != 0) {
            lines.add(new WaterfallLine(Kind.CUT, null, List.of(), waterfall.sum(), waterfall.shown()));
        }
        return List.copyOf(lines);
    }

    private static int addSteps(List<WaterfallLine> lines, Part part, List<Step> steps, int from) {
        int reached = from;
        for (Step step : steps) {
            int next = reached + step.thousandths();
            lines.add(new WaterfallLine(Kind.STEP, part, List.of(step), reached, next));
            reached = next;
        }
        return reached;
    }

    private static WaterfallLine together(Kind kind, Part part, List<Step> steps, int from) {
        int sum = steps.stream().mapToInt(Step::thousandths).sum();
        return new WaterfallLine(kind, part, steps, from, from + sum);
    }

    /** What it adds, in thousandths. */
    public int thousandths() {
        return to - from;
    }

    /** Whether it counts towards the prediction; otherwise the lines below it do. */
    public boolean isSummand() {
        return kind.summand;
    }

    /** Whether it stands for a term of one of these kinds, alone or with others. */
    public boolean isOfAny(Set<TermKind> kinds) {
        return steps.stream().anyMatch(step -> kinds.contains(step.term().kind()));
    }

    /** Whether it is one neighbour, with evidence. */
    public boolean isNeighbour() {
        return kind == Kind.STEP && steps.get(0).term().hasNeighbour();
    }

    /** Whether it unfolds or folds. */
    public boolean isFoldable() {
        return kind == Kind.GATHERED || kind == Kind.UNFOLDED;
    }

    /** The first step: the only one of a {@link Kind#STEP}. */
    public Step step() {
        return steps.get(0);
    }
}
