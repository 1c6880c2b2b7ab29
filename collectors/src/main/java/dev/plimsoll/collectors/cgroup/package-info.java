/// Control groups, v1, v2 and both at once: whose each is, and what it uses.
@NullMarked
package dev.plimsoll.collectors.cgroup;

import org.jspecify.annotations.NullMarked;
