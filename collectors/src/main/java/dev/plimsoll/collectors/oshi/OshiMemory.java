package dev.plimsoll.collectors.oshi;

import dev.plimsoll.collectors.proc.MemInfo;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import oshi.hardware.GlobalMemory;

/// Memory from OSHI, by the kernel's names of the four sizes that OSHI has.
final class OshiMemory {
  private OshiMemory() {}

  static MemInfo of(GlobalMemory memory) {
    long swap = memory.getVirtualMemory().getSwapTotal();
    SequencedMap<String, Long> sizes = new LinkedHashMap<>();
    sizes.put("MemTotal", memory.getTotal());
    sizes.put("MemAvailable", memory.getAvailable());
    sizes.put("SwapTotal", swap);
    sizes.put("SwapFree", Math.max(0, swap - memory.getVirtualMemory().getSwapUsed()));
    return new MemInfo(sizes, new LinkedHashMap<>());
  }
}
