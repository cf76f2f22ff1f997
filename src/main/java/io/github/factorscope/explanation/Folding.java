package io.github.factorscope.explanation;

import io.github.factorscope.explanation.Waterfall.Part;
import io.github.factorscope.explanation.Waterfall.Section;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which neighbours of a waterfall have a line of their own.
 *
 * @param own how many of each part always have one
 * @param unfolded the parts where all others have one too
 */
public record Folding(Map<Part, Integer> own, Set<Part> unfolded) {
    /** However little room there is. */
    public static final int FEWEST = 3;

    /** However much room there is. */
    public static final int MOST = 20;

    public Folding {
        own = Map.copyOf(own);
        unfolded = Set.copyOf(unfolded);
    }

    /** Folded, with as many neighbours as fit into so many lines; every part has about the same number. */
    public static Folding into(int lines, Waterfall waterfall) {
        List<Section> sections =
                waterfall.sections().stream().filter(Section::hasNeighbours).toList();
        int others = waterfall.cut() == 0 ? 0 : 1;
        for (Section section : waterfall.sections()) {
            others += section.hasNeighbours() ? 1 : section.steps().size(); // 1 for what is gathered
            others += section.hasNeighbours() && waterfall.hasSubtotals() ? 1 : 0;
        }
        int left = Math.max(0, lines - others);
        int waiting = sections.size();
        Map<Part, Integer> own = new EnumMap<>(Part.class);
        for (Section section : sections.stream()
                .sorted((a, b) -> Integer.compare(a.steps().size(), b.steps().size()))
                .toList()) { // what small parts leave is for the large ones
            int share = Math.min(section.steps().size(), Math.min(MOST, Math.max(FEWEST, left / waiting)));
            own.put(section.part(), share);
            left = Math.max(0, left - share);
            waiting--;
        }
        return new Folding(own, Set.of());
    }

    /** The same with a part unfolded, or folded again where it was. */
    public Folding toggled(Part part) {
        Set<Part> others = unfolded.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(unfolded);
        if (!others.remove(part)) {
            others.add(part);
        }
        return new Folding(own, others);
    }

    /** The same with this part folded or not as it is elsewhere. */
    public Folding unfoldedAs(Folding other) {
        return new Folding(own, other.unfolded);
    }

    /** How many neighbours of the section always have a line of their own: a single one is never gathered. */
    int ownOf(Section section) {
        int most = own.getOrDefault(section.part(), FEWEST);
        return section.steps().size() <= most + 1 ? section.steps().size() : most;
    }
}
