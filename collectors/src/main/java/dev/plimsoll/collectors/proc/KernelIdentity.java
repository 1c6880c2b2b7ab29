package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `/proc/sys/kernel`: what `uname` says, and which boot this is. A part is empty where the kernel
/// does not offer it, or where its file could not be read and a flaw tells why.
///
/// @param hostName the node's; empty where the reader has a UTS namespace, and so a name, of its
///   own
/// @param domainName of NIS, likewise; `(none)` where none was set
/// @param osType `Linux`
/// @param release for example `6.1.0-18-amd64`
/// @param version what was built and when
/// @param machine for example `x86_64`; Linux 6.1 and later
/// @param bootId a new one for each boot
public record KernelIdentity(
    Optional<String> hostName,
    Optional<String> domainName,
    Optional<String> osType,
    String release,
    Optional<String> version,
    Optional<String> machine,
    Optional<String> bootId) {

  /// Reads the files.
  public static Section<KernelIdentity> read(KernelReader reader, Roots roots) {
    Section<String> hostName = name(reader, roots, "hostname", Need.REQUIRED);
    Section<String> release = line(reader, roots, "osrelease", Need.REQUIRED);
    Section<String> domainName = name(reader, roots, "domainname", Need.OPTIONAL);
    Section<String> osType = line(reader, roots, "ostype", Need.OPTIONAL);
    Section<String> version = line(reader, roots, "version", Need.OPTIONAL);
    Section<String> machine = line(reader, roots, "arch", Need.OPTIONAL);
    Section<String> bootId = line(reader, roots, "random/boot_id", Need.OPTIONAL);
    List<SourceFailure> flaws =
        Stream.of(hostName, release, domainName, osType, version, machine, bootId)
            .flatMap(part -> part.failures().stream())
            .toList();
    if (hostName instanceof Section.Failed<String> || release.present().isEmpty()) {
      return new Section.Failed<>(flaws.getFirst());
    }
    return new Section.Present<>(
        new KernelIdentity(
            hostName.present(),
            domainName.present(),
            osType.present(),
            release.present().get(),
            version.present(),
            machine.present(),
            bootId.present()),
        flaws);
  }

  private static Section<String> name(KernelReader reader, Roots roots, String file, Need need) {
    return HostNamespace.notOurs(reader, roots, "uts")
        .<Section<String>>map(Section.Absent::new)
        .orElseGet(() -> line(reader, roots, file, need));
  }

  private static Section<String> line(KernelReader reader, Roots roots, String file, Need need) {
    return reader.section(roots.proc("sys/kernel/" + file), need, KernelIdentity::parse);
  }

  static String parse(KernelText text) throws MalformedSourceException {
    return text.firstLine().rest();
  }
}
