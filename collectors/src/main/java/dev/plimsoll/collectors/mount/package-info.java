/// Mounts and how full their file systems are; a mount that does not answer holds up nobody.
@NullMarked
package dev.plimsoll.collectors.mount;

import org.jspecify.annotations.NullMarked;
