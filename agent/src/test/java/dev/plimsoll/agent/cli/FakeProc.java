package dev.plimsoll.agent.cli;

import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A node made of files: the kernel's own texts, with processes as a test wants them.
public final class FakeProc {
  private final Path root;

  /// Writes the files of the whole node: booted 2026-11-18 10:00:00 UTC, up 100,000 seconds, 8 GiB.
  public FakeProc(Path root) throws IOException {
    this.root = root;
    write("proc/uptime", "100000.00 150000.00\n");
    write("proc/loadavg", "0.50 0.25 1.00 2/300 4711\n");
    write(
        "proc/stat",
        """
        cpu  100 0 50 800 10 0 5 0 0 0
        cpu0 100 0 50 800 10 0 5 0 0 0
        btime 1794996000
        """);
    write(
        "proc/meminfo",
        """
        MemTotal: 8388608 kB
        MemFree: 4194304 kB
        MemAvailable: 6291456 kB
        Buffers: 0 kB
        Cached: 1048576 kB
        SReclaimable: 0 kB
        SwapTotal: 0 kB
        SwapFree: 0 kB
        """);
    write("proc/tty/drivers", "pty_slave            /dev/pts      136 0-1048575 pty:slave\n");
    Files.write(
        path("proc/self/auxv"),
        new byte[] {
          6, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 0,
          0, 0, 0
        });
    write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nsystemd-resolve:x:101:103::/:/bin/false\n");
    write("etc/group", "root:x:0:\n");
  }

  public Roots roots() {
    return new Roots(root + "/proc", root + "/sys", root.toString());
  }

  /// One process.
  ///
  /// @param stat what follows the name: state, parent, group, session, terminal, foreground group
  /// @param ticks user and system time
  /// @param started ticks since boot
  /// @param pages resident memory
  public record Spec(
      int pid,
      String comm,
      String stat,
      String ticks,
      int nice,
      int threads,
      long started,
      long pages,
      long uid,
      String cgroup,
      String cmdline) {}

  public FakeProc with(Spec spec) throws IOException {
    String directory = "proc/" + spec.pid + '/';
    write(
        directory + "stat",
        spec.pid
            + " ("
            + spec.comm
            + ") "
            + spec.stat
            + " 4194304 10 0 2 0 "
            + spec.ticks
            + " 0 0 "
            + (20 + spec.nice)
            + ' '
            + spec.nice
            + ' '
            + spec.threads
            + " 0 "
            + spec.started
            + " 10485760 "
            + spec.pages
            + " 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n");
    long kib = spec.pages * 4;
    write(
        directory + "status",
        "Name:\tx\nTgid:\t"
            + spec.pid
            + "\nUid:\t0\t"
            + spec.uid
            + "\t0\t0\nGid:\t0\t0\t0\t0\n"
            + "VmPeak:\t10240 kB\nVmSize:\t10240 kB\nVmLck:\t0 kB\nVmHWM:\t"
            + kib
            + " kB\nVmRSS:\t"
            + kib
            + " kB\nRssAnon:\t0 kB\nRssFile:\t0 kB\nRssShmem:\t0 kB\nVmSwap:\t0 kB\n"
            + "Threads:\t"
            + spec.threads
            + "\nSigBlk:\t0\nSigIgn:\t0\nSigCgt:\t0\nCapEff:\t0\n"
            + "voluntary_ctxt_switches:\t1\nnonvoluntary_ctxt_switches:\t1\n");
    write(directory + "cmdline", spec.cmdline);
    write(directory + "cgroup", "0::" + spec.cgroup + '\n');
    return this;
  }

  /// A node with a service, a shell on a terminal, a pod with a name that would harm a terminal,
  /// and a kernel thread.
  public FakeProc withUsualProcesses() throws IOException {
    String pod =
        "/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod"
            + "8f0d4a1c_5b1e_4f7e_9d57_0c3f6a2b1e4d.slice/cri-containerd-"
            + "c0ffee".repeat(10)
            + "beef.scope";
    with(
        new Spec(
            1,
            "systemd",
            "S 0 1 1 0 -1",
            "300 200",
            0,
            1,
            10,
            2048,
            0,
            "/init.scope",
            "/sbin/init\0splash\0"));
    with(new Spec(2, "kthreadd", "S 0 0 0 0 -1", "0 0", 0, 1, 10, 0, 0, "/", ""));
    with(
        new Spec(
            300,
            "systemd-resolve",
            "S 1 300 300 0 -1",
            "100 0",
            0,
            1,
            9_000_000,
            1024,
            101,
            "/system.slice/systemd-resolved.service",
            "/lib/systemd/systemd-resolved\0"));
    with(
        new Spec(
            400,
            "bash",
            "S 1 400 400 34817 410",
            "5 5",
            0,
            1,
            9_990_000,
            512,
            1000,
            "/user.slice/user-1000.slice/session-2.scope",
            "-bash\0"));
    with(
        new Spec(
            410,
            "vi",
            "S 400 410 400 34817 410",
            "1 0",
            5,
            2,
            9_995_000,
            512,
            1000,
            "/user.slice/user-1000.slice/session-2.scope",
            "vi\0a\033[31mb\0"));
    with(
        new Spec(
            500,
            "java",
            "S 1 500 500 0 -1",
            "500000 50000",
            0,
            40,
            9_000_000,
            262144,
            0,
            pod,
            "java\0-jar\0shop.jar\0"));
    return with(new Spec(501, "sh", "Z 500 500 500 0 -1", "0 0", 0, 1, 9_900_000, 0, 0, pod, ""));
  }

  /// What the node is two seconds later: the container took 3 seconds of CPU time, and the number
  /// 300 belongs to another process.
  public void nextReading() throws IOException {
    write("proc/stat", "cpu  250 0 60 840 10 0 5 0 0 0\ncpu0 250 0 60 840 10 0 5 0 0 0\n");
    String stat = Files.readString(path("proc/500/stat"), StandardCharsets.UTF_8);
    write("proc/500/stat", stat.replace(" 500000 50000 ", " 500200 50100 "));
    with(
        new Spec(
            300,
            "new",
            "S 1 300 300 0 -1",
            "7 3",
            0,
            1,
            9_999_900,
            1024,
            0,
            "/system.slice/cron.service",
            "new\0"));
  }

  private void write(String file, String text) throws IOException {
    Files.write(path(file), text.getBytes(StandardCharsets.UTF_8));
  }

  private Path path(String file) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return path;
  }
}
