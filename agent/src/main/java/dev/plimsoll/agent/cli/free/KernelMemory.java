package dev.plimsoll.agent.cli.free;

import dev.plimsoll.collectors.FastReadings;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.NodePressure;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Memory as Linux tells of it.
public final class KernelMemory implements MemorySource, AutoCloseable {
  private static final Set<Source> OTHERS =
      EnumSet.complementOf(EnumSet.of(Source.MEMINFO, Source.PRESSURE));

  private final NodeReader reader;

  public KernelMemory(Roots roots) {
    reader = new NodeReader(roots, Clock.systemUTC(), OTHERS);
  }

  @Override
  public Reading read() throws IOException {
    FastReadings node = reader.readFast();
    return new Reading(
        memory(node.memInfo().section()),
        node.pressure().section().present().flatMap(NodePressure::memory));
  }

  private static MemInfo memory(Section<MemInfo> section) throws IOException {
    return switch (section) {
      case Section.Present<MemInfo>(MemInfo memory, List<SourceFailure> _) -> memory;
      case Section.Absent<MemInfo>(String reason) -> throw new IOException(reason);
      case Section.Failed<MemInfo>(SourceFailure failure) ->
          throw new IOException(failure.describe());
    };
  }

  @Override
  public void close() {
    reader.close();
  }
}
