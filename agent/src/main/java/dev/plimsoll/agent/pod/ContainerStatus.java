package dev.plimsoll.agent.pod;

import java.time.Instant;
import java.util.Optional;

/// How it stands with a container.
///
/// @param id the runtime's, without `containerd://`; empty before the first start
/// @param runtime `containerd`; empty before the first start
/// @param image as the runtime names it
/// @param imageId with its digest
/// @param started whether its startup probe has passed
/// @param restarts how often it was started again
/// @param last how the run before this one ended
public record ContainerStatus(
    String id,
    String runtime,
    String image,
    String imageId,
    boolean ready,
    boolean started,
    long restarts,
    State state,
    Optional<Terminated> last) {

  /// One of three; a container that is not told of waits.
  public sealed interface State permits Waiting, Running, Terminated {}

  /// @param reason `CrashLoopBackOff`, `ContainerCreating`; may be empty
  public record Waiting(String reason) implements State {}

  public record Running(Optional<Instant> since) implements State {}

  /// @param exitCode 128 plus the signal where one ended it
  /// @param reason `Completed`, `Error`, `OOMKilled`; may be empty
  public record Terminated(
      int exitCode, String reason, Optional<Instant> started, Optional<Instant> finished)
      implements State {
    /// What a shell says of SIGKILL.
    private static final int KILLED = 137;

    /// Whether the OOM killer ended it. Runtimes say `OOMKilled` of every run in which anything was
    /// killed; only the exit code tells that it was the first process.
    public boolean isOomKill() {
      return exitCode == KILLED && reason.equals("OOMKilled");
    }
  }
}
