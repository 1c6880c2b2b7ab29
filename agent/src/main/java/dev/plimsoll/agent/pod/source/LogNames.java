package dev.plimsoll.agent.pod.source;

import dev.plimsoll.agent.pod.NamedContainer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/var/log/containers`, where the kubelet makes a link for each container's log:
/// `web-1_shop_httpd-5bdf…1544.log -> /var/log/pods/shop_web-1_2251d0ec-…/httpd/0.log`. Not every
/// runtime has it, and it tells no more than names.
public final class LogNames {
  private static final int MOST_LINKS = 8192;
  private static final Pattern LINK =
      Pattern.compile("([^_]+)_([^_]+)_(.+)-([0-9a-f]{12,64})\\.log");
  private static final Pattern POD_FOLDER = Pattern.compile("[^_]+_[^_]+_([0-9A-Za-z-]+)");

  private final Path folder;

  /// @param folder `/var/log/containers` of the node
  public LogNames(Path folder) {
    this.folder = folder;
  }

  /// Whether there is such a folder.
  public boolean isThere() {
    return Files.isDirectory(folder);
  }

  /// In the order of their ids.
  public List<NamedContainer> read() throws PodSourceException {
    List<NamedContainer> names = new ArrayList<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(folder, "*.log")) {
      for (Path link : links) {
        if (names.size() >= MOST_LINKS) break;
        name(link).ifPresent(names::add);
      }
    } catch (IOException unreadable) {
      throw new PodSourceException(Trouble.FILE, "cannot read " + folder, unreadable);
    }
    names.sort(Comparator.comparing(NamedContainer::id));
    return names;
  }

  private static Optional<NamedContainer> name(Path link) {
    Matcher name = LINK.matcher(String.valueOf(link.getFileName()));
    if (!name.matches()) return Optional.empty();
    return podUid(link)
        .map(
            uid ->
                new NamedContainer(
                    name.group(2), name.group(1), uid, name.group(3), name.group(4)));
  }

  /// From where the link leads, which need not be reached. Empty where it has gone meanwhile.
  private static Optional<String> podUid(Path link) {
    try {
      Path target = Files.readSymbolicLink(link);
      if (target.getNameCount() < 3) return Optional.empty();
      Path folder = target.getName(target.getNameCount() - 3);
      Matcher name = POD_FOLDER.matcher(folder.toString());
      return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
