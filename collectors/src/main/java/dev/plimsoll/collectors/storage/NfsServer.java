package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.NumberLines;
import dev.plimsoll.collectors.kernel.Section;
import java.util.Map;

/// `/proc/1/net/rpc/nfsd`: what the NFS server counts for the host's network, for example `io
/// 157286400 72864`, bytes read and written (`fs/nfsd/stats.c`). As in [NfsClient], `proc3` and its
/// like begin with how many numbers follow.
public record NfsServer(NumberLines counters) {

  /// Behind the number of threads and that of the times all were busy stand seconds, which no
  /// kernel counts any more.
  private static final Map<String, Integer> THREADS = Map.of("th", 2);

  /// Reads the file. Absent where the server never ran.
  public static Section<NfsServer> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/rpc/nfsd"), Need.OPTIONAL, NfsServer::parse);
  }

  static NfsServer parse(KernelText text) throws MalformedSourceException {
    return new NfsServer(NumberLines.parse(text, THREADS));
  }
}
