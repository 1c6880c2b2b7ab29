package dev.plimsoll.collectors.block;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.List;

/// `/sys/class/nvme`, for example `nvme0/model` with `Samsung SSD 970 PRO 512GB`
/// (`drivers/nvme/host/sysfs.c`).
///
/// @param controllers in the order of their names
public record NvmeControllers(List<Controller> controllers) {
  public NvmeControllers {
    controllers = List.copyOf(controllers);
  }

  /// A controller. What it does not tell is empty.
  ///
  /// @param state `live`, `resetting`, `dead` and others
  public record Controller(
      String name, String model, String serial, String firmware, String state) {}

  /// Reads what there is of each.
  public static Section<NvmeControllers> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/nvme"))));
  }

  private static NvmeControllers walk(SysfsDirectory all) throws KernelFileException {
    List<Controller> controllers = new ArrayList<>();
    for (SysfsDirectory nvme : all.children()) {
      controllers.add(
          new Controller(
              nvme.name(),
              nvme.text("model").orElse(""),
              nvme.text("serial").orElse(""),
              nvme.text("firmware_rev").orElse(""),
              nvme.text("state").orElse("")));
    }
    return new NvmeControllers(controllers);
  }
}
