package dev.plimsoll.collectors.machine;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// `/sys/class/dmi/id`, for example `product_name` with `PowerEdge R640`: what firmware says of the
/// machine (`drivers/firmware/dmi-id.c`). It does not change while the node runs.
///
/// @param fields what the firmware tells; serial numbers and the UUID only to root
public record Dmi(Map<Field, String> fields) {

  /// The files that are read.
  public enum Field {
    BIOS_DATE,
    BIOS_RELEASE,
    BIOS_VENDOR,
    BIOS_VERSION,
    BOARD_ASSET_TAG,
    BOARD_NAME,
    BOARD_SERIAL,
    BOARD_VENDOR,
    BOARD_VERSION,
    CHASSIS_ASSET_TAG,
    CHASSIS_SERIAL,
    CHASSIS_VENDOR,
    CHASSIS_VERSION,
    PRODUCT_FAMILY,
    PRODUCT_NAME,
    PRODUCT_SERIAL,
    PRODUCT_SKU,
    PRODUCT_UUID,
    PRODUCT_VERSION,
    SYS_VENDOR
  }

  public Dmi {
    fields = Collections.unmodifiableMap(new EnumMap<>(fields));
  }

  /// Reads what there is.
  public static Section<Dmi> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/dmi/id"))));
  }

  private static Dmi walk(SysfsDirectory id) throws KernelFileException {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    Set<String> there = Set.copyOf(id.names());
    for (Field field : Field.values()) {
      String file = field.name().toLowerCase(Locale.ROOT);
      if (there.contains(file)) id.textOfRoot(file).ifPresent(text -> fields.put(field, text));
    }
    return new Dmi(fields);
  }
}
