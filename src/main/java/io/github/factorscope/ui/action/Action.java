package io.github.factorscope.ui.action;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * Something that the window can do, wherever in it one is: by its keys, and from the palette.
 *
 * @param id short words with hyphens, of its own
 * @param title what it does, in the language of the screen
 * @param detail what stands behind the title, quietly; may be empty
 * @param keys null where it has none
 * @param possible whether it can be done now
 */
public record Action(
        String id,
        Kind kind,
        String title,
        String detail,
        KeyCombination keys,
        BooleanSupplier possible,
        Runnable work) {

    /** Always possible, without keys. */
    public static Action of(String id, Kind kind, String title, Runnable work) {
        return new Action(id, kind, title, "", null, () -> true, work);
    }

    /** @param modifiers such as Shortcut, the key that the operating system has for this */
    public Action withKeys(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new Action(id, kind, title, detail, new KeyCodeCombination(code, modifiers), possible, work);
    }

    public Action withDetail(String words) {
        return new Action(id, kind, title, words, keys, possible, work);
    }

    public Action when(BooleanSupplier condition) {
        return new Action(id, kind, title, detail, keys, condition, work);
    }

    /** Does it, where it is possible. */
    public void run() {
        if (possible.getAsBoolean()) {
            work.run();
        }
    }

    /** Such as "Ctrl+K"; empty where it has none. */
    public String keyText() {
        return keys == null ? "" : keys.getDisplayText();
    }
}
