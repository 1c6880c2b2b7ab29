package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import java.time.Instant;

/// A control group at one moment. CPU time is as fresh as the snapshot, and so are throttling,
/// memory usage, memory events and CPU pressure of a container that runs. The rest is read in
/// turns: at [CgroupPace#busy()] of a group that runs, at [CgroupPace#idle()] of one that does not,
/// in which next to nothing can have changed.
///
/// @param path from the root of the hierarchy; may hold anything, escape it
/// @param since when the group was made, as far as its directory tells
/// @param detailAt when what costs more was last read: all but CPU time, throttling, memory usage
///   and memory events
public record Cgroup<O extends CgroupOwner>(
    String path,
    O owner,
    Instant since,
    Instant detailAt,
    CgroupCpu cpu,
    CgroupMemory memory,
    CgroupPressure pressure,
    Section<Pids> pids,
    Section<IoStat> io,
    Section<Hugetlb> hugetlb) {}
