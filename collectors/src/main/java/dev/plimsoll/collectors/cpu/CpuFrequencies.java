package dev.plimsoll.collectors.cpu;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsFile;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// `/sys/devices/system/cpu/cpu<n>/cpufreq`, for example `scaling_cur_freq` with `2400000`: how
/// fast each processor runs and may run (`Documentation/admin-guide/pm/cpufreq.rst`). Firmware may
/// take long to answer.
///
/// @param cpus those whose frequency the kernel can scale, in the order of their numbers
public record CpuFrequencies(List<Cpu> cpus) {
  public CpuFrequencies {
    cpus = List.copyOf(cpus);
  }

  /// A frequency in kHz.
  public enum Frequency implements SysfsFile {
    /// What the hardware says it runs at; for root alone.
    HARDWARE("cpuinfo_cur_freq"),
    HARDWARE_MIN("cpuinfo_min_freq"),
    HARDWARE_MAX("cpuinfo_max_freq"),
    /// What the kernel last asked for, or measured.
    SCALING("scaling_cur_freq"),
    /// Between these the governor may choose.
    SCALING_MIN("scaling_min_freq"),
    SCALING_MAX("scaling_max_freq");

    private final String file;

    Frequency(String file) {
      this.file = file;
    }

    @Override
    public String file() {
      return file;
    }
  }

  /// One logical processor.
  ///
  /// @param kiloHertz the frequencies that it tells, in kHz
  /// @param governor which policy chooses; empty where the driver does it alone
  /// @param governors those that could be chosen
  public record Cpu(
      int number, Map<Frequency, Long> kiloHertz, String governor, List<String> governors) {
    public Cpu {
      kiloHertz = Collections.unmodifiableMap(new TreeMap<>(kiloHertz));
      governors = List.copyOf(governors);
    }
  }

  /// Reads what there is of each processor.
  public static Section<CpuFrequencies> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("devices/system/cpu"))));
  }

  private static CpuFrequencies walk(SysfsDirectory all) throws KernelFileException {
    List<Cpu> cpus = new ArrayList<>();
    for (SysfsDirectory cpu : all.numbered("cpu")) {
      SysfsDirectory policy = cpu.in("cpufreq");
      Map<Frequency, Long> kiloHertz = frequencies(policy);
      if (kiloHertz.isEmpty()) continue;
      String governor = policy.text("scaling_governor").orElse("");
      String governors = policy.text("scaling_available_governors").orElse("");
      cpus.add(new Cpu(cpu.index("cpu"), kiloHertz, governor, List.of(governors.split(" +", -1))));
    }
    return new CpuFrequencies(cpus);
  }

  private static Map<Frequency, Long> frequencies(SysfsDirectory policy) {
    Map<Frequency, Long> kiloHertz = new EnumMap<>(Frequency.class);
    for (Frequency frequency : Frequency.values()) {
      OptionalLong value = policy.numberOfRoot(frequency.file());
      value.ifPresent(number -> kiloHertz.put(frequency, number));
    }
    return kiloHertz;
  }
}
