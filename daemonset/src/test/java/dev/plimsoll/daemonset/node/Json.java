package dev.plimsoll.daemonset.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An object of JSON in which whatever is not there is empty, as Kubernetes means it.
record Json(JsonObject json) {

  static Json parse(String text) {
    return new Json(JsonParser.parseString(text).getAsJsonObject());
  }

  /// Empty where it is not there.
  Json object(String name) {
    return get(name)
        .map(found -> new Json(found.getAsJsonObject()))
        .orElse(new Json(new JsonObject()));
  }

  /// A text, a number or a truth; empty where it is not there.
  String text(String name) {
    return get(name).map(JsonElement::getAsString).orElse("");
  }

  boolean isTrue(String name) {
    return text(name).equals("true");
  }

  boolean has(String name) {
    return get(name).isPresent();
  }

  Stream<Json> list(String name) {
    return get(name).stream()
        .flatMap(found -> StreamSupport.stream(found.getAsJsonArray().spliterator(), false))
        .map(each -> new Json(each.getAsJsonObject()));
  }

  /// The names in it.
  Stream<String> names() {
    return json.keySet().stream();
  }

  private Optional<JsonElement> get(String name) {
    return Optional.ofNullable(json.get(name)).filter(found -> !found.isJsonNull());
  }
}
