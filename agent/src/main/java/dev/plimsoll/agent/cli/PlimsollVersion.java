package dev.plimsoll.agent.cli;

import picocli.CommandLine.IVersionProvider;

/// The version, from the jar's manifest.
final class PlimsollVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"plimsoll " + version()};
  }

  static String version() {
    String version = PlimsollVersion.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
