package dev.plimsoll.agent.web;

import java.util.List;

/// `/api/v1`: what may be asked.
final class ApiIndex implements Resource {
  static final String PATH = "/api/v1";

  private final List<Resource> resources;

  ApiIndex(List<Resource> resources) {
    this.resources = List.copyOf(resources);
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String shows() {
    return "what may be asked";
  }

  @Override
  public Body answer(ApiRequest request) throws RefusedException {
    if (!request.below().isEmpty()) throw RefusedException.notThere(request.address().getRawPath());
    return json -> {
      json.writeStartArray();
      for (Resource resource : resources) {
        json.writeStartObject();
        json.writeStringField("path", resource.path());
        json.writeStringField("shows", resource.shows());
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }
}
