package dev.plimsoll.agent.pod.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A server that is asked, and how.
///
/// @param address `https://10.0.0.7:10250`, without a slash at its end
/// @param token the file with the bearer token, read for each request, for it is replaced before it
///   expires; empty to send none
/// @param authorities the file with the certificates that are trusted; empty for those of Java
/// @param isVerified whether the server's certificate must be trusted
/// @param otherNames names and addresses that its certificate may have instead of that in the
///   address
/// @param timeout for the connection, and for each wait for more of an answer
/// @param userAgent how the agent names itself
public record Server(
    URI address,
    Optional<Path> token,
    Optional<Path> authorities,
    boolean isVerified,
    List<String> otherNames,
    Duration timeout,
    String userAgent) {
  public Server {
    otherNames = List.copyOf(otherNames);
  }
}
