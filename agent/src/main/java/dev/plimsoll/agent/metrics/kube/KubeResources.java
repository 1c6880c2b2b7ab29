package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.Amounts;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;

/// Amounts of resources, each with its unit.
record KubeResources(Family family) {
  void write(Amounts amounts, Labels labels, Sink sink) {
    for (Map.Entry<String, Double> amount : amounts.byName().entrySet()) {
      String name = amount.getKey();
      Labels all = labels.add("resource", KubeLabels.labelName(name)).add("unit", unit(name));
      sink.sample(family, all, amount.getValue());
    }
  }

  private static String unit(String resource) {
    boolean isBytes =
        resource.equals("memory")
            || resource.equals("storage")
            || resource.equals("ephemeral-storage")
            || resource.startsWith("hugepages-")
            || resource.startsWith("attachable-volumes-");
    if (resource.equals("cpu")) return "core";
    return isBytes ? "byte" : "integer";
  }
}
