package dev.plimsoll.agent.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/// Compares passwords with their bcrypt hashes, one at a time: that is made to be slow. Right ones
/// are remembered, for a scraper asks every few seconds; wrong ones push none of those out.
final class Passwords {
  private static final int MOST_REMEMBERED = 100;

  /// Of no password anyone has: an unknown user takes as long as a known one.
  private static final String NOBODY =
      "$2a$10$yCh.IzxZ36vJmFljUyn3v.zap9OJVkg07cuveF7osxTOM1gTCoymq";

  private final SequencedSet<String> remembered = new LinkedHashSet<>();
  private final Object comparing = new Object();

  /// @param users bcrypt hashes by user
  boolean match(Map<String, String> users, String user, String password) {
    String hash = users.getOrDefault(user, NOBODY);
    String asked = digest(user + '\0' + hash + '\0' + password);
    synchronized (remembered) {
      if (remembered.contains(asked)) return true;
    }
    if (!compare(password, hash) || !users.containsKey(user)) return false;
    synchronized (remembered) {
      remembered.add(asked);
      if (remembered.size() > MOST_REMEMBERED) remembered.removeFirst();
    }
    return true;
  }

  private boolean compare(String password, String hash) {
    synchronized (comparing) {
      return BCrypt.verifyer(
              BCrypt.Version.VERSION_2A, LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2A))
          .verify(
              password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.US_ASCII))
          .verified;
    }
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("every Java has SHA-256", none);
    }
  }
}
