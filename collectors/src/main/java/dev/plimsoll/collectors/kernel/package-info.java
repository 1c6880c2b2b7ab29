/// How a kernel file is read: bytes in, a [Section] out, and nothing in between that can turn a
/// failure into a value.
@NullMarked
package dev.plimsoll.collectors.kernel;

import org.jspecify.annotations.NullMarked;
