/// What the kernel tells of the node as a whole: its clock, its memory by NUMA node, its security
/// module, how many tasks it may have.
@NullMarked
package dev.plimsoll.collectors.node;

import org.jspecify.annotations.NullMarked;
