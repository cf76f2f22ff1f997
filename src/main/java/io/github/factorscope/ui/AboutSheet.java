package io.github.factorscope.ui;

import io.github.factorscope.experiment.Versions;
import io.github.factorscope.storage.AppFolders;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.action.Overlay;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which version this is, and where it keeps what. */
final class AboutSheet {
    private static final Texts TEXTS = Texts.of(AboutSheet.class);

    private final Overlay overlay;

    AboutSheet(Overlay overlay) {
        this.overlay = overlay;
    }

    void show() {
        Versions versions = Versions.current();
        Label title = new Label(TEXTS.get("factorscope") + " " + versions.factorScope());
        title.getStyleClass().add("panel-title");
        Label about = new Label(TEXTS.get("about-in-a-sentence"));
        about.setWrapText(true);
        GridPane facts = new GridPane();
        facts.getStyleClass().add("key-grid");
        addLine(facts, "about-settings", AppFolders.words(AppFolders.home()));
        addLine(facts, "about-runs", AppFolders.words(AppFolders.runs()));
        addLine(facts, "about-log", AppFolders.words(AppFolders.log()));
        addLine(facts, "about-java", versions.java());
        addLine(facts, "about-system", versions.system());
        addLine(facts, "about-licence", TEXTS.get("about-apache"));
        Button close = new Button(TEXTS.get("close"));
        close.setId("closeAbout");
        close.setOnAction(event -> overlay.hide());
        VBox card = new VBox(title, about, facts, close);
        card.setId("about");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.getStyleClass().addAll("overlay-card", "about");
        overlay.show(card, close);
    }

    private static void addLine(GridPane facts, String name, String value) {
        Label label = new Label(TEXTS.get(name));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        Label words = new Label(value);
        words.setWrapText(true);
        facts.addRow(facts.getRowCount(), label, words);
    }
}
