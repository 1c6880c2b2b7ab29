package dev.plimsoll.agent.settings;

import com.google.re2j.Pattern;
import dev.plimsoll.agent.nodeexporter.CollectorOptions;
import dev.plimsoll.agent.nodeexporter.DeviceOptions;
import dev.plimsoll.agent.nodeexporter.NameFilter;
import java.util.Optional;

/// What was set of the collectors of `/metrics/node`.
public final class CollectorChoices {
  private CollectorChoices() {}

  /// @throws WrongSettingException where two settings contradict each other
  public static CollectorOptions options(Choices choices) throws WrongSettingException {
    return new CollectorOptions(
        choices.get(CollectorSettings.CPU_INFO),
        filter(choices, CollectorSettings.DISK_INCLUDE, CollectorSettings.DISK_EXCLUDE),
        devices(choices),
        filter(
            choices,
            CollectorSettings.MOUNT_POINTS_INCLUDE,
            CollectorSettings.MOUNT_POINTS_EXCLUDE),
        filter(choices, CollectorSettings.FS_TYPES_INCLUDE, CollectorSettings.FS_TYPES_EXCLUDE),
        new NameFilter(Optional.empty(), choices.get(CollectorSettings.NETCLASS_IGNORED)),
        filter(choices, CollectorSettings.NETDEV_INCLUDE, CollectorSettings.NETDEV_EXCLUDE),
        new NameFilter(choices.get(CollectorSettings.NETSTAT_FIELDS), Optional.empty()),
        new NameFilter(choices.get(CollectorSettings.VMSTAT_FIELDS), Optional.empty()),
        choices.get(CollectorSettings.TEXTFILE_DIRECTORY));
  }

  private static DeviceOptions devices(Choices choices) throws WrongSettingException {
    return new DeviceOptions(
        filter(choices, CollectorSettings.HWMON_INCLUDE, CollectorSettings.HWMON_EXCLUDE),
        new NameFilter(Optional.empty(), choices.get(CollectorSettings.POWER_IGNORED)),
        filter(choices, CollectorSettings.INTERRUPTS_INCLUDE, CollectorSettings.INTERRUPTS_EXCLUDE),
        choices.get(CollectorSettings.INTERRUPTS_ZEROS),
        !choices.get(CollectorSettings.NETCLASS_IGNORE_SPEED),
        choices.get(CollectorSettings.RAPL_ZONES));
  }

  /// What is to be shown alone takes the place of what is left out by default.
  private static NameFilter filter(
      Choices choices, Setting<Optional<Pattern>> include, Setting<Optional<Pattern>> exclude)
      throws WrongSettingException {
    Optional<Pattern> only = choices.get(include);
    if (only.isEmpty()) return new NameFilter(only, choices.get(exclude));
    if (choices.isSet(exclude) && choices.get(exclude).isPresent()) {
      throw new WrongSettingException(
          include.flag() + " and " + exclude.flag() + " exclude each other");
    }
    return new NameFilter(only, Optional.empty());
  }
}
