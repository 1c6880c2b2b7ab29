/// What a node is made of: processors, disks, and whether it is a virtual machine.
@NullMarked
package dev.plimsoll.collectors.inventory;

import org.jspecify.annotations.NullMarked;
