package dev.plimsoll.collectors.machine;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// `/sys/devices/system/edac/mc/mc<n>`, for example `ce_count` with `1`: errors of memory that its
/// controllers found (`Documentation/ABI/testing/sysfs-devices-edac`).
///
/// @param controllers in the order of their numbers
public record Edac(List<Controller> controllers) {
  public Edac {
    controllers = List.copyOf(controllers);
  }

  /// Errors since the driver was loaded. A part that the driver does not count is empty.
  ///
  /// @param corrected errors that were put right
  /// @param uncorrected errors that were not
  public record Errors(OptionalLong corrected, OptionalLong uncorrected) {}

  /// A memory controller.
  ///
  /// @param all errors of all its memory
  /// @param nowhere errors of which the controller could not tell the row
  /// @param rows those of each row of chips that has a directory
  public record Controller(int number, Errors all, Errors nowhere, List<Row> rows) {
    public Controller {
      rows = List.copyOf(rows);
    }
  }

  /// A row of memory chips, `csrow<n>`.
  public record Row(int number, Errors errors) {}

  /// Reads what there is of each controller.
  public static Section<Edac> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(
        reader, tree -> walk(tree.directory(roots.sys("devices/system/edac/mc"))));
  }

  private static Edac walk(SysfsDirectory all) throws KernelFileException {
    List<Controller> controllers = new ArrayList<>();
    for (SysfsDirectory controller : all.numbered("mc")) {
      List<Row> rows = new ArrayList<>();
      for (SysfsDirectory row : controller.numbered("csrow")) {
        rows.add(new Row(row.index("csrow"), errors(row, "_count")));
      }
      Errors nowhere = errors(controller, "_noinfo_count");
      int number = controller.index("mc");
      controllers.add(new Controller(number, errors(controller, "_count"), nowhere, rows));
    }
    return new Edac(controllers);
  }

  private static Errors errors(SysfsDirectory where, String suffix) {
    return new Errors(where.number("ce" + suffix), where.number("ue" + suffix));
  }
}
