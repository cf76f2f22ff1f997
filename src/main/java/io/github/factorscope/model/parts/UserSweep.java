package io.github.factorscope.model.parts;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.numeric.Randoms;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Visits all ratings once an epoch: users in random order, the ratings of a user together and in random order. */
public final class UserSweep {
    private final SparseRows byUser;
    private final SplittableRandom random;
    private final int[] users;
    private final int[] positions;

    public UserSweep(RatingMatrix training, SplittableRandom random) {
        this.byUser = training.byUser();
        this.random = random;
        this.users = Randoms.permutation(byUser.rows(), random);
        int longest = 0;
        for (int u = 0; u < byUser.rows(); u++) {
            longest = Math.max(longest, byUser.length(u));
        }
        this.positions = new int[longest];
    }

    /** Takes a user's ratings. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Called once for each user with a rating.
         *
         * @param positions where the ratings stand in the rows by user, in the order of the visit
         * @param count how many of the positions are this user's
         */
        void visit(int user, int[] positions, int count);
    }

    /**
     * Draws what so many epochs would have drawn, so that the next one visits in the order that it would have after them.
     * That takes a small part of the time of an epoch.
     */
    public void skip(int epochs) {
        for (int k = 0; k < epochs; k++) {
            run((user, visited, count) -> {}, () -> false);
        }
    }

    /** Ends early where {@code stopRequested} says so; it is asked before each user. */
    public void run(Visitor visitor, BooleanSupplier stopRequested) {
        Randoms.shuffle(users, 0, users.length, random);
        for (int user : users) {
            if (stopRequested.getAsBoolean()) {
                return;
            }
            int count = byUser.length(user);
            int start = byUser.start(user);
            for (int k = 0; k < count; k++) {
                positions[k] = start + k;
            }
            Randoms.shuffle(positions, 0, count, random);
            if (count > 0) {
                visitor.visit(user, positions, count);
            }
        }
    }
}
