package dev.plimsoll.agent.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Compares passwords with their bcrypt hashes, one at a time: that is made to be slow. What was
/// compared is remembered, for a scraper asks the same every few seconds.
final class Passwords {
  private static final int MOST_REMEMBERED = 100;

  /// Of no password anyone has: an unknown user takes as long as a known one.
  private static final String NOBODY =
      "$2a$10$yCh.IzxZ36vJmFljUyn3v.zap9OJVkg07cuveF7osxTOM1gTCoymq";

  private final SequencedMap<String, Boolean> remembered = new LinkedHashMap<>(16, 0.75f, true);
  private final Object comparing = new Object();

  /// @param users bcrypt hashes by user
  boolean match(Map<String, String> users, String user, String password) {
    String hash = users.getOrDefault(user, NOBODY);
    String asked = digest(user + '\0' + hash + '\0' + password);
    synchronized (remembered) {
      Boolean answer = remembered.get(asked);
      if (answer != null) return answer;
    }
    boolean same = compare(password, hash) && users.containsKey(user);
    synchronized (remembered) {
      remembered.put(asked, same);
      if (remembered.size() > MOST_REMEMBERED) remembered.pollFirstEntry();
    }
    return same;
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
