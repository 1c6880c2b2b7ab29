package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.HostNamespace;
import java.util.Optional;

/// `/proc/sys/net/netfilter/nf_conntrack_{count,max}`: connections that the kernel follows, in the
/// network namespace of the reader. These are the node's only where process 1 is in the same one.
///
/// @param entries connections followed now
/// @param limit how many may be; new ones beyond it are dropped
public record Conntrack(long entries, long limit) {

  /// Reads both files. Absent where connections are not followed, and where they would be those of
  /// another network than the node's.
  public static Section<Conntrack> read(KernelReader reader, Roots roots) {
    Optional<String> notOurs = HostNamespace.notOurs(reader, roots, "net");
    return notOurs
        .<Section<Conntrack>>map(Section.Absent::new)
        .orElseGet(() -> readOwn(reader, roots));
  }

  private static Section<Conntrack> readOwn(KernelReader reader, Roots roots) {
    Section<Long> entries = number(reader, roots, "nf_conntrack_count");
    Section<Long> limit = number(reader, roots, "nf_conntrack_max");
    if (entries.present().isEmpty()) return entries.map(_ -> new Conntrack(0, 0));
    return limit.map(most -> new Conntrack(entries.present().get(), most));
  }

  private static Section<Long> number(KernelReader reader, Roots roots, String file) {
    return reader.section(roots.proc("sys/net/netfilter/" + file), Need.OPTIONAL, Conntrack::parse);
  }

  static Long parse(KernelText text) throws MalformedSourceException {
    return text.firstLine().unsigned();
  }
}
