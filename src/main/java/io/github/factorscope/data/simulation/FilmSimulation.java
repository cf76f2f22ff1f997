package io.github.factorscope.data.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Simulates people who rate real films. A rating is
 *
 * <pre>mu + b_u + s_u (q_i + tau a_i'z_u + noise), rounded to stars</pre>
 *
 * where mu is the typical rating, b_u the person's bias, s_u how widely the person uses the scale, q_i the film's
 * quality, a_i the film's loadings on traits (length 1), z_u the person's standard normal tastes, tau the strength of
 * taste and noise a logistic whim. People choose famous films and films to their taste.
 */
public final class FilmSimulation {
    private final SimulationSettings settings;
    private final List<Film> films;
    private final FilmTraits traits;
    private final FilmQuality quality;
    private final double noiseScale;

    private FilmSimulation(SimulationSettings settings, List<Film> films) {
        this.settings = settings;
        this.films = films;
        this.traits = FilmTraitsBuilder.build(films, settings.weights());
        this.quality = new FilmQuality(films, settings.qualitySpread());
        // A logistic distribution of scale 1 has the standard deviation pi / sqrt(3).
        this.noiseScale = settings.noiseSpread() * StrictMath.sqrt(3) / StrictMath.PI;
    }

    /**
     * Simulates ratings of the films that come with the program.
     *
     * @return the ratings with everything that was planted
     * @throws IOException if the film list cannot be read
     */
    public static SimulatedDataset run(SimulationSettings settings) throws IOException {
        return run(settings, FilmList.bundled());
    }

    /**
     * Simulates ratings of the given films.
     *
     * @param films the films; the first gets the movie id 1
     * @return the ratings with everything that was planted
     */
    public static SimulatedDataset run(SimulationSettings settings, List<Film> films) {
        return new FilmSimulation(settings, List.copyOf(films)).run();
    }

    private SimulatedDataset run() {
        RandomDraws root = new RandomDraws(settings.seed());
        UserFactory people = new UserFactory(settings, traits.names().size());
        FilmChoice choice = new FilmChoice(settings, films, traits);
        List<SimulatedRating> ratings = new ArrayList<>();
        for (int userId = 1; userId <= settings.users(); userId++) {
            RandomDraws draws = root.split();
            SimulatedUser user = people.draw(draws);
            int[] chosen = choice.choose(draws, user);
            Arrays.sort(chosen);
            for (VisitCalendar.RatedAt visit : user.visits().schedule(draws, films, chosen)) {
                ratings.add(rating(draws, userId, user, visit));
            }
        }
        return new SimulatedDataset(settings, films, traits, ratings);
    }

    private SimulatedRating rating(RandomDraws draws, int userId, SimulatedUser user, VisitCalendar.RatedAt visit) {
        int film = visit.film();
        double liking = quality.stars(film) + settings.tasteSpread() * user.liking(traits, film);
        double centre = settings.typicalStars() + user.bias() + user.scaleUse() * liking;
        double scale = user.scaleUse() * noiseScale;
        boolean wholeStarsOnly = draws.uniform() < user.wholeStarShare();
        double stars = StarScale.stars(centre + draws.logistic(scale), wholeStarsOnly);
        double expected = StarScale.expectedStars(centre, scale, user.wholeStarShare());
        return new SimulatedRating(userId, film + 1, stars, visit.seconds(), expected);
    }
}
