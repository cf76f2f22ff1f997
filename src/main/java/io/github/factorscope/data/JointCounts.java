package io.github.factorscope.data;

/**
 * How those who rated two items rated both: a table of counts, after the histogram of neighbours' ratings that Herlocker,
 * Konstan and Riedl (2000) found to convince most. Immutable.
 */
public final class JointCounts {
    private final RatingLevels levels;
    private final int[][] counts; // [level of the neighbour][level of the item]
    private final int[] totals; // by level of the neighbour
    private final double[] sums; // of the item's ratings, in stars, by level of the neighbour

    private JointCounts(RatingLevels levels) {
        this.levels = levels;
        counts = new int[levels.count()][levels.count()];
        totals = new int[levels.count()];
        sums = new double[levels.count()];
    }

    /** Counts the users who rated both. */
    public static JointCounts of(RatingMatrix ratings, int neighbour, int item) {
        JointCounts joint = new JointCounts(RatingLevels.of(ratings.scale()));
        SparseRows byItem = ratings.byItem();
        int a = byItem.start(neighbour);
        int b = byItem.start(item);
        while (a < byItem.end(neighbour) && b < byItem.end(item)) {
            int userA = byItem.column(a);
            int userB = byItem.column(b);
            if (userA == userB) {
                joint.add(byItem.value(a), byItem.value(b));
            }
            a += userA <= userB ? 1 : 0;
            b += userB <= userA ? 1 : 0;
        }
        return joint;
    }

    private void add(float ofNeighbour, float ofItem) {
        int row = levels.of(ofNeighbour);
        counts[row][levels.of(ofItem)]++;
        totals[row]++;
        sums[row] += ofItem;
    }

    public RatingLevels levels() {
        return levels;
    }

    /** How many gave a rating of the first level to the neighbour and one of the second to the item. */
    public int count(int ofNeighbour, int ofItem) {
        return counts[ofNeighbour][ofItem];
    }

    /** How many of those who rated the item gave a rating of this level to the neighbour. */
    public int total(int ofNeighbour) {
        return totals[ofNeighbour];
    }

    /** What these gave to the item on average, in stars; NaN where there are none. */
    public double mean(int ofNeighbour) {
        return totals[ofNeighbour] == 0 ? Double.NaN : sums[ofNeighbour] / totals[ofNeighbour];
    }

    /** How many rated both. */
    public int total() {
        int total = 0;
        for (int count : totals) {
            total += count;
        }
        return total;
    }

    /** What all who rated both gave to the item on average, in stars; NaN where there are none. */
    public double mean() {
        double sum = 0;
        for (double ofRow : sums) {
            sum += ofRow;
        }
        return total() == 0 ? Double.NaN : sum / total();
    }

    /** The largest of all counts. */
    public int largest() {
        int largest = 0;
        for (int[] row : counts) {
            for (int count : row) {
                largest = Math.max(largest, count);
            }
        }
        return largest;
    }

    /** The level that most of these gave to the item, the highest of several; −1 where there are none. */
    public int mostFrequent(int ofNeighbour) {
        int best = -1;
        for (int level = 0; level < levels.count(); level++) {
            int count = counts[ofNeighbour][level];
            if (count > 0 && (best < 0 || count >= counts[ofNeighbour][best])) {
                best = level;
            }
        }
        return best;
    }
}
