package io.github.factorscope.ui.compare;

import io.github.factorscope.plot.Picture;
import io.github.factorscope.report.RunRow;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.plot.PicturePlot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** A picture and nothing else; scrolled where it needs more height than there is. */
final class PicturePane implements ComparePane {
    private static final Texts TEXTS = Texts.of(PicturePane.class);

    private final String id;
    private final List<Node> options;
    private final Function<List<RunRow>, Picture> picture;
    private final PicturePlot plot = new PicturePlot();
    private final ScrollPane body = new ScrollPane(plot);
    private List<RunRow> shown = List.of();

    /** @param picture of some runs; asked again whenever something changes */
    PicturePane(String id, List<Node> options, Function<List<RunRow>, Picture> picture) {
        this.id = id;
        this.options = options;
        this.picture = picture;
        plot.setAccessibleText(TEXTS.get(id));
        body.setFitToWidth(true);
        body.setFitToHeight(true);
        body.getStyleClass().add("plain-scroll");
    }

    /** Draws anew, with other options. */
    void redraw() {
        show(shown);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Node> options() {
        return options;
    }

    @Override
    public Region body() {
        return body;
    }

    @Override
    public void show(List<RunRow> ticked) {
        shown = ticked;
        plot.show(picture.apply(ticked));
    }

    @Override
    public Optional<PicturePlot> plot() {
        return Optional.of(plot);
    }
}
