package io.github.factorscope.download;

/** Hears how far a download is, at least ten times a second, also while nothing comes. */
@FunctionalInterface
public interface DownloadMonitor {
    /** Hears nothing and ends nothing. */
    DownloadMonitor NONE = progress -> true;

    /** @return whether to go on */
    boolean onProgress(Progress progress);
}
