package dev.plimsoll.agent.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Block devices made of files and links, as the kernel shows them in `/sys` and udev in
/// `/run/udev/data`; for the real `lsblk --sysroot` the same properties lie in `dev`.
final class FakeDevices {
  private final Path root;

  FakeDevices(Path root) {
    this.root = root;
  }

  /// Two mirrored disks, encrypted, with logical volumes; a third with a partition; a drive, loop
  /// devices and a RAM disk.
  FakeDevices withUsual() throws IOException {
    disk("pci0/ata1/block", "sda", "8:0", 1_000_215_216).put("device/model", "Spinning 500\n");
    partition("pci0/ata1/block/sda", "sda1", "8:1", 1_048_576)
        .udev("vfat", "FAT32", "EFI", "ABCD-1234");
    partition("pci0/ata1/block/sda", "sda2", "8:2", 999_164_928).udev("linux_raid_member");
    disk("pci0/ata2/block", "sdb", "8:16", 1_000_215_216)
        .put("queue/rotational", "1\n")
        .udev("iso9660");
    partition("pci0/ata2/block/sdb", "sdb2", "8:18", 999_164_928).udev("linux_raid_member");
    disk("virtual/block", "md127", "9:127", 998_899_712)
        .put("md/level", "raid1\n")
        .udev("crypto_LUKS", "2", "", "aaaaaaaa-2222-3333-4444-555555555555")
        .madeOf("sda2", "sdb2");
    mapper("dm-0", "253:0", 998_867_968, "luks-root", "CRYPT-LUKS2-0815-luks").madeOf("md127");
    mapper("dm-1", "253:1", 8_388_608, "vg-swap", "LVM-0815").madeOf("dm-0").udev("swap");
    mapper("dm-2", "253:2", 990_000_001, "vg-root", "LVM-0816")
        .madeOf("dm-0")
        .udev("ext4", "1.0", "the\\x20root\\x0a", "11111111-2222-3333-4444-555555555555");
    disk("pci0/ata3/block", "sr0", "11:0", 2_097_151)
        .put("removable", "1\n")
        .put("device/type", "5\n");
    disk("virtual/block", "loop0", "7:0", 113_992).put("ro", "1\n").udev("squashfs");
    disk("virtual/block", "loop1", "7:1", 0);
    disk("virtual/block", "ram0", "1:0", 8192);
    disk("pci0/raid/block", "cciss!c0d0", "104:0", 4096);
    disk("pci0/nvme", "nvme0n1", "259:0", 1_953_525_168);
    partition("pci0/nvme/nvme0n1", "nvme0n1p1", "259:1", 1_953_523_712).udev("xfs");
    mounts();
    return this;
  }

  void mounts() throws IOException {
    String table =
        """
        24 1 253:2 / / rw - ext4 /dev/mapper/vg-root rw
        25 24 8:1 / /boot/efi rw - vfat /dev/sda1 rw
        26 24 8:1 /EFI /boot/again rw - vfat /dev/sda1 rw
        27 24 259:1 / /data rw - xfs /dev/nvme0n1p1 rw
        28 24 259:1 /sub /srv/with\\040space rw - xfs /dev/nvme0n1p1 rw
        29 24 7:0 / /snap/core ro - squashfs /dev/loop0 ro
        30 24 8:16 / /whole rw - iso9660 /dev/sdb rw
        31 24 8:16 / /whole2 rw - iso9660 /dev/sdb rw
        """;
    file("proc/self/mountinfo", table);
    file("proc/1/mountinfo", table);
  }

  FakeDevices swap() throws IOException {
    file(
        "proc/swaps",
        "Filename\tType\tSize\tUsed\tPriority\n/dev/dm-1   partition\t4194300\t0\t-2\n");
    return this;
  }

  /// The files of one device.
  final class Device {
    private final String name;
    private final String number;
    private final Path directory;
    private String node;

    Device(String above, String name, String number) throws IOException {
      this.name = name;
      node = name.replace('!', '/');
      this.number = number;
      String place = "devices/" + above + '/' + name;
      directory = root.resolve("sys").resolve(place);
      put("dev", number + '\n').put("ro", "0\n");
      String[] numbers = number.split(":", -1);
      put("uevent", "MAJOR=%s\nMINOR=%s\n".formatted(numbers[0], numbers[1]));
      link("class/block/" + name, "../../" + place);
      link("dev/block/" + number, "../../" + place);
      Files.createDirectories(directory.resolve("holders"));
      Files.createDirectories(directory.resolve("slaves"));
      file("dev/" + node, "");
    }

    private void link(String from, String to) throws IOException {
      Path link = root.resolve("sys").resolve(from);
      Files.createDirectories(Objects.requireNonNull(link.getParent()));
      Files.createSymbolicLink(link, Path.of(to));
    }

    Device put(String file, String text) throws IOException {
      file(root.relativize(directory.resolve(file)).toString(), text);
      return this;
    }

    Device called(String mapped) throws IOException {
      node = "mapper/" + mapped;
      file("dev/" + node, "");
      return put("dm/name", mapped + '\n');
    }

    Device udev(String type) throws IOException {
      return udev(type, "", "", "");
    }

    Device udev(String type, String version, String label, String uuid) throws IOException {
      StringBuilder lines = new StringBuilder();
      if (!type.isEmpty()) lines.append("ID_FS_TYPE=" + type + '\n');
      if (!version.isEmpty()) lines.append("ID_FS_VERSION=" + version + '\n');
      if (!label.isEmpty()) lines.append("ID_FS_LABEL_ENC=" + label + '\n');
      if (!uuid.isEmpty()) lines.append("ID_FS_UUID_ENC=" + uuid + '\n');
      file("dev/" + node, lines.toString());
      file("run/udev/data/b" + number, "I:1234\nE:" + lines.toString().replace("\n", "\nE:"));
      return this;
    }

    Device madeOf(String... parts) throws IOException {
      for (String part : parts) {
        Files.createFile(directory.resolve("slaves").resolve(part));
        Path holders = root.resolve("sys/class/block").resolve(part).resolve("holders");
        Files.createFile(holders.resolve(name));
      }
      return this;
    }
  }

  Device disk(String above, String name, String number, long sectors) throws IOException {
    Device disk = new Device(above, name, number);
    Path link = root.resolve("sys/block").resolve(name);
    Files.createDirectories(Objects.requireNonNull(link.getParent()));
    Files.createSymbolicLink(link, Path.of("../devices/" + above + '/' + name));
    return disk.put("size", sectors + "\n").put("removable", "0\n").put("queue/rotational", "0\n");
  }

  private Device partition(String disk, String name, String number, long sectors)
      throws IOException {
    return new Device(disk, name, number).put("partition", "1\n").put("size", sectors + "\n");
  }

  private Device mapper(String name, String number, long sectors, String called, String uuid)
      throws IOException {
    return disk("virtual/block", name, number, sectors).called(called).put("dm/uuid", uuid + '\n');
  }

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /// The options that show our programs these devices.
  List<String> options() {
    return List.of(
        "--path.procfs=" + root + "/proc",
        "--path.sysfs=" + root + "/sys",
        "--path.rootfs=" + root);
  }
}
