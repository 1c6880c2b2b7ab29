package dev.plimsoll.collectors.machine;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `/sys/class/power_supply`, for example `BAT0/capacity` with `98`: batteries and mains, among
/// them those of an uninterruptible supply (`Documentation/ABI/testing/sysfs-class-power`).
///
/// @param supplies in the order of their names
public record PowerSupplies(List<Supply> supplies) {
  public PowerSupplies {
    supplies = List.copyOf(supplies);
  }

  /// A battery, or what charges it.
  ///
  /// @param numbers in the units of the kernel: millionths of volts, amperes, watts and their
  ///   hours, tenths of degrees, hundredths of a charge, seconds
  /// @param words what it tells in words
  public record Supply(
      String name, Map<PowerSupplyNumber, Long> numbers, Map<PowerSupplyWord, String> words) {
    public Supply {
      numbers = Collections.unmodifiableMap(new EnumMap<>(numbers));
      words = Collections.unmodifiableMap(new EnumMap<>(words));
    }
  }

  /// Reads what there is of each.
  public static Section<PowerSupplies> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/power_supply"))));
  }

  private static PowerSupplies walk(SysfsDirectory all) throws KernelFileException {
    List<Supply> supplies = new ArrayList<>();
    for (SysfsDirectory supply : all.children()) {
      Set<String> there = Set.copyOf(supply.namesOrNone());
      supplies.add(new Supply(supply.name(), numbers(supply, there), words(supply, there)));
    }
    return new PowerSupplies(supplies);
  }

  private static Map<PowerSupplyNumber, Long> numbers(SysfsDirectory supply, Set<String> there) {
    Map<PowerSupplyNumber, Long> numbers = new EnumMap<>(PowerSupplyNumber.class);
    for (PowerSupplyNumber file : PowerSupplyNumber.values()) {
      if (!there.contains(file.file())) continue;
      supply.number(file.file()).ifPresent(number -> numbers.put(file, number));
    }
    return numbers;
  }

  private static Map<PowerSupplyWord, String> words(SysfsDirectory supply, Set<String> there) {
    Map<PowerSupplyWord, String> words = new EnumMap<>(PowerSupplyWord.class);
    for (PowerSupplyWord file : PowerSupplyWord.values()) {
      if (!there.contains(file.file())) continue;
      supply
          .text(file.file())
          .filter(word -> !word.isEmpty())
          .ifPresent(word -> words.put(file, word));
    }
    return words;
  }
}
