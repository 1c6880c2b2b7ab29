package dev.plimsoll.agent.cli.mount;

import java.util.List;
import java.util.Optional;

/// Which mounts `findmnt` is to show. What is empty chooses all.
///
/// @param types of file systems; with `no` before the first all but these
/// @param source a device, export or word
/// @param holding a file that the mount holds
/// @param point where it is mounted
/// @param either a device or a mount point
/// @param submounts whether with each what is mounted below it
public record MountChoice(
    List<String> types,
    Optional<String> source,
    Optional<String> holding,
    Optional<String> point,
    Optional<String> either,
    boolean submounts) {
  private static final String NOT = "no";

  boolean isOfType(String type) {
    if (types.isEmpty()) return true;
    if (!types.getFirst().startsWith(NOT)) return types.contains(type);
    return !types.contains(type) && !types.getFirst().equals(NOT + type);
  }
}
