package dev.plimsoll.daemonset.node;

import java.util.stream.Stream;

/// A pod as the API server tells of it.
///
/// @param json the whole of it
record ClusterPod(Json json) {
  private static final String CONFIG_HASH = "kubernetes.io/config.hash";

  /// Namespace and name.
  String name() {
    return metadata().text("namespace") + '/' + metadata().text("name");
  }

  /// Namespace and name, without what a Deployment or a Job adds for each of its pods.
  String plainName() {
    Json labels = metadata().object("labels");
    return Stream.of(labels.text("job-name"), labels.text("app"))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(name -> metadata().text("namespace") + '/' + name)
        .orElse(name());
  }

  Json metadata() {
    return json.object("metadata");
  }

  Json spec() {
    return json.object("spec");
  }

  Json status() {
    return json.object("status");
  }

  /// The uid that its control groups have: of a static pod the kubelet made its own.
  String groupUid() {
    String hash = metadata().object("annotations").text(CONFIG_HASH);
    return hash.isEmpty() ? metadata().text("uid") : hash;
  }

  /// All containers, those that initialise it too.
  Stream<ClusterContainer> containers() {
    return Stream.concat(containers("initContainerStatuses"), containers("containerStatuses"));
  }

  /// @param list which of them
  Stream<ClusterContainer> containers(String list) {
    return status()
        .list(list)
        .map(container -> new ClusterContainer(name(), plainName(), container));
  }

  /// The state of a condition: `True`, `False`, `Unknown`, or empty.
  String condition(String type) {
    return status()
        .list("conditions")
        .filter(condition -> condition.text("type").equals(type))
        .map(condition -> condition.text("status"))
        .findFirst()
        .orElse("");
  }

  /// @param json what its pod's status has of it
  record ClusterContainer(String pod, String plainPod, Json json) {

    /// Namespace, pod and its own name.
    String name() {
      return pod + '/' + json.text("name");
    }

    /// The same without what a Deployment or a Job adds for each of its pods.
    String plainName() {
      return plainPod + '/' + json.text("name");
    }

    /// Without the name of its runtime.
    String id() {
      return json.text("containerID").replaceFirst("^[a-z-]+://", "");
    }

    /// `waiting`, `running` or `terminated`.
    String state() {
      return json.object("state").names().findFirst().orElse("waiting");
    }

    String reason() {
      return json.object("state").object(state()).text("reason");
    }

    boolean isRunning() {
      return state().equals("running");
    }
  }
}
