package io.github.factorscope.explanation;

/**
 * What stands behind the term of a neighbour. The amount of an explicit term, or of one of taste, is weight times deviation;
 * that of an implicit term is the weight alone.
 *
 * @param rating in stars: what the user gave to the neighbour, or, where the neighbour is a user, what they gave to the item
 * @param deviation in stars: how far the rating lies above what was expected, r_uj − b̃_uj (r_vi − b̃_vi for a user; for a
 *     term of taste e_uj, what the rest of the model leaves); NaN for an implicit term
 * @param weight of the neighbour in this prediction
 * @param similarity of neighbour and item, or of the two users: shrunk correlation, −1 to 1, or cosine of their
 *     profiles, 0 to 1; 0 where they have nothing in common
 * @param unshrunk the similarity before it was shrunk; the same where nothing is shrunk
 * @param support the number of users who rated both items, or of items that both users rated
 */
public record Evidence(float rating, double deviation, double weight, double similarity, double unshrunk, int support) {
    /** The same with another weight. */
    Evidence withWeight(double other) {
        return new Evidence(rating, deviation, other, similarity, unshrunk, support);
    }
}
