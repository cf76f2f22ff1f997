package io.github.factorscope.explanation;

/**
 * What stands behind the term of a neighbour.
 *
 * @param rating in stars: what the user gave to the neighbour, or, where the neighbour is a user, what they gave to the item
 * @param similarity of neighbour and item, or of the two users: shrunk correlation, −1 to 1, or cosine of their
 *     profiles, 0 to 1; 0 where they have nothing in common
 * @param support the number of users who rated both items, or of items that both users rated
 */
public record Evidence(float rating, double similarity, int support) {}
