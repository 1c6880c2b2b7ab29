package dev.plimsoll.agent.cli.cluster;

import dev.plimsoll.agent.pod.source.Material;
import dev.plimsoll.agent.settings.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// What a kubeconfig holds either in itself, in Base64 (`KEY-data`), or in a file it names (`KEY`).
///
/// @param entry which has these keys
record KubeMaterial(Kubeconfig.Entry entry) {
  /// Empty where there is neither; of both that which it holds itself.
  Optional<Material> find(String key) throws WrongSettingException, IOException {
    String inside = key + "-data";
    Optional<String> data = entry.map().text(inside);
    if (data.isPresent()) {
      String name = entry.file() + ": " + inside;
      return Optional.of(new Material.Given(name, decoded(inside, data.get())));
    }
    Optional<Path> file = entry.path(key);
    if (file.isEmpty()) return Optional.empty();
    if (!Files.isReadable(file.get())) throw entry.map().wrong(key, "cannot read " + file.get());
    return Optional.of(new Material.InFile(file.get()));
  }

  private byte[] decoded(String key, String data) throws WrongSettingException {
    try {
      return Base64.getDecoder().decode(data.replaceAll("\\s", ""));
    } catch (IllegalArgumentException _) {
      throw entry.map().wrong(key, "is not Base64");
    }
  }
}
