package dev.plimsoll.agent.settings;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plimsoll.agent.nodeexporter.LeftOut;
import java.util.List;
import java.util.Optional;

/// What can be set of the collectors of `/metrics/node`, under node_exporter's names and with its
/// defaults.
public final class CollectorSettings {
  public static final Setting<Boolean> CPU_INFO =
      Setting.onOff("collector.cpu.info", false, "Show at /metrics/node what each processor is.");
  public static final Setting<Optional<Pattern>> DISK_EXCLUDE =
      pattern(
          "diskstats.device-exclude",
          "^(z?ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\\d+n\\d+p)\\d+$",
          "Disks that /metrics/node leaves out.");
  public static final Setting<Optional<Pattern>> DISK_INCLUDE =
      pattern("diskstats.device-include", "", "The only disks of /metrics/node.");
  public static final Setting<Optional<Pattern>> FS_TYPES_EXCLUDE =
      pattern(
          "filesystem.fs-types-exclude",
          "^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs"
              + "|iso9660|mqueue|nsfs|overlay|proc|procfs|pstore|rpc_pipefs|securityfs|selinuxfs"
              + "|squashfs|erofs|sysfs|tracefs)$",
          "Types of file systems that /metrics/node leaves out.");
  public static final Setting<Optional<Pattern>> FS_TYPES_INCLUDE =
      pattern(
          "filesystem.fs-types-include", "", "The only types of file systems of /metrics/node.");
  public static final Setting<Optional<Pattern>> HWMON_EXCLUDE =
      pattern("hwmon.chip-exclude", "", "Chips with sensors that /metrics/node leaves out.");
  public static final Setting<Optional<Pattern>> HWMON_INCLUDE =
      pattern("hwmon.chip-include", "", "The only chips with sensors of /metrics/node.");
  public static final Setting<Boolean> INTERRUPTS_ZEROS =
      Setting.onOff(
          "collector.interrupts.include-zeros",
          true,
          "Show at /metrics/node interrupts that there were none of.");
  public static final Setting<Optional<Pattern>> INTERRUPTS_EXCLUDE =
      pattern("interrupts.name-exclude", "", "Interrupts that /metrics/node leaves out.");
  public static final Setting<Optional<Pattern>> INTERRUPTS_INCLUDE =
      pattern("interrupts.name-include", "", "The only interrupts of /metrics/node.");
  public static final Setting<Optional<Pattern>> MOUNT_POINTS_EXCLUDE =
      pattern(
          "filesystem.mount-points-exclude",
          "^/(dev|proc|run/credentials/.+|sys|var/lib/docker/.+|var/lib/containers/storage/.+)"
              + "($|/)",
          "Mount points that /metrics/node leaves out.");
  public static final Setting<Optional<Pattern>> MOUNT_POINTS_INCLUDE =
      pattern("filesystem.mount-points-include", "", "The only mount points of /metrics/node.");
  public static final Setting<Boolean> NETCLASS_IGNORE_SPEED =
      Setting.onOff(
          "collector.netclass.ignore-invalid-speed",
          false,
          "Leave out of /metrics/node the speed of interfaces that do not know it.");
  public static final Setting<Optional<Pattern>> NETCLASS_IGNORED =
      pattern("netclass.ignored-devices", "^$", "Interfaces whose state /metrics/node leaves out.");
  public static final Setting<Optional<Pattern>> NETDEV_EXCLUDE =
      pattern("netdev.device-exclude", "", "Interfaces that /metrics/node leaves out.");
  public static final Setting<Optional<Pattern>> NETDEV_INCLUDE =
      pattern("netdev.device-include", "", "The only interfaces of /metrics/node.");
  public static final Setting<Optional<Pattern>> NETSTAT_FIELDS =
      pattern(
          "netstat.fields",
          "^(.*_(InErrors|InErrs)|Ip_Forwarding|Ip(6|Ext)_(InOctets|OutOctets)"
              + "|Icmp6?_(InMsgs|OutMsgs)|TcpExt_(Listen.*|Syncookies.*|TCPSynRetrans|TCPTimeouts"
              + "|TCPOFOQueue|TCPRcvQDrop)|Tcp_(ActiveOpens|InSegs|OutSegs|OutRsts|PassiveOpens"
              + "|RetransSegs|CurrEstab)|Udp6?_(InDatagrams|OutDatagrams|NoPorts|RcvbufErrors"
              + "|SndbufErrors))$",
          "Numbers of network protocols that /metrics/node shows.");
  public static final Setting<Optional<Pattern>> POWER_IGNORED =
      pattern(
          "powersupply.ignored-supplies", "^$", "Power supplies that /metrics/node leaves out.");
  public static final Setting<Boolean> RAPL_ZONES =
      Setting.onOff(
          "collector.rapl.enable-zone-label",
          false,
          "Name at /metrics/node the parts of a processor that use energy in a label.");
  public static final Setting<Optional<Pattern>> VMSTAT_FIELDS =
      pattern(
          "vmstat.fields",
          "^(oom_kill|pgpg|pswp|pg.*fault).*",
          "Numbers of /proc/vmstat that /metrics/node shows.");
  public static final Setting<List<String>> TEXTFILE_DIRECTORY =
      Setting.list(
          "collector.textfile.directory",
          "DIR",
          "Where *.prom are read for /metrics/node; may hold * and be given again.");

  /// In the order of the help.
  static final List<Setting<?>> ALL =
      List.of(
          CPU_INFO,
          DISK_EXCLUDE,
          DISK_INCLUDE,
          FS_TYPES_EXCLUDE,
          FS_TYPES_INCLUDE,
          HWMON_EXCLUDE,
          HWMON_INCLUDE,
          INTERRUPTS_ZEROS,
          INTERRUPTS_EXCLUDE,
          INTERRUPTS_INCLUDE,
          MOUNT_POINTS_EXCLUDE,
          MOUNT_POINTS_INCLUDE,
          NETCLASS_IGNORE_SPEED,
          NETCLASS_IGNORED,
          NETDEV_EXCLUDE,
          NETDEV_INCLUDE,
          NETSTAT_FIELDS,
          POWER_IGNORED,
          RAPL_ZONES,
          VMSTAT_FIELDS,
          TEXTFILE_DIRECTORY);

  private CollectorSettings() {}

  /// A switch that people have set for node_exporter, and that is off whatever they do: to switch
  /// it on is wrong.
  static Setting<Boolean> never(LeftOut collector) {
    Setting<Boolean> onOff = Setting.onOff("collector." + collector.name(), false, "");
    return new Setting<>(
        onOff.name(),
        onOff.sample(),
        onOff.byDefault(),
        "Accepted for the sake of those who switch it off.",
        text -> {
          if (!onOff.parser().parse(text)) return false;
          throw new WrongSettingException("cannot be: Plimsoll leaves it out, " + collector.why());
        });
  }

  /// A regular expression; empty text for none.
  private static Setting<Optional<Pattern>> pattern(String name, String byDefault, String help) {
    return new Setting<>(
        "collector." + name, "REGEX", byDefault, help, CollectorSettings::expression);
  }

  private static Optional<Pattern> expression(String text) throws WrongSettingException {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException wrong) {
      throw new WrongSettingException("is not a regular expression: " + wrong.getMessage());
    }
  }
}
