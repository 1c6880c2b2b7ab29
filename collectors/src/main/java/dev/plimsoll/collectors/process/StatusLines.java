package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.process.ProcStatus.Ids;
import dev.plimsoll.collectors.process.ProcStatus.Memory;
import dev.plimsoll.collectors.process.ProcStatus.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of one `/proc/<pid>/status` while they are parsed. They come in the kernel's order;
/// lines between them that are not wanted are passed over, whatever they hold.
final class StatusLines {
  private static final long KIB = 1024;

  ProcStatus parse(KernelText text) throws MalformedSourceException {
    int tgid = need(text, "Tgid:").integer();
    Ids user = ids(need(text, "Uid:"));
    Ids group = ids(need(text, "Gid:"));
    List<Integer> namespacePids = new ArrayList<>();
    Optional<Memory> memory = Optional.empty();
    while (!text.take("Threads:")) {
      if (text.take("NSpid:")) pids(text, namespacePids);
      if (text.take("VmPeak:")) memory = Optional.of(memory(text));
      next(text, "Threads:");
    }
    return new ProcStatus(
        tgid,
        namespacePids,
        user,
        group,
        memory,
        text.integer(),
        signals(text),
        need(text, "CapEff:").hexadecimal(),
        need(text, "voluntary_ctxt_switches:").unsigned(),
        need(text, "nonvoluntary_ctxt_switches:").unsigned());
  }

  private static KernelText need(KernelText text, String key) throws MalformedSourceException {
    do {
      next(text, key);
    } while (!text.take(key));
    return text;
  }

  private static void next(KernelText text, String key) throws MalformedSourceException {
    if (!text.nextLine()) throw text.malformed("no line \"" + key + "\" after this");
  }

  private static Ids ids(KernelText text) throws MalformedSourceException {
    return new Ids(text.unsigned(), text.unsigned(), text.unsigned(), text.unsigned());
  }

  private static void pids(KernelText text, List<Integer> pids) throws MalformedSourceException {
    while (text.hasField()) pids.add(text.integer());
  }

  private static Memory memory(KernelText text) throws MalformedSourceException {
    return new Memory(
        bytes(text),
        bytes(need(text, "VmSize:")),
        bytes(need(text, "VmLck:")),
        bytes(need(text, "VmHWM:")),
        bytes(need(text, "VmRSS:")),
        bytes(need(text, "RssAnon:")),
        bytes(need(text, "RssFile:")),
        bytes(need(text, "RssShmem:")),
        bytes(need(text, "VmSwap:")));
  }

  private static long bytes(KernelText text) throws MalformedSourceException {
    long kibibytes = text.unsigned();
    if (kibibytes > Long.MAX_VALUE / KIB) throw text.malformed("too large");
    return kibibytes * KIB;
  }

  private static Signals signals(KernelText text) throws MalformedSourceException {
    return new Signals(
        need(text, "SigBlk:").hexadecimal(),
        need(text, "SigIgn:").hexadecimal(),
        need(text, "SigCgt:").hexadecimal());
  }
}
