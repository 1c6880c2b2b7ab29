package dev.plimsoll.agent.group;

import static dev.plimsoll.agent.group.Processes.kernelThread;
import static dev.plimsoll.agent.group.Processes.process;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.metrics.CanonicalPage;
import dev.plimsoll.agent.metrics.NamedProcessMetrics;
import dev.plimsoll.agent.metrics.ProcessMetrics;
import dev.plimsoll.agent.prometheus.Exposition;
import dev.plimsoll.agent.self.DroppedSeries;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Both pages as text, from tables made by hand.
final class ProcessMetricsTest {
  private static final KernelUnits UNITS = new KernelUnits(100, 4096, 1_700_000_000);

  private final GroupTracker tracker =
      new GroupTracker(NamingRules.none(), NamingRules.byComm(), Long::toString);

  @Test
  void writesOurOwnFamilies() throws IOException {
    pass(kernelThread(2, "kthreadd"), process(10, 550, "/bin/a").wrote(5));
    ProcessGroups groups =
        pass(kernelThread(2, "kthreadd"), process(10, 550, "/bin/a").user(250).wrote(105));
    assertEquals(
        """
        plimsoll_process_context_switches_total{kind="nonvoluntary",process="a",unit="a.service"} 0.0
        plimsoll_process_context_switches_total{kind="voluntary",process="a",unit="a.service"} 0.0
        plimsoll_process_cpu_seconds_total{mode="system",process="a",unit="a.service"} 0.0
        plimsoll_process_cpu_seconds_total{mode="user",process="a",unit="a.service"} 2.5
        plimsoll_process_oldest_start_time_seconds{process="a",unit="a.service"} 1.7000000055E9
        plimsoll_process_oom_score_max{process="a",unit="a.service"} 666.0
        plimsoll_process_open_fds{process="a",unit="a.service"} 3.0
        plimsoll_process_page_faults_total{kind="major",process="a",unit="a.service"} 0.0
        plimsoll_process_page_faults_total{kind="minor",process="a",unit="a.service"} 0.0
        plimsoll_process_processes{process="a",state="disk_sleep",unit="a.service"} 0.0
        plimsoll_process_processes{process="a",state="running",unit="a.service"} 0.0
        plimsoll_process_processes{process="a",state="sleeping",unit="a.service"} 1.0
        plimsoll_process_processes{process="a",state="stopped",unit="a.service"} 0.0
        plimsoll_process_processes{process="a",state="zombie",unit="a.service"} 0.0
        plimsoll_process_read_bytes_total{process="a",unit="a.service"} 0.0
        plimsoll_process_resident_bytes{process="a",unit="a.service"} 409600.0
        plimsoll_process_shared_bytes{process="a",unit="a.service"} 4096.0
        plimsoll_process_swap_bytes{process="a",unit="a.service"} 0.0
        plimsoll_process_threads{process="a",unit="a.service"} 1.0
        plimsoll_process_worst_open_fds_ratio{process="a",unit="a.service"} 0.03
        plimsoll_process_write_bytes_total{process="a",unit="a.service"} 100.0
        """,
        samples(own(groups), "process=\"a\""));
    assertTrue(own(groups).contains("plimsoll_process_threads{process=\"kernel\"} 1.0\n"));
  }

  @Test
  void ofAGroupThatEndedOnlyTheCountersAndNoProcessesStay() throws IOException {
    pass(process(10, 550, "/bin/a"));
    String page = own(pass());
    assertEquals(
        List.of(
            "plimsoll_process_context_switches_total",
            "plimsoll_process_cpu_seconds_total",
            "plimsoll_process_page_faults_total",
            "plimsoll_process_processes",
            "plimsoll_process_read_bytes_total",
            "plimsoll_process_write_bytes_total"),
        page.lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('{')))
            .distinct()
            .toList());
  }

  @Test
  void writesProcessExportersFamilies() throws IOException {
    pass(process(10, 550, "/bin/a").wrote(5));
    ProcessGroups groups = pass(process(10, 550, "/bin/a").user(250).wrote(105));
    assertEquals(
        """
        namedprocess_namegroup_context_switches_total{ctxswitchtype="nonvoluntary",groupname="a"} 0.0
        namedprocess_namegroup_context_switches_total{ctxswitchtype="voluntary",groupname="a"} 0.0
        namedprocess_namegroup_cpu_seconds_total{groupname="a",mode="system"} 0.0
        namedprocess_namegroup_cpu_seconds_total{groupname="a",mode="user"} 2.5
        namedprocess_namegroup_major_page_faults_total{groupname="a"} 0.0
        namedprocess_namegroup_memory_bytes{groupname="a",memtype="resident"} 409600.0
        namedprocess_namegroup_memory_bytes{groupname="a",memtype="swapped"} 0.0
        namedprocess_namegroup_memory_bytes{groupname="a",memtype="virtual"} 1048576.0
        namedprocess_namegroup_minor_page_faults_total{groupname="a"} 0.0
        namedprocess_namegroup_num_procs{groupname="a"} 1.0
        namedprocess_namegroup_num_threads{groupname="a"} 1.0
        namedprocess_namegroup_oldest_start_time_seconds{groupname="a"} 1.700000005E9
        namedprocess_namegroup_open_filedesc{groupname="a"} 3.0
        namedprocess_namegroup_read_bytes_total{groupname="a"} 0.0
        namedprocess_namegroup_states{groupname="a",state="Other"} 0.0
        namedprocess_namegroup_states{groupname="a",state="Running"} 0.0
        namedprocess_namegroup_states{groupname="a",state="Sleeping"} 1.0
        namedprocess_namegroup_states{groupname="a",state="Waiting"} 0.0
        namedprocess_namegroup_states{groupname="a",state="Zombie"} 0.0
        namedprocess_namegroup_worst_fd_ratio{groupname="a"} 0.03
        namedprocess_namegroup_write_bytes_total{groupname="a"} 100.0
        """,
        samples(named(groups), "groupname=\"a\""));
    assertTrue(named(groups).contains("# TYPE namedprocess_namegroup_cpu_seconds_total counter\n"));
    for (String error : List.of("errors", "procread_errors", "partial_errors")) {
      String name = "namedprocess_scrape_" + error;
      assertTrue(named(groups).contains("# TYPE " + name + " counter\n" + name + " 0.0\n"), error);
    }
  }

  @Test
  void aContainerShowsItsFiveStrongestGroupsAndTheOthersTogether() throws IOException {
    String path = "/kubepods/besteffort/pod0c2c4d6e-1111-2222-3333-444455556666/" + "a".repeat(64);
    PodIndex pods = container -> new ContainerName("shop", "cart-1", "cart", "cart", "Deployment");
    Processes[] before = new Processes[8];
    Processes[] after = new Processes[8];
    for (int index = 0; index < before.length; index++) {
      before[index] = process(10 + index, 550, "/bin/p" + index).in(path).rss(1000L * index);
      after[index] = before[index].user(100L * index);
    }
    tracker.update(Processes.table(before), pods, UNITS);
    tracker.update(Processes.table(after), pods, UNITS);
    String page = own(tracker.update(Processes.table(after), pods, UNITS));
    String where = "workload=\"cart\",workload_kind=\"Deployment\"} ";
    String cart = "{container=\"cart\",mode=\"user\",namespace=\"shop\",pod=\"cart-1\",process=";
    assertEquals(
        Stream.of("other\" 3.0", "p3\" 3.0", "p4\" 4.0", "p5\" 5.0", "p6\" 6.0", "p7\" 7.0")
            .map(each -> each.replace("\" ", "\"," + where))
            .map(each -> "plimsoll_process_cpu_seconds_total" + cart + '"' + each)
            .collect(Collectors.joining("\n", "", "\n")),
        samples(page, "mode=\"user\""));
    assertTrue(page.contains("process=\"other\",state=\"sleeping\"," + where + "3.0\n"), page);
  }

  @Test
  void seriesBeyondTheCapAreLeftOutAndCounted() throws IOException {
    Processes[] processes = new Processes[30];
    for (int index = 0; index < processes.length; index++) {
      processes[index] =
          process(10 + index, 550, "/bin/a").in("/system.slice/a" + index + ".service");
    }
    ProcessGroups groups = pass(processes);
    DroppedSeries dropped = new DroppedSeries();
    String page =
        new Exposition(20, dropped)
            .page(null, Set.of(), sink -> ProcessMetrics.write(groups, sink))
            .body()
            .toString(StandardCharsets.UTF_8);
    assertEquals(
        20, page.lines().filter(each -> each.startsWith("plimsoll_process_threads{")).count());
    assertEquals(10, dropped.byFamily().get("plimsoll_process_threads"));
    assertEquals(2 * 30 - 20, dropped.byFamily().get("plimsoll_process_cpu_seconds_total"));
  }

  @Test
  void aPassWithoutATableShowsWhatWasDoneAndNotHowItIs() throws IOException {
    pass(process(10, 550, "/bin/a"));
    SourceFailure failure = new SourceFailure(SourceFailure.Kind.IO, "/proc", 0, "EIO");
    ProcessGroups groups =
        tracker.update(new Section.Failed<>(failure), PodIndex.standAlone(), UNITS);
    String page = own(groups) + named(groups);
    assertTrue(page.contains("plimsoll_process_cpu_seconds_total{"), page);
    assertTrue(page.contains("namedprocess_namegroup_cpu_seconds_total{"), page);
    assertFalse(page.contains("gauge\nplimsoll"), page);
    assertFalse(page.contains("gauge\nnamedprocess_namegroup"), page);
    page = own(pass(process(10, 550, "/bin/a")));
    assertTrue(page.contains("gauge\nplimsoll"), page);
  }

  @Test
  void namesOfAnyBytesAreValidLabels() throws IOException {
    ProcessGroups groups =
        pass(
            process(10, 550, "/bin/say \"hi\""),
            process(11, 550, "/bin/two\nlines"),
            process(12, 550, "/bin/bad\uDCFF"),
            process(13, 550, "/bin/back\\slash"));
    String page = own(groups) + named(groups);
    for (String name : List.of("say \\\"hi\\\"", "two\\nlines", "bad\\\\xff", "back\\\\slash")) {
      assertTrue(page.contains("process=\"" + name + "\","), name);
      assertTrue(page.contains("groupname=\"" + name + "\""), name);
    }
  }

  private ProcessGroups pass(Processes... processes) {
    return tracker.update(Processes.table(processes), PodIndex.standAlone(), UNITS);
  }

  private static String own(ProcessGroups groups) throws IOException {
    return CanonicalPage.of(
        new Exposition(1000, new DroppedSeries())
            .page(null, Set.of(), sink -> ProcessMetrics.write(groups, sink))
            .body()
            .toString(StandardCharsets.UTF_8));
  }

  private static String named(ProcessGroups groups) throws IOException {
    return CanonicalPage.of(
        new Exposition(1000, new DroppedSeries())
            .page(null, Set.of(), sink -> NamedProcessMetrics.write(groups, sink))
            .body()
            .toString(StandardCharsets.UTF_8));
  }

  private static String samples(String page, String with) {
    return page.lines()
        .filter(line -> !line.startsWith("#") && line.contains(with))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
