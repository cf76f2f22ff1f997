package io.github.factorscope.model;

/**
 * What a training takes. Times are nanoseconds of one core of the machine on which they were measured.
 *
 * @param bytes of heap that training adds at its peak to the loaded data
 * @param epochs that are planned
 * @param onceShared before the first epoch, on all cores
 * @param epochAlone of each epoch, on one core
 * @param epochShared of each epoch, on all cores
 * @param predictionShared of each prediction by which an epoch is judged, on all cores
 */
public record Cost(
        double bytes, int epochs, double onceShared, double epochAlone, double epochShared, double predictionShared) {

    /** Both together, for the same epochs. */
    public Cost plus(Cost other) {
        return new Cost(
                bytes + other.bytes,
                Math.max(epochs, other.epochs),
                onceShared + other.onceShared,
                epochAlone + other.epochAlone,
                epochShared + other.epochShared,
                predictionShared + other.predictionShared);
    }
}
