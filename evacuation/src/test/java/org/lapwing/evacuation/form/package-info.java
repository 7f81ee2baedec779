@NullMarked
package org.lapwing.evacuation.form;

import org.jspecify.annotations.NullMarked;
