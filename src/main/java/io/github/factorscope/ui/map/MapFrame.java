package io.github.factorscope.ui.map;

/** Where the dots are on the screen at present, in pixels of the window. Keeps its space from frame to frame. */
final class MapFrame implements LabelPlacer.Layout {
    private static final double LEAST_RADIUS = 1.5;
    private static final double MOST_RADIUS = 8;
    private static final double MOST_GROWTH = 2.4;
    private static final double SPACE = 130; // square pixels for a dot where dots have their usual size
    private static final double SMALLEST = 0.65; // of the usual size
    private static final double LARGEST = 1.1;
    private static final double STRONG = 1.13; // how much wider a label is in bold

    private final Viewport viewport = new Viewport();
    private Dots dots = Dots.none();
    private double[] radii = {}; // at zoom 1
    private double[] px = {};
    private double[] py = {};
    private double[] labelWidths = {};
    private boolean[] quiet = {};
    private int strong = -1;
    private double growth = 1;

    /** Other dots: all of them are seen where their places are new. */
    void show(Dots shown, double[] widths, boolean fit) {
        dots = shown;
        labelWidths = widths;
        px = new double[shown.size()];
        py = new double[shown.size()];
        radii = new double[shown.size()];
        double most = shown.size() == 0 ? 1 : Math.max(1, shown.support()[0]);
        for (int dot = 0; dot < radii.length; dot++) {
            radii[dot] = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(shown.support()[dot] / most);
        }
        if (fit) {
            viewport.show(shown.x(), shown.y());
        }
    }

    /** Of the labels, where these are written in another size. */
    void setWidths(double[] widths) {
        labelWidths = widths;
    }

    /** The dot whose label is in bold, or −1. */
    void setStrong(int dot) {
        strong = dot;
    }

    void setQuiet(boolean[] quietDots) {
        quiet = quietDots;
    }

    /** Works out where everything is on a screen of this size. */
    void update(double width, double height) {
        viewport.resize(width, height);
        double room = Math.sqrt(width * height / (SPACE * Math.max(1, px.length)));
        growth = Math.max(SMALLEST, Math.min(LARGEST, room))
                * Math.max(1, Math.min(MOST_GROWTH, Math.pow(viewport.zoom(), 0.3)));
        double scale = viewport.scale();
        double originX = viewport.screenX(0);
        double originY = viewport.screenY(0);
        double[] xs = dots.x();
        double[] ys = dots.y();
        for (int dot = 0; dot < px.length; dot++) {
            px[dot] = originX + scale * xs[dot];
            py[dot] = originY - scale * ys[dot];
        }
    }

    Viewport viewport() {
        return viewport;
    }

    Dots dots() {
        return dots;
    }

    double px(int dot) {
        return px[dot];
    }

    double py(int dot) {
        return py[dot];
    }

    /** Whether anything within so many pixels of the dot's middle is on a screen of this size. */
    boolean isSeen(int dot, double reach, double width, double height) {
        return px[dot] > -reach && px[dot] < width + reach && py[dot] > -reach && py[dot] < height + reach;
    }

    /** The dot under the mouse, or −1; of several the one whose middle is nearest. */
    int at(double x, double y, double tolerance) {
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int dot = 0; dot < px.length; dot++) {
            double distance = Math.hypot(px[dot] - x, py[dot] - y);
            if (distance <= radius(dot) + tolerance && distance < nearest) {
                nearest = distance;
                best = dot;
            }
        }
        return best;
    }

    @Override
    public double x(int dot) {
        return viewport.scale() * dots.x()[dot];
    }

    @Override
    public double y(int dot) {
        return -viewport.scale() * dots.y()[dot];
    }

    @Override
    public double radius(int dot) {
        return growth * radii[dot];
    }

    @Override
    public double width(int dot) {
        return dot == strong ? STRONG * labelWidths[dot] : labelWidths[dot];
    }

    @Override
    public boolean wantsLabel(int dot) {
        return !isQuiet(dot);
    }

    boolean isQuiet(int dot) {
        return dot < quiet.length && quiet[dot];
    }
}
