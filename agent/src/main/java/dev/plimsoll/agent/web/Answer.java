package dev.plimsoll.agent.web;

import dev.plimsoll.agent.prometheus.PageBody;
import java.nio.charset.StandardCharsets;

/// A whole answer, made before its first byte is sent, so that it can still become another one.
record Answer(int status, String contentType, PageBody body) {
  static Answer text(int status, String line) {
    PageBody body = PageBody.of((line + '\n').getBytes(StandardCharsets.UTF_8));
    return new Answer(status, "text/plain; charset=utf-8", body);
  }

  static Answer html(String page) {
    PageBody body = PageBody.of(page.getBytes(StandardCharsets.UTF_8));
    return new Answer(200, "text/html; charset=utf-8", body);
  }
}
