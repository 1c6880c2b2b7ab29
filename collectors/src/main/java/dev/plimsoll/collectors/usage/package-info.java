/// How much room trees of files take, walked within bounds.
@NullMarked
package dev.plimsoll.collectors.usage;

import org.jspecify.annotations.NullMarked;
