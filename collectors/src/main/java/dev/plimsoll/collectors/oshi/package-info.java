/// The node as OSHI knows it, for commands on a system that is not Linux. The agent does not come
/// here: what OSHI loads for a system's own calls would stay in its memory.
@NullMarked
package dev.plimsoll.collectors.oshi;

import org.jspecify.annotations.NullMarked;
