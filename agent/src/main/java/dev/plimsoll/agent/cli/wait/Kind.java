package dev.plimsoll.agent.cli.wait;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be waited for.
enum Kind {
  JOB("jobs.batch", "/apis/batch/v1", "jobs"),
  POD("pods", "/api/v1", "pods po"),
  DEPLOYMENT("deployments.apps", "/apis/apps/v1", "deployments deploy"),
  STATEFULSET("statefulsets.apps", "/apis/apps/v1", "statefulsets sts"),
  DAEMONSET("daemonsets.apps", "/apis/apps/v1", "daemonsets ds"),
  /// By its slices of endpoints; those of Kubernetes before 1.21 are a beta.
  SERVICE(
      "endpointslices.discovery.k8s.io",
      "/apis/discovery.k8s.io/v1 /apis/discovery.k8s.io/v1beta1",
      "services svc");

  private final String resource;
  private final String apis;
  private final String otherNames;

  /// @param apis and other names, with spaces between them
  Kind(String resource, String apis, String otherNames) {
    this.resource = resource;
    this.apis = apis;
    this.otherNames = otherNames;
  }

  /// By its name, the plural or the short one, with or without its group: `deployments.apps`.
  static Optional<Kind> of(String name) {
    String word = name.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(kind -> kind.label().equals(word) || words(kind.otherNames).contains(word))
        .findFirst();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a role must allow, `jobs.batch`.
  String resource() {
    return resource;
  }

  /// The group's paths, the newest version first.
  List<String> apis() {
    return words(apis);
  }

  /// The path and the query that ask for the object of that name alone.
  String query(String api, String namespace, String name) {
    String selector =
        this == SERVICE
            ? "?labelSelector=" + encoded("kubernetes.io/service-name=" + name)
            : "?fieldSelector=" + encoded("metadata.name=" + name);
    return api + "/namespaces/" + namespace + '/' + resource.split("\\.", 2)[0] + selector;
  }

  private static List<String> words(String words) {
    return List.of(words.split(" ", -1));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
