package dev.plimsoll.collectors;

import dev.plimsoll.collectors.mount.Mount;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// What is read only where somebody wants it.
///
/// @param threads whether threads of processes are wanted, asked before each pass
/// @param mounts says of a mount whether its file system is wanted though `df` would not show it
public record Demand(BooleanSupplier threads, Predicate<Mount> mounts) {

  /// Nothing beyond what is always read.
  public static Demand none() {
    return new Demand(() -> false, _ -> false);
  }
}
