package dev.plimsoll.agent.access;

import dev.plimsoll.agent.settings.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A web configuration file and the files it names, read again when one of them has changed; what
/// cannot be used is said once, and what was before goes on.
final class WatchedConfig {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedConfig.class);
  private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

  /// As of one reading.
  record Loaded(WebConfig config, Optional<TlsContext> tls) {}

  /// @param state of the file's time and size, or what hinders to know them
  private record Stamp(Path path, String state) {
    static Stamp of(Path path) {
      try {
        return new Stamp(path, Files.getLastModifiedTime(path) + " " + Files.size(path));
      } catch (IOException unknown) {
        return new Stamp(path, unknown.toString());
      }
    }
  }

  private final Path file;
  private final LongSupplier nanos;
  private Loaded loaded;
  private List<Stamp> seen;
  private long looked;

  /// Why the last reading failed; empty where it did not.
  private String complaint = "";

  /// @param nanos a clock that only goes forward
  WatchedConfig(Path file, LongSupplier nanos) throws IOException, WrongSettingException {
    this.file = file;
    this.nanos = nanos;
    loaded = load(file);
    seen = stamps();
    looked = nanos.getAsLong();
  }

  private static Loaded load(Path file) throws IOException, WrongSettingException {
    WebConfig config = WebConfigFile.read(file);
    Optional<TlsConfig> tls = config.tls();
    return new Loaded(
        config, tls.isEmpty() ? Optional.empty() : Optional.of(TlsContext.read(tls.get())));
  }

  /// Looks at the files once a second at most.
  synchronized Loaded current() {
    long now = nanos.getAsLong();
    if (now - looked < PERIOD_NANOS) return loaded;
    looked = now;
    List<Stamp> stamps = stamps();
    if (complaint.isEmpty() && stamps.equals(seen)) return loaded;
    reload();
    seen = before(stamps);
    return loaded;
  }

  /// The files that are named now as they were before they were read: what changes meanwhile is
  /// read again.
  private List<Stamp> before(List<Stamp> stamps) {
    return stamps().stream().map(now -> before(stamps, now)).toList();
  }

  private static Stamp before(List<Stamp> stamps, Stamp now) {
    return stamps.stream().filter(stamp -> stamp.path().equals(now.path())).findFirst().orElse(now);
  }

  /// What is missing may be a file that was never looked at, so what failed is tried until it
  /// works.
  private void reload() {
    try {
      Loaded now = load(file);
      if (now.tls().isPresent() != loaded.tls().isPresent()) {
        throw new WrongSettingException(file + ": TLS begins and ends with the agent only");
      }
      loaded = now;
      complaint = "";
      LOG.info("{} or a file it names has changed and was read again", file);
    } catch (IOException | WrongSettingException unusable) {
      String words = String.valueOf(unusable.getMessage());
      if (!words.equals(complaint)) LOG.error("what was read before goes on: {}", words);
      complaint = words.isEmpty() ? unusable.toString() : words;
    }
  }

  private List<Stamp> stamps() {
    List<Stamp> stamps = new ArrayList<>(List.of(Stamp.of(file)));
    loaded.config().tls().map(TlsConfig::files).orElse(List.of()).stream()
        .map(Stamp::of)
        .forEach(stamps::add);
    return stamps;
  }
}
