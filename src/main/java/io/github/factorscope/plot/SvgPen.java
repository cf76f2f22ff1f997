package io.github.factorscope.plot;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a picture as SVG. What the theme decides are CSS variables ({@code --plot-text}, {@code --plot-grid}, {@code
 * --plot-ground}) that fall back to colours for a light ground, so that the file can be read alone and follows a page that
 * sets them.
 */
public final class SvgPen implements Pen {
    private static final String FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\ufffe\\uffff]"); // not allowed in XML

    private final StringBuilder body;
    private final double textSize;

    private SvgPen(StringBuilder body, double textSize) {
        this.body = body;
        this.textSize = textSize;
    }

    /** A whole SVG element. */
    public static String draw(Picture picture, double width, double height, String title) {
        SvgPen pen = new SvgPen(new StringBuilder(), TEXT_SIZE);
        picture.draw(pen, width, height);
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
                                + " role=\"img\" font-family=\"%s\" font-size=\"%s\">%n<title>%s</title>%n",
                        number(width),
                        number(height),
                        number(width),
                        number(height),
                        FONT,
                        number(TEXT_SIZE),
                        escape(title))
                + pen.body
                + "</svg>\n";
    }

    @Override
    public void path(double[] xs, double[] ys, Line line) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int k = 0; k < xs.length; k++) {
            boolean point = Double.isFinite(xs[k]) && Double.isFinite(ys[k]);
            if (point) {
                path.append(down ? 'L' : 'M').append(number(xs[k])).append(' ').append(number(ys[k]));
            }
            down = point;
        }
        if (path.isEmpty()) {
            return;
        }
        body.append("<path fill=\"none\" d=\"").append(path).append("\" style=\"stroke:");
        body.append(css(line.ink()))
                .append("\" stroke-width=\"")
                .append(number(line.width()))
                .append('"');
        if (line.dashes().length > 0) {
            body.append(" stroke-dasharray=\"");
            for (int k = 0; k < line.dashes().length; k++) {
                body.append(k == 0 ? "" : " ").append(number(line.dashes()[k]));
            }
            body.append('"');
        }
        body.append("/>\n");
    }

    @Override
    public void area(double[] xs, double[] ys, Ink ink, double opacity) {
        body.append("<polygon points=\"");
        for (int k = 0; k < xs.length; k++) {
            body.append(k == 0 ? "" : " ").append(number(xs[k])).append(',').append(number(ys[k]));
        }
        body.append("\" style=\"fill:").append(css(ink)).append("\" fill-opacity=\"");
        body.append(number(opacity)).append("\"/>\n");
    }

    @Override
    public void box(double x, double y, double width, double height, Ink ink) {
        body.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        body.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        body.append("\" style=\"fill:").append(css(ink)).append("\"/>\n");
    }

    @Override
    public void dot(double x, double y, double radius, Ink ink) {
        body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        body.append("\" r=\"")
                .append(number(radius))
                .append("\" style=\"fill:")
                .append(css(ink))
                .append("\"/>\n");
    }

    @Override
    public void text(String text, double x, double y, Side side, Height height, Ink ink) {
        String anchor =
                switch (side) {
                    case LEFT -> "start";
                    case CENTER -> "middle";
                    case RIGHT -> "end";
                };
        double baseline =
                switch (height) { // of usual fonts, so that no viewer needs dominant-baseline
                    case TOP -> y + 0.8 * textSize;
                    case CENTER -> y + 0.35 * textSize;
                    case BOTTOM -> y - 0.2 * textSize;
                };
        body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(baseline));
        body.append("\" text-anchor=\"")
                .append(anchor)
                .append(textSize == TEXT_SIZE ? "" : "\" font-size=\"" + number(textSize))
                .append("\" style=\"fill:")
                .append(css(ink))
                .append("\">");
        body.append(escape(text)).append("</text>\n");
    }

    /** About, and rather too much: the viewer chooses the font. */
    @Override
    public double textWidth(String text) {
        return text.codePoints().mapToDouble(SvgPen::widthOf).sum() * textSize;
    }

    @Override
    public Pen withTextSize(double size) {
        return new SvgPen(body, size);
    }

    private static double widthOf(int character) {
        if ("iljtfI.,:;|!' ".indexOf(character) >= 0) {
            return 0.36;
        }
        if ("mwMW%@".indexOf(character) >= 0) {
            return 0.96;
        }
        if (character >= 0x1100 && character < 0xfb00 && character > 0x2fff) {
            return 1; // scripts as wide as high
        }
        return Character.isUpperCase(character) ? 0.72 : 0.63;
    }

    private static String css(Ink ink) {
        if (ink.isFixed()) {
            return ink.code();
        }
        String fallback =
                switch (ink.code()) {
                    case "text" -> "#57606a";
                    case "grid" -> "#d0d7de";
                    default -> "#ffffff";
                };
        return "var(--plot-" + ink.code() + "," + fallback + ")";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String escape(String text) {
        return CONTROL.matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
