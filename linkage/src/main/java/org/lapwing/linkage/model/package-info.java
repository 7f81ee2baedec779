/**
 * The probabilistic model: Fellegi and Sunter's with graded levels, learned without labels by expectation maximisation over
 * counts of patterns; term frequencies on exact and inexact levels; kin as a class of their own; m by pair of lists. A model
 * holds no value of any cell. Logarithms come from StrictMath, so that results are the same bytes everywhere.
 */
@NullMarked
package org.lapwing.linkage.model;

import org.jspecify.annotations.NullMarked;
