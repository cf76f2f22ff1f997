package io.github.factorscope.ui.common;

import io.github.factorscope.storage.ErrorLog;
import io.github.factorscope.storage.ErrorMessages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where errors become sentences: shown in the window until they are closed, and written to the log. */
public final class ErrorPresenter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);

    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper notice = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Remedy> remedy = new ReadOnlyObjectWrapper<>();

    /** Whether the message is good news rather than a trouble. */
    public ReadOnlyBooleanProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The sentence to show; empty where there is nothing to say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What can be done about the message; null where nothing can. */
    public ReadOnlyObjectProperty<Remedy> remedyProperty() {
        return remedy.getReadOnlyProperty();
    }

    /** Something to do, offered beside a message, such as "Undo". */
    public record Remedy(String title, Runnable action) {}

    /** A sentence with something that can be done about it, on the FX thread. */
    public void offer(String sentence, String title, Runnable action) {
        tell(sentence);
        remedy.set(new Remedy(title, action));
    }

    /** A trouble in a sentence of our own, with what can be done about it, on the FX thread. */
    public void propose(String sentence, String title, Runnable action) {
        say(sentence);
        remedy.set(new Remedy(title, action));
    }

    /** Does what the message offers, and closes it. */
    public void takeOffer() {
        Remedy offered = remedy.get();
        close();
        if (offered != null) {
            offered.action().run();
        }
    }

    /** On the FX thread. */
    public void show(Throwable error) {
        ErrorLog.write(LOG, "shown to the user", error);
        notice.set(false);
        remedy.set(null);
        message.set(ErrorMessages.of(error));
    }

    /** That something was done, on the FX thread. */
    public void tell(String sentence) {
        say(sentence);
        notice.set(true);
    }

    /** A trouble in a sentence of our own, on the FX thread. */
    public void say(String sentence) {
        LOG.debug("shown to the user: {}", sentence); // not in the log as it is: it may quote ratings
        notice.set(false);
        remedy.set(null);
        message.set(sentence);
    }

    public void close() {
        remedy.set(null);
        message.set("");
    }
}
