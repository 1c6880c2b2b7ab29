/// What block devices and file systems tell of themselves in sysfs and in udev's data.
@NullMarked
package dev.plimsoll.collectors.block;

import org.jspecify.annotations.NullMarked;
