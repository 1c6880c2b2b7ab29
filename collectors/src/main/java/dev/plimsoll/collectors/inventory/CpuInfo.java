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
/// @param cpus every logical processor, in the kernel's order
/// @param virtual whether a processor says that it belongs to a virtual machine (x86 alone)
public record CpuInfo(List<Model> models, List<Cpu> cpus, boolean virtual) {
  public CpuInfo {
    models = List.copyOf(models);
    cpus = List.copyOf(cpus);
  }

  /// How many logical processors there are.
  public int processors() {
    return cpus.size();
  }

  /// A logical processor. What its architecture does not tell is empty.
  ///
  /// @param number `0`
  /// @param packageId the socket that it is in
  /// @param coreId the core within it
  /// @param microcode the version of what was loaded into it
  /// @param cacheSize in the kernel's words: `32768 KB`
  public record Cpu(
      String number,
      String packageId,
      String coreId,
      Model model,
      String microcode,
      String cacheSize) {}

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
    List<Cpu> cpus = new ArrayList<>();
    List<Map<String, String>> blocks = blocks(text);
    for (Map<String, String> block : blocks) {
      if (!block.containsKey("processor")) continue;
      models.add(model(block));
      cpus.add(cpu(block));
      virtual |= (" " + block.getOrDefault("flags", "") + " ").contains(" hypervisor ");
    }
    if (cpus.isEmpty()) throw new MalformedSourceException(text.path(), 1, "no processor in it");
    return new CpuInfo(List.copyOf(models), cpus, virtual);
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

  private static Cpu cpu(Map<String, String> block) {
    return new Cpu(
        first(block, "processor", ""),
        first(block, "physical id", ""),
        first(block, "core id", ""),
        model(block),
        first(block, "microcode", ""),
        first(block, "cache size", ""));
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
