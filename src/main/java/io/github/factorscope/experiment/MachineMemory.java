package io.github.factorscope.experiment;

/** The heap of this process. */
final class MachineMemory {
    private MachineMemory() {}

    /** What can still be used; what nobody uses any more and has not been collected counts as used. */
    static long freeBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - usedBytes(runtime);
    }

    /** What can still be used, after a collection. */
    static long freeBytesAfterCollecting() {
        System.gc();
        return freeBytes();
    }

    /** What is in use, after a collection. */
    static long usedBytesAfterCollecting() {
        System.gc();
        return usedBytes(Runtime.getRuntime());
    }

    private static long usedBytes(Runtime runtime) {
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
