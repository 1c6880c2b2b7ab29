package dev.plimsoll.collectors;

import dev.plimsoll.collectors.mount.Mount;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// What is read only where somebody wants it.
///
/// @param threads whether threads of processes are wanted, asked before each pass
/// @param sockets whether sockets of processes are wanted, asked before each pass
/// @param mounts says of a mount whether its file system is wanted though `df` would not show it
/// @param textFiles directories, or patterns of them, whose files `*.prom` are wanted
public record Demand(
    BooleanSupplier threads,
    BooleanSupplier sockets,
    Predicate<Mount> mounts,
    List<String> textFiles) {
  public Demand {
    textFiles = List.copyOf(textFiles);
  }

  public Demand(BooleanSupplier threads, Predicate<Mount> mounts) {
    this(threads, mounts, List.of());
  }

  public Demand(BooleanSupplier threads, Predicate<Mount> mounts, List<String> textFiles) {
    this(threads, () -> false, mounts, textFiles);
  }

  /// Nothing beyond what is always read.
  public static Demand none() {
    return new Demand(() -> false, _ -> false);
  }
}
