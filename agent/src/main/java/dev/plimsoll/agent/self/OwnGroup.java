package dev.plimsoll.agent.self;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.process.ProcCgroup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads what the agent's own control group is charged, v1 or v2
/// (`Documentation/admin-guide/cgroup-v2.rst`, `cgroup-v1/memory.rst`).
final class OwnGroup {
  private final KernelReader reader;
  private final Roots own;

  /// @param own the roots as this process sees them, not those of the node that it watches
  OwnGroup(KernelReader reader, Roots own) {
    this.reader = reader;
    this.own = own;
  }

  /// @param groups what `/proc/self/cgroup` says
  OwnUse.GroupMemory read(ProcCgroup groups) {
    Optional<String> v1 = groups.path("memory");
    return v1.isPresent()
        ? readV1("fs/cgroup/memory", v1.get())
        : readV2("fs/cgroup", groups.path("").orElse("/"));
  }

  private OwnUse.GroupMemory readV2(String root, String path) {
    String stat = "memory.stat";
    return new OwnUse.GroupMemory(
        number(root, path, "memory.current", ""),
        number(root, path, stat, "anon "),
        number(root, path, stat, "kernel "));
  }

  private OwnUse.GroupMemory readV1(String root, String path) {
    return new OwnUse.GroupMemory(
        number(root, path, "memory.usage_in_bytes", ""),
        number(root, path, "memory.stat", "total_rss "),
        number(root, path, "memory.kmem.usage_in_bytes", ""));
  }

  /// In a container the path may be the host's while the files of the own group stand at the root.
  private OptionalLong number(String root, String path, String file, String key) {
    for (String folder : List.of(root + path + '/', root + '/')) {
      Optional<Long> value =
          reader
              .section(own.sys(folder + file), Need.OPTIONAL, text -> number(text, key))
              .present();
      if (value.isPresent()) return OptionalLong.of(value.get());
    }
    return OptionalLong.empty();
  }

  private static long number(KernelText text, String key) throws MalformedSourceException {
    while (text.nextLine()) {
      if (key.isEmpty() || text.take(key)) return text.unsigned();
    }
    throw text.malformed("no line " + key);
  }
}
