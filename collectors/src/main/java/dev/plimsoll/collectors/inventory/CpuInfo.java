package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `/proc/cpuinfo`, for example `model name<TAB>: AMD EPYC` (`show_cpuinfo` of each architecture):
/// a block for each processor. Read once, for on x86 the kernel asks every processor to make it.
///
/// OSHI has the same, but runs `id`, `getconf`, `dmidecode`, `lshw` and `cpuid` to find it.
///
/// @param models each kind of processor once; big and little ones differ
/// @param processors how many blocks there are
/// @param virtual whether a processor says that it belongs to a virtual machine (x86 alone)
public record CpuInfo(List<Model> models, int processors, boolean virtual) {
  public CpuInfo {
    models = List.copyOf(models);
  }

  /// A kind of processor. On arm64 the numbers of its maker and part stand for names.
  ///
  /// @param name as its maker calls it; empty on arm64
  public record Model(String vendor, String family, String model, String name, String stepping) {}

  public static Section<CpuInfo> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("cpuinfo"), Need.REQUIRED, CpuInfo::parse);
  }

  static CpuInfo parse(KernelText text) throws MalformedSourceException {
    Set<Model> models = new LinkedHashSet<>();
    boolean virtual = false;
    int processors = 0;
    List<Map<String, String>> blocks = blocks(text);
    for (Map<String, String> block : blocks) {
      if (!block.containsKey("processor")) continue;
      processors++;
      models.add(model(block));
      virtual |= (" " + block.getOrDefault("flags", "") + " ").contains(" hypervisor ");
    }
    if (processors == 0) throw new MalformedSourceException(text.path(), 1, "no processor in it");
    return new CpuInfo(List.copyOf(models), processors, virtual);
  }

  private static List<Map<String, String>> blocks(KernelText text) throws MalformedSourceException {
    List<Map<String, String>> blocks = new ArrayList<>();
    Map<String, String> block = new HashMap<>();
    while (text.nextLine()) {
      if (text.hasField()) {
        String key = text.until(':').strip();
        block.put(key, text.rest());
      } else {
        blocks.add(block);
        block = new HashMap<>();
      }
    }
    blocks.add(block);
    return blocks;
  }

  private static Model model(Map<String, String> block) {
    return new Model(
        first(block, "vendor_id", "CPU implementer"),
        first(block, "cpu family", "CPU architecture"),
        first(block, "model", "CPU part"),
        first(block, "model name", "Model"),
        first(block, "stepping", "CPU revision"));
  }

  private static String first(Map<String, String> block, String key, String other) {
    return block.getOrDefault(key, block.getOrDefault(other, ""));
  }
}
