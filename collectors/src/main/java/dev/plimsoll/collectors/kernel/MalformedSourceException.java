package dev.plimsoll.collectors.kernel;

/// A kernel file holds text that is not what the kernel documents.
public final class MalformedSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SourceFailure failure;

  public MalformedSourceException(String path, int line, String text) {
    super(path + " line " + line + ": " + text);
    failure = new SourceFailure(SourceFailure.Kind.MALFORMED, path, line, text);
  }

  public SourceFailure failure() {
    return failure;
  }
}
