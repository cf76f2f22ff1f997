package io.github.factorscope.explanation;

/**
 * What stands behind the term of a neighbour.
 *
 * @param rating that the user gave to the neighbour, in stars
 * @param similarity s_ij, shrunk correlation of neighbour and item, −1 to 1; 0 where nobody rated both
 * @param support n_ij, the number of users who rated both
 */
public record Evidence(float rating, double similarity, int support) {}
