package dev.plimsoll.agent.settings;

import java.net.InetSocketAddress;
import java.util.Optional;

/// What can be set of the page address.
public final class WebSettings {
  public static final Setting<Optional<InetSocketAddress>> PAGE_ADDRESS =
      new Setting<>(
          "web.page-address",
          "ADDRESS",
          "127.0.0.1:9754",
          "Where commands and programs are told of pods, in JSON; empty for nowhere.",
          WebSettings::address);

  private WebSettings() {}

  private static Optional<InetSocketAddress> address(String text) throws WrongSettingException {
    return text.isEmpty() ? Optional.empty() : Optional.of(Addresses.parse(text));
  }
}
