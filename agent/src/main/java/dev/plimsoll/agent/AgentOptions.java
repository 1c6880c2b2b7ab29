package dev.plimsoll.agent;

import dev.plimsoll.agent.access.WebAccess;
import dev.plimsoll.agent.group.NamingRules;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics;
import dev.plimsoll.agent.metrics.kube.KubeLabels;
import dev.plimsoll.agent.nodeexporter.CollectorOptions;
import dev.plimsoll.agent.pod.source.PodsOptions;
import dev.plimsoll.agent.reading.Intervals;
import dev.plimsoll.agent.reading.ThreadsWanted;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/// How the agent is to run; every value is checked before this is made.
///
/// @param listenAddress where metrics and health are served
/// @param access over which connection and by whom the metrics address is reached
/// @param pageAddress where the JSON API is served; empty for nowhere
/// @param off sources not to be read
/// @param collectors what was set of the collectors of `/metrics/node`
/// @param groups what groups of processes are called before their programs name them
/// @param named the groups of `/metrics/process`
/// @param threads when threads of processes are read
/// @param costly what `/metrics/cadvisor` shows beyond the usual
/// @param pods who is asked about pods
/// @param labels which labels and annotations of pods `/metrics/kube` shows
/// @param mostSeries the most series of one family on a page
/// @param classicHistograms whether histograms have classic buckets too
/// @param version the agent's own, as it names itself
public record AgentOptions(
    Roots roots,
    InetSocketAddress listenAddress,
    WebAccess access,
    Optional<InetSocketAddress> pageAddress,
    Intervals intervals,
    Set<Source> off,
    CollectorOptions collectors,
    NamingRules groups,
    NamingRules named,
    ThreadsWanted threads,
    Set<CadvisorMetrics.Costly> costly,
    PodsOptions pods,
    KubeLabels labels,
    int mostSeries,
    boolean classicHistograms,
    String version) {}
