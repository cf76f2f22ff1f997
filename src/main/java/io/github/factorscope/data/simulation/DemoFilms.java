package io.github.factorscope.data.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bundled data set of simulated ratings of real films, and how it is made. */
public final class DemoFilms {
    /** The seed of the bundled data set. */
    public static final long DEFAULT_SEED = 1902;

    private DemoFilms() {}

    /**
     * Simulates the data set anew, without writing it.
     *
     * @param seed {@link #DEFAULT_SEED} for the bundled data set
     * @return the ratings with everything that was planted
     * @throws IOException if the film list cannot be read
     */
    public static SimulatedDataset simulate(long seed) throws IOException {
        return FilmSimulation.run(SimulationSettings.bundled(seed));
    }

    /**
     * Simulates the data set and writes {@code ratings.csv}, {@code movies.csv} and {@code README.md} in the layout of
     * the MovieLens "latest" files. The same seed gives the same bytes on every machine.
     *
     * @param folder where to write; made if missing, and files of these names are replaced
     * @param seed {@link #DEFAULT_SEED} for the bundled data set
     * @return what was written
     * @throws IOException if the film list cannot be read or a file cannot be written
     */
    public static SimulatedDataset writeTo(Path folder, long seed) throws IOException {
        SimulatedDataset dataset = simulate(seed);
        String readme = DatasetReadme.text(dataset);
        Files.createDirectories(folder);
        MovieLensFiles.writeRatings(folder.resolve("ratings.csv"), dataset.ratings());
        MovieLensFiles.writeMovies(folder.resolve("movies.csv"), dataset.films());
        Files.writeString(folder.resolve("README.md"), readme, StandardCharsets.UTF_8);
        return dataset;
    }
}
