/// How sysfs is read: directories that are devices, whose files hold one value each.
@NullMarked
package dev.plimsoll.collectors.sysfs;

import org.jspecify.annotations.NullMarked;
