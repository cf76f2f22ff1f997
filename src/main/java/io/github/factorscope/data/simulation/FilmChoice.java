package io.github.factorscope.data.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which films a person rates: famous ones and ones to their taste more often than others, so that what is missing is
 * not missing at random. Curious people go further beyond the famous films than others do.
 */
final class FilmChoice {
    private static final double FULL_FAME = 100;

    private final SimulationSettings settings;
    private final List<Film> films;
    private final FilmTraits traits;

    FilmChoice(SimulationSettings settings, List<Film> films, FilmTraits traits) {
        this.settings = settings;
        this.films = films;
        this.traits = traits;
    }

    /** The indices of the films that the person rates, each once, in no particular order. */
    int[] choose(RandomDraws draws, SimulatedUser user) {
        List<Ticket> tickets = new ArrayList<>();
        for (int film = 0; film < films.size(); film++) {
            // Everybody draws for every film, so that a new film changes no other film's draw.
            double luck = draws.gumbel();
            if (user.visits().canRate(films.get(film))) {
                tickets.add(new Ticket(film, logWeight(user, film) + luck));
            }
        }
        tickets.sort(Comparator.comparingDouble(Ticket::score).reversed());
        return tickets.stream()
                .limit(user.plannedRatings())
                .mapToInt(Ticket::film)
                .toArray();
    }

    private double logWeight(SimulatedUser user, int film) {
        double fame = films.get(film).fame() / FULL_FAME;
        return user.popularitySlope() * fame
                + settings.choiceByTaste() * user.liking(traits, film)
                + settings.choiceByInterest() * user.interest(traits, film);
    }

    private record Ticket(int film, double score) {}
}
