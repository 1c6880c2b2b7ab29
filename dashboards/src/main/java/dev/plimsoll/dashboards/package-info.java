/// The dashboards themselves: which panels, which queries, what each is for.
@NullMarked
package dev.plimsoll.dashboards;

import org.jspecify.annotations.NullMarked;
