package io.github.factorscope.ui.explore;

import io.github.factorscope.data.CommonRating;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tables;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/** What two people gave to the items that both rated. */
final class CommonRatingTable extends TableView<CommonRating> {
    private static final Texts TEXTS = Texts.of(CommonRatingTable.class);
    private static final double NEEDS_DIFFERENCE = 420; // pixels

    CommonRatingTable(List<CommonRating> common, Dataset dataset, String first, String second) {
        getStyleClass().add("dense");
        setAccessibleText(TEXTS.get("common-ratings"));
        setId("commonRatings");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        setPlaceholder(new Label(TEXTS.get("no-common-item")));
        Tables.addText(this, TEXTS.get("rated-both"), 150, line -> dataset.items()
                .item(line.item())
                .label());
        Tables.addDecimal(this, first, 96, CommonRating::first, stars -> Formats.withStar(Formats.stars(stars)));
        Tables.addDecimal(this, second, 96, CommonRating::second, stars -> Formats.withStar(Formats.stars(stars)));
        Tables.hideBelow(
                NEEDS_DIFFERENCE,
                this,
                Tables.addDecimal(this, TEXTS.get("apart"), 60, CommonRating::distance, Formats::stars));
        getItems()
                .setAll(common.stream()
                        .sorted(Comparator.comparingDouble((CommonRating line) -> -line.first()))
                        .toList());
    }
}
