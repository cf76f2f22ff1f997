package io.github.factorscope.lesson;

/** A lesson that makes no sense. The message is a sentence for whoever wrote it, with the file and the step. */
public final class InvalidLessonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    InvalidLessonException(String message) {
        super(message);
    }
}
