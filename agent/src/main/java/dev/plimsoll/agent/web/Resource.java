package dev.plimsoll.agent.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// A part of the JSON API, with all that is below it. Answers from memory, never from a file;
/// called by many threads at once. No value of an environment variable, no secret and no argument
/// of a command is ever in an answer.
public interface Resource {
  /// Where it is: `/api/v1/pods`.
  String path();

  /// What it tells, in a few words, for the index.
  String shows();

  /// Finds what is asked for. From here on nothing can be refused: the answer is written to the
  /// client while it is made.
  ///
  /// @throws RefusedException where there is no such thing, or not yet
  Body answer(ApiRequest request) throws RefusedException;

  /// Writes one value of JSON.
  @FunctionalInterface
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }
}
