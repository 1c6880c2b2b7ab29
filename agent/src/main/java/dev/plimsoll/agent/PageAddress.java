package dev.plimsoll.agent;

import dev.plimsoll.agent.web.MetricsServer;
import dev.plimsoll.agent.web.PageServer;
import dev.plimsoll.agent.web.Resource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Takes the page address, beside the metrics address or not at all.
final class PageAddress {
  private PageAddress() {}

  /// @param address empty where it is not wanted
  /// @param metrics closed where the address cannot be had: nothing serves half
  /// @throws IOException where it cannot be bound
  static Optional<PageServer> listen(
      Optional<InetSocketAddress> address,
      Supplier<List<Resource>> resources,
      MetricsServer metrics)
      throws IOException {
    if (address.isEmpty()) return Optional.empty();
    try {
      return Optional.of(new PageServer(address.get(), resources.get()));
    } catch (IOException taken) {
      metrics.close();
      throw refused(address.get(), taken, "; --web.page-address names another");
    }
  }

  /// @param hint what may be done, for a person
  static IOException refused(InetSocketAddress address, IOException taken, String hint) {
    String where = address.toString().replaceFirst("^.*/", "");
    return new IOException("cannot listen on " + where + ": " + taken.getMessage() + hint, taken);
  }
}
