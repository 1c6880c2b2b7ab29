package dev.plimsoll.collectors;

import java.util.Locale;

/// The sources that are timed and counted one by one.
public enum Source {
  STAT,
  MEMINFO,
  PRESSURE,
  CGROUPS,
  LOADAVG,
  VMSTAT,
  UPTIME,
  DISKSTATS,
  NETDEV,
  POD_NETWORK,
  FILEFD,
  CONNTRACK,
  SOCKSTAT,
  SNMP,
  NETSTAT,
  SOFTNET,
  CPU,
  ARP,
  CONNTRACK_STAT,
  ENTROPY,
  SCHEDSTAT,
  SNMP6,
  SOCKSTAT6,
  UDP_QUEUES,
  IPVS,
  MDADM,
  NFS,
  NFSD,
  XFS,
  ZFS,
  SELINUX,
  TEXTFILE,
  TIMEX,
  MEMINFO_NUMA,
  INTERRUPTS,
  SOFTIRQS,
  KSMD,
  PROCESSES,
  FILESYSTEM,
  AUXV,
  UNAME,
  OS,
  TASK_LIMITS,
  TIME,
  UNWANTED_PACKETS,
  INVENTORY,
  DISKS,
  NETCLASS,
  BONDING,
  INFINIBAND,
  FIBRECHANNEL,
  CPUFREQ,
  DISK_INFO,
  NVME,
  BTRFS,
  DMI,
  EDAC,
  HWMON,
  THERMAL_ZONE,
  POWERSUPPLYCLASS,
  RAPL,
  WATCHDOG;

  /// The name as a label value and in `--collector.<name>`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is read unless someone wants it otherwise. What is not tells little more than other
  /// sources do, has a series for each CPU and kind, or is not in use on most nodes.
  public boolean onByDefault() {
    return this != MEMINFO_NUMA && this != INTERRUPTS && this != SOFTIRQS && this != KSMD;
  }
}
