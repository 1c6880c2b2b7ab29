package dev.plimsoll.daemonset;

import com.google.gson.Gson;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ClusterRole;
import io.kubernetes.client.openapi.models.V1ClusterRoleBinding;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PriorityClass;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The objects of a manifest, read as strictly as can be: a key given twice, a field that
/// Kubernetes does not have and a field that it demands are errors.
record Manifest(List<KubernetesObject> objects, List<OperatorObject> monitoring) {

  static Manifest read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static Manifest parse(String text) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<KubernetesObject> objects = new ArrayList<>();
    List<OperatorObject> monitoring = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
      // A template that renders nothing but its separator.
      if (document == null) continue;
      Map<?, ?> fields = (Map<?, ?>) document;
      if (OperatorObject.API.equals(fields.get("apiVersion"))) {
        monitoring.add(OperatorObject.of(fields));
      } else {
        objects.add(object(fields));
      }
    }
    return new Manifest(objects, monitoring);
  }

  private static KubernetesObject object(Map<?, ?> document) throws IOException {
    String json = new Gson().toJson(document);
    String kind = String.valueOf(document.get("kind"));
    KubernetesObject object =
        switch (kind) {
          case "Namespace" -> V1Namespace.fromJson(json);
          case "ServiceAccount" -> V1ServiceAccount.fromJson(json);
          case "ConfigMap" -> V1ConfigMap.fromJson(json);
          case "NetworkPolicy" -> V1NetworkPolicy.fromJson(json);
          case "PriorityClass" -> V1PriorityClass.fromJson(json);
          case "Service" -> V1Service.fromJson(json);
          case "ClusterRole" -> V1ClusterRole.fromJson(json);
          case "ClusterRoleBinding" -> V1ClusterRoleBinding.fromJson(json);
          case "DaemonSet" -> V1DaemonSet.fromJson(json);
          default -> throw new IllegalArgumentException("no model for the kind " + kind);
        };
    return object;
  }

  /// The kinds in it, each once, in order.
  NavigableSet<String> kinds() {
    NavigableSet<String> kinds = new TreeSet<>();
    objects.forEach(object -> kinds.add(object.getKind()));
    monitoring.forEach(object -> kinds.add(object.kind()));
    return kinds;
  }

  <T extends KubernetesObject> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The only object of the Prometheus operator's.
  OperatorObject operators() {
    if (monitoring.size() != 1) throw new IllegalStateException(monitoring.size() + " of them");
    return monitoring.getFirst();
  }

  /// The only object of its kind.
  <T extends KubernetesObject> T the(Class<T> kind) {
    List<T> found = all(kind);
    if (found.size() != 1) throw new IllegalStateException(found.size() + " of " + kind);
    return found.getFirst();
  }
}
