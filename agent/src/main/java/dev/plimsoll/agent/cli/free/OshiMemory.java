package dev.plimsoll.agent.cli.free;

import dev.plimsoll.collectors.oshi.OshiNode;
import java.util.Optional;

/// Memory as OSHI knows it.
public final class OshiMemory implements MemorySource {
  private final OshiNode oshi = new OshiNode();

  @Override
  public Reading read() {
    return new Reading(oshi.memory(), Optional.empty());
  }
}
