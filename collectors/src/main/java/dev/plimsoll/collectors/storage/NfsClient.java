package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.NumberLines;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/1/net/rpc/nfs`: what the NFS client counts for the host's network, for example `rpc
/// 4329785 17 4338291` (`net/sunrpc/stats.c`): calls, those sent again, credentials renewed. In
/// `proc3 22 …` and its like the first number says how many calls are counted one by one, in the
/// order of the procedures' numbers.
public record NfsClient(NumberLines counters) {

  /// Reads the file. Absent where nothing was ever mounted by NFS.
  public static Section<NfsClient> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/rpc/nfs"), Need.OPTIONAL, NfsClient::parse);
  }

  static NfsClient parse(KernelText text) throws MalformedSourceException {
    return new NfsClient(NumberLines.parse(text));
  }
}
