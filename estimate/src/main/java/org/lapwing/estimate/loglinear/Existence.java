// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.loglinear;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a log-linear model has a finite and unique maximum (Fienberg and Rinaldo 2012): its design has full rank, and no
 * direction leaves every counted cell as it is while lowering some empty one and raising none.
 */
final class Existence {
    private static final double ZERO = 1e-9;

    private Existence() {}

    static boolean holds(double[][] design, double[] counts) {
        List<double[]> counted = new ArrayList<>();
        List<double[]> empty = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            (counts[i] > 0 ? counted : empty).add(design[i]);
        }
        List<double[]> free = nullSpace(counted, design[0].length);
        if (free.isEmpty()) {
            return true;
        }
        double[][] moves = new double[empty.size()][free.size()];
        for (int i = 0; i < moves.length; i++) {
            for (int j = 0; j < free.size(); j++) {
                for (int k = 0; k < design[0].length; k++) {
                    moves[i][j] += empty.get(i)[k] * free.get(j)[k];
                }
            }
        }
        return nullSpace(List.of(moves), free.size()).isEmpty() && !someRowsCanFall(moves);
    }

    /** Is there w with Mw ≤ 0 and Mw ≠ 0? Maximises sum(s), Mw + s = 0, 0 ≤ s ≤ 1 by the simplex method, Bland's rule. */
    private static boolean someRowsCanFall(double[][] moves) {
        int rows = moves.length;
        int free = moves[0].length;
        int columns = 2 * free + rows;
        double[][] tableau = new double[2 * rows + 1][columns + 2 * rows + 1];
        int right = columns + 2 * rows;
        int[] basis = new int[2 * rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < free; j++) {
                tableau[i][j] = moves[i][j];
                tableau[i][free + j] = -moves[i][j];
            }
            tableau[i][2 * free + i] = 1;
            basis[i] = 2 * free + i;
            for (int j = 0; j < 2 * free; j++) {
                tableau[rows + i][j] = -tableau[i][j];
            }
            tableau[rows + i][columns + i] = 1;
            tableau[rows + i][right] = 1;
            basis[rows + i] = columns + i;
            for (int j = 0; j < 2 * free; j++) {
                tableau[2 * rows][j] += tableau[i][j];
            }
        }
        return climb(tableau, basis, right);
    }

    private static boolean climb(double[][] tableau, int[] basis, int right) {
        int goal = tableau.length - 1;
        for (int step = 0; step < 5_000; step++) {
            int enter = -1;
            for (int j = 0; j < right && enter < 0; j++) {
                enter = tableau[goal][j] < -ZERO ? j : -1;
            }
            if (enter < 0) {
                return false;
            }
            int leave = -1;
            for (int i = 0; i < goal; i++) {
                if (tableau[i][enter] > ZERO) {
                    double ratio = tableau[i][right] / tableau[i][enter];
                    double best = leave < 0 ? Double.MAX_VALUE : tableau[leave][right] / tableau[leave][enter];
                    if (ratio < best - ZERO || (ratio <= best + ZERO && leave >= 0 && basis[i] < basis[leave])) {
                        leave = i;
                    }
                }
            }
            if (leave < 0) {
                return true;
            }
            pivot(tableau, leave, enter);
            basis[leave] = enter;
            if (tableau[goal][right] > 1e-6) {
                return true;
            }
        }
        return true; // undecided within the budget: not trusted
    }

    private static void pivot(double[][] tableau, int row, int column) {
        double by = tableau[row][column];
        for (int j = 0; j < tableau[row].length; j++) {
            tableau[row][j] /= by;
        }
        for (int i = 0; i < tableau.length; i++) {
            double factor = tableau[i][column];
            if (i != row && factor != 0) {
                for (int j = 0; j < tableau[i].length; j++) {
                    tableau[i][j] -= factor * tableau[row][j];
                }
            }
        }
    }

    /** A basis of what the rows do not see, by elimination. */
    static List<double[]> nullSpace(List<double[]> rows, int columns) {
        double[][] matrix = rows.stream().map(double[]::clone).toArray(double[][]::new);
        int[] pivotOf = new int[columns];
        java.util.Arrays.fill(pivotOf, -1);
        int rank = 0;
        for (int column = 0; column < columns && rank < matrix.length; column++) {
            int best = rank;
            for (int i = rank; i < matrix.length; i++) {
                best = Math.abs(matrix[i][column]) > Math.abs(matrix[best][column]) ? i : best;
            }
            if (Math.abs(matrix[best][column]) < ZERO) {
                continue;
            }
            double[] swapped = matrix[best];
            matrix[best] = matrix[rank];
            matrix[rank] = swapped;
            pivot(matrix, rank, column);
            pivotOf[column] = rank++;
        }
        List<double[]> basis = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            if (pivotOf[column] < 0) {
                double[] vector = new double[columns];
                vector[column] = 1;
                for (int other = 0; other < columns; other++) {
                    if (pivotOf[other] >= 0) {
                        vector[other] = -matrix[pivotOf[other]][column];
                    }
                }
                basis.add(vector);
            }
        }
        return basis;
    }
}
