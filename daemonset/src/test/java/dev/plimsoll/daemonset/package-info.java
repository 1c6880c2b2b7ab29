/// Checks of what is applied to a cluster.
@NullMarked
package dev.plimsoll.daemonset;

import org.jspecify.annotations.NullMarked;
