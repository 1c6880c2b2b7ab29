package dev.plimsoll.agent.pod.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.plimsoll.agent.pod.NotPodsException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/// Sorts what can go wrong when a server is asked.
public final class Troubles {
  private Troubles() {}

  /// @param status of HTTP
  public static Trouble of(int status) {
    return switch (status) {
      case HttpURLConnection.HTTP_UNAUTHORIZED -> Trouble.UNAUTHORIZED;
      case HttpURLConnection.HTTP_FORBIDDEN -> Trouble.FORBIDDEN;
      case HttpURLConnection.HTTP_GONE -> Trouble.GONE;
      default -> Trouble.STATUS;
    };
  }

  static PodSourceException of(IOException failed, URI address) {
    if (failed instanceof PodSourceException sorted) return sorted;
    String words = address + ": " + sentence(failed);
    return new PodSourceException(trouble(failed), words, failed);
  }

  private static Trouble trouble(IOException failed) {
    return switch (failed) {
      case SocketTimeoutException _ -> Trouble.TIMEOUT;
      case ConnectException _ -> Trouble.UNREACHABLE;
      case NoRouteToHostException _ -> Trouble.UNREACHABLE;
      case UnknownHostException _ -> Trouble.UNREACHABLE;
      case SSLHandshakeException _ -> Trouble.TLS;
      case JsonEOFException _ -> Trouble.CUT_OFF;
      case JsonProcessingException _ -> Trouble.MALFORMED;
      case NotPodsException _ -> Trouble.MALFORMED;
      case SSLException lost when lost.getCause() instanceof IOException -> Trouble.CUT_OFF;
      case SSLException _ -> Trouble.TLS;
      default -> Trouble.CUT_OFF;
    };
  }

  private static String sentence(IOException failed) {
    String message =
        failed instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : failed.getMessage();
    return message == null ? failed.getClass().getSimpleName() : message;
  }
}
