package io.github.factorscope.ui.common;

import io.github.factorscope.storage.ErrorMessages;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where errors become sentences: shown in the window until they are closed, and written to the log. */
public final class ErrorPresenter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);

    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /** The sentence to show; empty where there is nothing to say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** On the FX thread. */
    public void show(Throwable error) {
        LOG.warn("shown to the user", error);
        message.set(ErrorMessages.of(error));
    }

    /** A sentence of our own, on the FX thread. */
    public void say(String sentence) {
        LOG.info("shown to the user: {}", sentence);
        message.set(sentence);
    }

    public void close() {
        message.set("");
    }
}
