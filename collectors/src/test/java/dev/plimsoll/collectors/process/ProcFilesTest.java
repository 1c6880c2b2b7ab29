package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Limit;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.process.ProcCgroup.Membership;
import dev.plimsoll.collectors.process.ProcStatus.Ids;
import dev.plimsoll.collectors.process.ProcStatus.Signals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the parsers make of texts that kernels write.
class ProcFilesTest {
  private static final String NUMBERS =
      " S 1 2 3 34816 -1 4194560 11 12 13 14 15 16 17 18 20 -5 4 0 99 8192 7 18446744073709551615"
          + " 4198400 5851325 140729886021936 0 0 0 0 0 0 1 0 0 17 3 40 1 21 22 23 1 2 3 4 5 6 7 0\n";

  private static KernelText text(String content) {
    return new KernelText("file", content.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void everyFieldOfStat() throws MalformedSourceException {
    ProcStat stat = ProcStat.parse(text("8851 (sleep)" + NUMBERS));
    assertEquals(
        new ProcStat(
            8851,
            "sleep",
            TaskState.SLEEPING,
            1,
            2,
            3,
            34816,
            -1,
            4194560,
            11,
            12,
            13,
            14,
            15,
            16,
            17,
            18,
            20,
            -5,
            4,
            99,
            8192,
            7,
            stat.image(),
            3,
            40,
            1,
            21,
            22,
            23),
        stat);
    assertEquals(new ProcessId(8851, 99), stat.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a) R 1 (b", "a\nb", " ", "", ")", "))) ((", "kworker/0:1-events"})
  void anyNameEndsAtTheLastParenthesis(String name) throws MalformedSourceException {
    ProcStat stat = ProcStat.parse(text("7 (" + name + ")" + NUMBERS));
    assertEquals(name, stat.comm());
    assertEquals(99, stat.startTicks());
  }

  @Test
  void aNameThatIsNotUtf8KeepsItsBytes() throws MalformedSourceException {
    assertEquals("a\uDCFFb", ProcStat.parse(text("7 (a\u00FFb)" + NUMBERS)).comm());
  }

  @Test
  void anotherProgramHasAnotherImage() throws MalformedSourceException {
    String other = NUMBERS.replace("140729886021936", "140729886021000");
    assertNotEquals(
        ProcStat.parse(text("7 (a)" + NUMBERS)).image(),
        ProcStat.parse(text("7 (a)" + other)).image());
  }

  @ParameterizedTest
  @CsvSource({
    "R,RUNNING",
    "D,DISK_SLEEP",
    "t,TRACED",
    "T,STOPPED",
    "Z,ZOMBIE",
    "I,IDLE",
    "q,UNKNOWN"
  })
  void letterOfTheState(String letter, TaskState state) throws MalformedSourceException {
    assertEquals(state, ProcStat.parse(text("7 (a)" + NUMBERS.replace("S", letter))).state());
  }

  @Test
  void aKernelThreadHasNoMemory() throws MalformedSourceException {
    ProcStatus status =
        ProcStatus.parse(
            text(
                """
                Name:\tkthreadd
                Umask:\t0000
                State:\tS (sleeping)
                Tgid:\t2
                Pid:\t2
                Uid:\t0\t1\t2\t4294967295
                Gid:\t5\t6\t7\t8
                Groups:\t
                NSpid:\t2
                Kthread:\t1
                Threads:\t1
                SigQ:\t0/96365
                SigBlk:\t0000000000000000
                SigIgn:\tffffffffffffffff
                SigCgt:\t0000000000000001
                CapEff:\t000001ffffffffff
                voluntary_ctxt_switches:\t125
                nonvoluntary_ctxt_switches:\t3
                """));
    assertEquals(
        new ProcStatus(
            2,
            List.of(2),
            new Ids(0, 1, 2, 4294967295L),
            new Ids(5, 6, 7, 8),
            Optional.empty(),
            1,
            new Signals(0, -1, 1),
            0x1ff_ffff_ffffL,
            125,
            3),
        status);
  }

  @ParameterizedTest
  @CsvSource({
    "'0::/kubepods.slice/a\n', /kubepods.slice/a",
    "'0::/\n', /",
    "'4:memory:/a/b\n0::/\n', /a/b",
    "'4:memory:/kubepods/pod1/id\n0::/system.slice/containerd.service\n', /kubepods/pod1/id",
    "'4:memory:/user.slice\n1:name=systemd:/user.slice/s1.scope\n', /user.slice/s1.scope",
    "'4:cpu,cpuacct:/a\n3:memory:/b\n0::/c\n', /c",
    "'4:cpu,cpuacct:/a\n3:memory:/b\n0::/\n', /b",
    "'0::/system.slice/containerd.service/pod:x:y\n', /system.slice/containerd.service/pod:x:y",
    "'0::/../../kubepods/a\n', /../../kubepods/a",
    "'9:misc:/deep/er/than\n0::/a\n', /a",
    "'0::/a (deleted)\n', /a (deleted)"
  })
  void thePathThatTellsMost(String file, String path) throws MalformedSourceException {
    assertEquals(path, ProcCgroup.parse(text(file)).path());
  }

  @Test
  void oneBadLineOfCgroupLeavesTheOthers() throws MalformedSourceException {
    KernelText text = text("4:memory:/a\nnonsense\n0::/b\n");
    ProcCgroup cgroup = ProcCgroup.parse(text);
    assertEquals(
        List.of(new Membership(4, "memory", "/a"), new Membership(0, "", "/b")),
        cgroup.memberships());
    assertEquals(Optional.of("/b"), cgroup.path(""));
    assertEquals(Optional.empty(), cgroup.path("cpu"));
    assertEquals(2, text.flaws().getFirst().line());
  }

  @Test
  void argumentsEndAtNul() {
    assertEquals(
        List.of("sh", "-c", "", "a b"), ProcCmdline.parse(text("sh\0-c\0\0a b\0")).arguments());
    assertEquals(
        List.of("postgres: idle"), ProcCmdline.parse(text("postgres: idle\0\0\0\0")).arguments());
    assertEquals(List.of("no end"), ProcCmdline.parse(text("no end")).arguments());
    assertEquals(List.of(), ProcCmdline.parse(text("")).arguments());
    assertEquals(List.of(""), ProcCmdline.parse(text("\0\0")).arguments());
  }

  @Test
  void longArgumentsAreCut() {
    ProcCmdline cmdline = ProcCmdline.parse(text("x".repeat(ProcCmdline.MOST_BYTES) + "y\0"));
    assertTrue(cmdline.cut());
    assertEquals(List.of("x".repeat(ProcCmdline.MOST_BYTES)), cmdline.arguments());
  }

  @Test
  void aProgramThatWasReplaced() {
    assertEquals(new ProcExe("/usr/bin/a", true), ProcExe.parse("/usr/bin/a (deleted)"));
    assertEquals(new ProcExe("/usr/bin/a b", false), ProcExe.parse("/usr/bin/a b"));
  }

  @Test
  void limitsMayBeUnlimited() throws MalformedSourceException {
    ProcLimits limits =
        ProcLimits.parse(
            text(
                """
                Limit                     Soft Limit           Hard Limit           Units     \s
                Max processes             unlimited            96365                processes \s
                Max open files            1024                 unlimited            files     \s
                """));
    assertEquals(
        new ProcLimits(
            new ProcLimits.Pair(new Limit.Unlimited(), new Limit.Of(96365)),
            new ProcLimits.Pair(new Limit.Of(1024), new Limit.Unlimited())),
        limits);
  }
}
