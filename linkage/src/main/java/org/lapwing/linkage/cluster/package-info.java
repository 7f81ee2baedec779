/**
 * From weighed pairs to persons: clusters that weigh all pairs inside, not connected components alone; people's decisions as
 * data that are never overruled; samples of whole partitions, so that counts come with their doubt; names that stay. A second
 * record of one list in a cluster is possible and as rare as the data say. Values are not changed once built.
 */
@NullMarked
package org.lapwing.linkage.cluster;

import org.jspecify.annotations.NullMarked;
