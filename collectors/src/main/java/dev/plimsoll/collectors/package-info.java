/// What a node is at one moment, read from its kernel.
@NullMarked
package dev.plimsoll.collectors;

import org.jspecify.annotations.NullMarked;
