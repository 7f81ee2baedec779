/**
 * People's names: read from a cell in any script and order, compared word by word, and reduced to keys. Words of a name that
 * the other spelling lacks are no contradiction. {@link org.lapwing.linkage.name.NameAlignment} belongs to one thread; all
 * else is immutable.
 */
@NullMarked
package org.lapwing.linkage.name;

import org.jspecify.annotations.NullMarked;
