package dev.plimsoll.agent.cli.block;

/// One line of `lsblk`: a device has one for each place where it is mounted, and at least one.
///
/// @param branch the lines that lead to it in the tree
/// @param parent kernel name of the device above it in the tree; empty for one at the top
/// @param place which of the places where it is mounted; with the first everything else is told
public record DeviceLine(DeviceRow row, String branch, String parent, int place) {
  boolean isFirst() {
    return place == 0;
  }
}
