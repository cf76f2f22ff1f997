package io.github.factorscope.ui.compare;

import io.github.factorscope.report.RunRow;
import io.github.factorscope.ui.plot.PicturePlot;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** One way to look at the ticked runs. */
interface ComparePane {
    /** Names its title among the texts, and its button. */
    String id();

    /** What can be chosen about it; stands beside the titles. */
    List<Node> options();

    Region body();

    /** Shows these runs, in their order; also called when more is known of them. */
    void show(List<RunRow> ticked);

    /** What can be saved as a file. */
    Optional<PicturePlot> plot();
}
