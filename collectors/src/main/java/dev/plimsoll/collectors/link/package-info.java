/// What the node is wired with: network devices, bonds, InfiniBand and Fibre Channel.
@NullMarked
package dev.plimsoll.collectors.link;

import org.jspecify.annotations.NullMarked;
