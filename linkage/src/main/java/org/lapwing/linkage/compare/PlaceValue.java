// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;

/**
 * A place as a cell tells it: its parts from the nearest outwards ("village, district, region"), or coordinates.
 *
 * @param parts folded; empty if there are coordinates
 * @param latitude in degrees; NaN without coordinates
 * @param longitude in degrees
 */
record PlaceValue(List<String> parts, double latitude, double longitude) {

    boolean isPoint() {
        return !Double.isNaN(latitude);
    }

    /** Great-circle distance in kilometres by the haversine formula. */
    double kilometres(PlaceValue other) {
        double dLatitude = StrictMath.toRadians(other.latitude - latitude) / 2;
        double dLongitude = StrictMath.toRadians(other.longitude - longitude) / 2;
        double h = square(StrictMath.sin(dLatitude))
                + StrictMath.cos(StrictMath.toRadians(latitude))
                        * StrictMath.cos(StrictMath.toRadians(other.latitude))
                        * square(StrictMath.sin(dLongitude));
        return 12742 * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(h)));
    }

    private static double square(double x) {
        return x * x;
    }
}
