package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpExchange;
import dev.plimsoll.agent.prometheus.PageBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Compression at its fastest: a page of metrics shrinks to a tenth even so.
final class Gzip extends GZIPOutputStream {
  /// What fits into one packet is not worth the work.
  private static final int LEAST_BYTES = 1400;

  private Gzip(OutputStream out) throws IOException {
    super(out, 1 << 13);
    def.setLevel(Deflater.BEST_SPEED);
  }

  /// The body as the client may have it; tells the client if it is compressed.
  static PageBody compress(PageBody body, HttpExchange exchange) throws IOException {
    if (body.size() < LEAST_BYTES || !isAccepted(exchange)) return body;
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.size() / 6);
    try (Gzip gzip = new Gzip(compressed)) {
      body.writeTo(gzip);
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    return PageBody.of(compressed.toByteArray());
  }

  /// A stream that compresses what is written to it.
  static OutputStream to(OutputStream out) throws IOException {
    return new Gzip(out);
  }

  /// Whether the client takes it.
  static boolean isAccepted(HttpExchange exchange) {
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (accepted == null) return false;
    for (String coding : accepted.toLowerCase(Locale.ROOT).split(",", 20)) {
      if (coding
          .strip()
          .matches("gzip|gzip\\s*;\\s*q=(1(\\.0{0,3})?|0?\\.(?=\\d{0,2}[1-9])\\d{1,3})"))
        return true;
    }
    return false;
  }
}
