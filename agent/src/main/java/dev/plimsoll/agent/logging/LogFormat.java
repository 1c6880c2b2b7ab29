package dev.plimsoll.agent.logging;

/// What a line of the log looks like.
public enum LogFormat {
  /// `time=… level=info logger=Agent msg="…"`
  LOGFMT,
  /// `{"time":"…","level":"info","logger":"Agent","msg":"…"}`
  JSON
}
