package dev.plimsoll.agent.cli.top;

import dev.plimsoll.collectors.proc.AuxiliaryVector;
import java.io.IOException;

/// Reads the node again and again.
interface TopSource extends AutoCloseable {
  /// The length of a tick and of a page.
  AuxiliaryVector units() throws IOException;

  /// The node as it is now.
  ///
  /// @param threads whether threads are to be read in the place of their processes
  TopSnapshot read(boolean threads) throws IOException;

  @Override
  void close();
}
