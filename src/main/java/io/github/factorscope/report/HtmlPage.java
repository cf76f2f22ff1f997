package io.github.factorscope.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;

import io.github.factorscope.plot.Picture;
import io.github.factorscope.plot.SvgPen;
import io.github.factorscope.text.Texts;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page that needs nothing else: no network, no script, its pictures drawn within. It follows the reader's light or dark
 * theme and prints in dark on white.
 */
public final class HtmlPage {
    private static final double WIDTH = 980; // pixels of a picture

    private final String title;
    private final List<DomContent> sections = new ArrayList<>();

    public HtmlPage(String title) {
        this.title = title;
    }

    /** Content below a heading. */
    public void add(String heading, DomContent... content) {
        sections.add(section(h2(heading), each(List.of(content), item -> item)));
    }

    /** One paragraph for each text. */
    public static DomContent paragraphs(List<String> texts) {
        return each(texts, text -> p(text));
    }

    /** A picture with the words below it. */
    public static DomContent picture(Picture picture, double height, String caption) {
        return figure(rawHtml(SvgPen.draw(picture, WIDTH, height, caption)), figcaption(caption));
    }

    /**
     * A table with a line of headings.
     *
     * @param numbers which columns stand to the right
     */
    public static DomContent table(List<String> headings, List<Boolean> numbers, List<List<String>> rows) {
        List<DomContent> heads = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            heads.add(th(headings.get(column)).withCondClass(numbers.get(column), "number"));
        }
        List<DomContent> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<DomContent> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                cells.add(td(row.get(column)).withCondClass(numbers.get(column), "number"));
            }
            lines.add(tr(each(cells, cell -> cell)));
        }
        return div(j2html.TagCreator.table(thead(tr(each(heads, h -> h))), tbody(each(lines, line -> line))))
                .withClass("wide");
    }

    /** The whole page. */
    public String render(String foot) {
        return "<!DOCTYPE html>\n"
                + html(
                                head(
                                        meta().withCharset("utf-8"),
                                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                        meta().withName("color-scheme").withContent("light dark"),
                                        title(title),
                                        style(rawHtml(css()))),
                                body(h1(title), each(sections, item -> item), footer(p(foot))))
                        .withLang(Texts.locale().getLanguage())
                        .render()
                + "\n";
    }

    private static String css() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
