package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.PodSpec.Volume;
import java.io.IOException;
import java.util.OptionalDouble;

/// Reads a volume of a pod: its name, and one field that is named for what it is.
final class VolumeFields implements JsonCursor.Fields {
  private String name = "";
  private String type = "";
  private String claim = "";
  private boolean readOnly;
  private boolean isInMemory;
  private OptionalDouble sizeLimit = OptionalDouble.empty();

  static Volume read(JsonCursor value) throws IOException {
    VolumeFields fields = new VolumeFields();
    value.object(fields);
    return new Volume(
        fields.name,
        fields.type,
        fields.claim,
        fields.readOnly,
        fields.isInMemory,
        fields.sizeLimit);
  }

  @Override
  public void field(String field, JsonCursor value) throws IOException {
    if (field.equals("name")) {
      name = value.text();
      return;
    }
    type = field;
    switch (field) {
      case "persistentVolumeClaim" -> value.object(this::claim);
      case "emptyDir" -> value.object(this::directory);
      default -> {}
    }
  }

  private void claim(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "claimName" -> claim = value.text();
      case "readOnly" -> readOnly = value.isTrue();
      default -> {}
    }
  }

  private void directory(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "medium" -> isInMemory = !value.text().isEmpty();
      case "sizeLimit" -> sizeLimit = Quantity.parse(value.text());
      default -> {}
    }
  }
}
