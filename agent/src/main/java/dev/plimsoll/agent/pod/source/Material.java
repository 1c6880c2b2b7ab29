package dev.plimsoll.agent.pod.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a client shows or trusts: a token, certificates.
public sealed interface Material {
  /// A file, which may be replaced at any time.
  record InFile(Path path) implements Material {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public byte[] read(int most) throws PodSourceException {
      try (InputStream in = Files.newInputStream(path)) {
        return in.readNBytes(most);
      } catch (IOException unreadable) {
        throw new PodSourceException(Trouble.FILE, "cannot read " + path, unreadable);
      }
    }
  }

  /// Bytes that were given, which stay.
  ///
  /// @param name what they are called in complaints
  @SuppressWarnings("ArrayRecordComponent")
  record Given(String name, byte[] bytes) implements Material {
    @Override
    public byte[] read(int most) {
      return Arrays.copyOf(bytes, Math.min(most, bytes.length));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  String name();

  /// As it is now.
  ///
  /// @param most how many bytes of it
  byte[] read(int most) throws PodSourceException;
}
