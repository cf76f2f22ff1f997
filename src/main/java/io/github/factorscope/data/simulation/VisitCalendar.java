package io.github.factorscope.data.simulation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The visits on which one person rates films. Times are seconds since 1970 in UTC. */
final class VisitCalendar {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final double FILMS_PER_VISIT = 14;
    private static final double TYPICAL_DAYS_BETWEEN_VISITS = 25;
    private static final double DAYS_SPREAD = 1.3;
    private static final double EARLIEST_HOUR = 10;
    private static final double LATEST_HOUR = 22;
    private static final double FEWEST_SECONDS_PER_FILM = 6;
    private static final double MOST_SECONDS_PER_FILM = 75;

    private final long[] visitStarts;

    private VisitCalendar(long[] visitStarts) {
        this.visitStarts = visitStarts;
    }

    /**
     * Draws visits: the first on a random day of the years in which people join, the others days to months apart, none
     * after the last year.
     */
    static VisitCalendar draw(RandomDraws draws, SimulationSettings settings, int plannedRatings) {
        long firstDay = LocalDate.of(settings.firstYear(), 1, 1).toEpochDay();
        long endDay = LocalDate.of(settings.lastYear() + 1, 1, 1).toEpochDay();
        int wanted = 1 + draws.index(2 + (int) (plannedRatings / FILMS_PER_VISIT));
        List<Long> starts = new ArrayList<>();
        long day = firstDay + draws.index((int) (endDay - firstDay));
        while (starts.size() < wanted && day < endDay) {
            double hour = draws.between(EARLIEST_HOUR, LATEST_HOUR);
            starts.add(day * SECONDS_PER_DAY + (long) (hour * 3600));
            double gap = TYPICAL_DAYS_BETWEEN_VISITS * StrictMath.exp(DAYS_SPREAD * draws.gaussian());
            day += 1 + (long) gap;
        }
        return new VisitCalendar(starts.stream().mapToLong(Long::longValue).toArray());
    }

    /** Whether the film is out, for certain, on the person's last visit. */
    boolean canRate(Film film) {
        return visitStarts[visitStarts.length - 1] >= certainlyReleased(film);
    }

    /**
     * Spreads the chosen films over the visits, none before its release.
     *
     * @param chosen the films, all of which {@link #canRate}
     * @return one visited film per chosen film, in the order of time; no two at the same second
     */
    List<RatedAt> schedule(RandomDraws draws, List<Film> films, int[] chosen) {
        List<RatedAt> plan = new ArrayList<>();
        for (int film : chosen) {
            int first = firstVisitAfter(certainlyReleased(films.get(film)));
            int visit = first + draws.index(visitStarts.length - first);
            plan.add(new RatedAt(film, visitStarts[visit]));
        }
        shuffle(draws, plan);
        plan.sort(Comparator.comparingLong(RatedAt::seconds));
        return withinVisits(draws, plan);
    }

    private static List<RatedAt> withinVisits(RandomDraws draws, List<RatedAt> plan) {
        List<RatedAt> timed = new ArrayList<>();
        long visit = Long.MIN_VALUE;
        long now = 0;
        for (RatedAt planned : plan) {
            if (planned.seconds() != visit) {
                visit = planned.seconds();
                now = visit;
            }
            now += (long) draws.between(FEWEST_SECONDS_PER_FILM, MOST_SECONDS_PER_FILM);
            timed.add(new RatedAt(planned.film(), now));
        }
        return timed;
    }

    private int firstVisitAfter(long seconds) {
        int position = Arrays.binarySearch(visitStarts, seconds);
        return position >= 0 ? position : -position - 1;
    }

    /** Only the year of release is known: the film is out, for certain, when the next year begins. */
    private static long certainlyReleased(Film film) {
        return LocalDate.of(film.year() + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static void shuffle(RandomDraws draws, List<RatedAt> plan) {
        for (int last = plan.size() - 1; last > 0; last--) {
            int other = draws.index(last + 1);
            plan.set(last, plan.set(other, plan.get(last)));
        }
    }

    /** A film's index and when it is rated. */
    record RatedAt(int film, long seconds) {}
}
