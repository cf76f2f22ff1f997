package io.github.factorscope.experiment;

import java.lang.management.ManagementFactory;

/**
 * What a run was made on; times mean little without it.
 *
 * @param processors that the process could use
 * @param memoryMegabytes of the whole machine; 0 where unknown
 */
public record Machine(int processors, long memoryMegabytes) {
    /** Of a run that does not say. */
    public static final Machine UNKNOWN = new Machine(0, 0);

    public Machine {
        if (processors < 0 || memoryMegabytes < 0) {
            throw new IllegalArgumentException("a machine has no negative number of processors or megabytes, was "
                    + processors + " and " + memoryMegabytes);
        }
    }

    public static Machine current() {
        long bytes =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? Math.max(0, system.getTotalMemorySize())
                        : 0;
        return new Machine(Runtime.getRuntime().availableProcessors(), bytes >> 20);
    }
}
