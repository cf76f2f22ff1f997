package io.github.factorscope.ui.formula;

import java.awt.Color;
import java.awt.Composite;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/** What a drawing of outlines in one colour never asks for: colours and hints change nothing, pictures are refused. */
abstract class FillOnlyGraphics extends Graphics2D {
    private final RenderingHints hints = new RenderingHints(Map.of());

    private static UnsupportedOperationException refusal() {
        return new UnsupportedOperationException("a formula consists of filled outlines");
    }

    @Override
    public Color getColor() {
        return Color.BLACK;
    }

    @Override
    public void setColor(Color color) {}

    @Override
    public Paint getPaint() {
        return Color.BLACK;
    }

    @Override
    public void setPaint(Paint paint) {}

    @Override
    public Color getBackground() {
        return Color.WHITE;
    }

    @Override
    public void setBackground(Color color) {}

    @Override
    public void setPaintMode() {}

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        hints.put(key, value);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return (RenderingHints) hints.clone();
    }

    @Override
    public void setRenderingHints(Map<?, ?> others) {
        hints.clear();
        hints.putAll(others);
    }

    @Override
    public void addRenderingHints(Map<?, ?> others) {
        hints.putAll(others);
    }

    @Override
    public void dispose() {}

    @Override
    public Graphics create() {
        throw refusal();
    }

    @Override
    public void setXORMode(Color color) {
        throw refusal();
    }

    @Override
    public Composite getComposite() {
        throw refusal();
    }

    @Override
    public void setComposite(Composite composite) {
        throw refusal();
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw refusal();
    }

    @Override
    public FontMetrics getFontMetrics(java.awt.Font font) {
        throw refusal();
    }

    @Override
    public Rectangle getClipBounds() {
        return null;
    }

    @Override
    public Shape getClip() {
        return null;
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        throw refusal();
    }

    @Override
    public void setClip(Shape clip) {
        throw refusal();
    }

    @Override
    public void clip(Shape clip) {
        throw refusal();
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        throw refusal();
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        throw refusal();
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int right, int down) {
        throw refusal();
    }

    @Override
    public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
        throw refusal();
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        throw refusal();
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw refusal();
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawPolygon(int[] x, int[] y, int points) {
        throw refusal();
    }

    @Override
    public void drawPolyline(int[] x, int[] y, int points) {
        throw refusal();
    }

    @Override
    public void fillPolygon(int[] x, int[] y, int points) {
        throw refusal();
    }

    @Override
    public boolean drawImage(Image image, AffineTransform transform, ImageObserver observer) {
        throw refusal();
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
        throw refusal();
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        throw refusal();
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw refusal();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw refusal();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color ground, ImageObserver observer) {
        throw refusal();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw refusal();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, Color ground, ImageObserver observer) {
        throw refusal();
    }

    @Override
    public boolean drawImage(
            Image image, int x1, int y1, int x2, int y2, int u1, int v1, int u2, int v2, ImageObserver observer) {
        throw refusal();
    }

    @Override
    public boolean drawImage(
            Image image,
            int x1,
            int y1,
            int x2,
            int y2,
            int u1,
            int v1,
            int u2,
            int v2,
            Color ground,
            ImageObserver observer) {
        throw refusal();
    }
}
