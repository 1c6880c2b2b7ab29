package dev.plimsoll.agent.settings;

import java.net.InetSocketAddress;
import java.util.Optional;

/// What can be set of the servers beside the metrics address itself.
public final class WebSettings {
  public static final Setting<Optional<InetSocketAddress>> PAGE_ADDRESS =
      new Setting<>(
          "web.page-address",
          "ADDRESS",
          "127.0.0.1:9754",
          "Where commands and programs are told of pods, in JSON; empty for nowhere.",
          WebSettings::address);

  public static final Setting<String> CONFIG_FILE =
      new Setting<>(
          "web.config.file",
          "FILE",
          "",
          "TLS and passwords of the metrics address, in the format of Prometheus' exporters.",
          text -> text);

  private WebSettings() {}

  private static Optional<InetSocketAddress> address(String text) throws WrongSettingException {
    return text.isEmpty() ? Optional.empty() : Optional.of(Addresses.parse(text));
  }
}
