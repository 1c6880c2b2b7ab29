package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `/proc/<pid>/maps`, a line for each mapping, and `/proc/<pid>/smaps`, the same with a line for
/// each number about it, for example `7f21c8a28000-7f21c8bb0000 r-xp 00028000 08:01 1837 /lib/x.so`
/// and `Rss: 1452 kB` (`fs/proc/task_mmu.c`). Reading `smaps` walks the page tables and takes the
/// process's mmap lock, so only who asks for it gets it.
public record ProcMaps(List<Mapping> mappings) {
  private static final long KIB = 1024;

  public ProcMaps {
    mappings = List.copyOf(mappings);
  }

  /// One mapping.
  ///
  /// @param start its first address, `end` the first behind it, both without a sign
  /// @param permissions `rwxp`: read, write, execute, private or shared (`s`)
  /// @param offset in the file, in bytes
  /// @param device of the file system, `08:01`
  /// @param path a file, a name of the kernel like `[heap]`, or empty
  /// @param usage empty of `maps`
  public record Mapping(
      long start,
      long end,
      String permissions,
      long offset,
      String device,
      long inode,
      String path,
      Optional<Usage> usage) {

    public long size() {
      return end - start;
    }
  }

  /// How much of a mapping is in memory, in bytes.
  ///
  /// @param pss resident pages, each divided by the number of processes that share it
  /// @param dirty resident pages that must be written somewhere before they can be freed
  public record Usage(
      long rss, long pss, long dirty, long referenced, long anonymous, long swap, long locked) {}

  static ProcMaps parse(KernelText text) throws MalformedSourceException {
    List<Mapping> mappings = new ArrayList<>();
    Numbers numbers = new Numbers();
    while (text.nextLine()) {
      if (numbers.take(text)) continue;
      if (!mappings.isEmpty()) mappings.add(numbers.complete(mappings.removeLast()));
      mappings.add(mapping(text));
      numbers = new Numbers();
    }
    if (!mappings.isEmpty()) mappings.add(numbers.complete(mappings.removeLast()));
    return new ProcMaps(mappings);
  }

  private static Mapping mapping(KernelText line) throws MalformedSourceException {
    long start = line.hexadecimal();
    if (!line.take("-")) throw line.malformed("no '-' between the addresses");
    return new Mapping(
        start,
        line.hexadecimal(),
        line.word(),
        line.hexadecimal(),
        line.word(),
        line.unsigned(),
        line.rest(),
        Optional.empty());
  }

  /// The lines between two mappings.
  private static final class Numbers {
    private boolean any;
    private long rss;
    private long pss;
    private long dirty;
    private long referenced;
    private long anonymous;
    private long swap;
    private long locked;

    /// @return whether the line is not a mapping's
    boolean take(KernelText line) throws MalformedSourceException {
      if (line.take("Rss:")) rss = bytes(line);
      else if (line.take("Pss:")) pss = bytes(line);
      else if (line.take("Shared_Dirty:") || line.take("Private_Dirty:")) dirty += bytes(line);
      else if (line.take("Referenced:")) referenced = bytes(line);
      else if (line.take("Anonymous:")) anonymous = bytes(line);
      else if (line.take("Swap:")) swap = bytes(line);
      else if (line.take("Locked:")) locked = bytes(line);
      else return !beginsWithAddress(line);
      return true;
    }

    /// Other names begin with a capital letter, addresses with a digit or a small one.
    private static boolean beginsWithAddress(KernelText line) {
      return line.peek() >= '0' && !Character.isUpperCase(line.peek());
    }

    private long bytes(KernelText line) throws MalformedSourceException {
      any = true;
      return line.unsigned() * KIB;
    }

    Mapping complete(Mapping mapping) {
      if (!any) return mapping;
      Usage usage = new Usage(rss, pss, dirty, referenced, anonymous, swap, locked);
      return new Mapping(
          mapping.start,
          mapping.end,
          mapping.permissions,
          mapping.offset,
          mapping.device,
          mapping.inode,
          mapping.path,
          Optional.of(usage));
    }
  }
}
