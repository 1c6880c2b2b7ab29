package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.Printable;
import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One run of `plimsoll ps`, from its words to what it prints.
public final class PsProgram {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG = 2;
  private static final int WIDE = 132;

  private final Roots roots;
  private final Clock clock;
  private final ZoneId zone;
  private final Pods pods;
  private final Supplier<OptionalInt> width;

  /// Says who is asked for the names of pods.
  @FunctionalInterface
  public interface Pods {
    /// @param agent where the agent is, as the words have it; null where they do not
    /// @param soon whether names are likely to be needed
    /// @throws WrongSettingException where that is no address
    PodIndex of(@Nullable String agent, Roots roots, boolean soon) throws WrongSettingException;
  }

  /// @param roots where the node's trees are, unless the words say otherwise
  /// @param width how long lines may be
  public PsProgram(Roots roots, Clock clock, ZoneId zone, Pods pods, Supplier<OptionalInt> width) {
    this.roots = roots;
    this.clock = clock;
    this.zone = zone;
    this.pods = pods;
    this.width = width;
  }

  /// @return the exit status: 0 done, 1 nothing to show or a failure, 2 a wrong option or value
  public int run(List<String> words, Supplier<String> version, PrintWriter out, PrintWriter err) {
    try {
      return run(PsArguments.parse(words), version, out);
    } catch (UsageException wrong) {
      err.println("plimsoll ps: " + Printable.of(String.valueOf(wrong.getMessage())));
      return WRONG;
    } catch (IOException failure) {
      err.println("plimsoll ps: " + Printable.of(String.valueOf(failure.getMessage())));
      return FAILED;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private int run(PsRequest request, Supplier<String> version, PrintWriter out)
      throws UsageException, IOException {
    if (request.help || request.version) {
      out.print(request.help ? PsHelp.text() : version.get() + '\n');
      return DONE;
    }
    PsTable table = new PsTable(request, new PsColumns());
    List<PsProcess> processes = read(request, table);
    if (request.json) table.json(processes, out);
    else out.print(String.join("\n", table.lines(processes, width(request))) + '\n');
    return processes.isEmpty() ? FAILED : DONE;
  }

  private List<PsProcess> read(PsRequest request, PsTable table)
      throws UsageException, IOException {
    PsSource reader = source(request);
    Set<Need> needs = needs(request, table);
    needs.addAll(request.selection.needs());
    PodIndex names = pods(request, needs.contains(Need.CGROUP));
    PsNode node = reader.node(names, zone, !request.numericUsers);
    known(request.accounts, node);
    Selection.Asker asker = reader.asker();
    List<PsProcess> processes =
        reader.processes(
            node,
            request.selection.needs(),
            needs,
            process -> request.selection.takes(process, asker));
    order(processes, request);
    return Forest.grow(processes, request.tree);
  }

  private PsSource source(PsRequest request) throws UsageException {
    return switch (request.processes) {
      case KERNEL -> new PsReader(roots(request), clock);
      case OSHI -> {
        Optional<String> only =
            Optional.ofNullable(request.linuxOnly).or(request.selection::linuxOnly);
        if (only.isEmpty()) yield new OshiPsReader(clock);
        throw new UsageException(only.get() + ": OSHI does not know that of processes");
      }
    };
  }

  private static void known(List<PsRequest.Account> accounts, PsNode node) throws UsageException {
    for (PsRequest.Account each : accounts) {
      if (each.accounts().apply(node).id(each.name()).isEmpty()) {
        throw new UsageException(each.option() + ": there is no \"" + each.name() + '"');
      }
    }
  }

  private static Set<Need> needs(PsRequest request, PsTable table) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    for (PsColumn column : table.asked()) needs.addAll(column.needs());
    for (PsRequest.SortKey key : request.order) needs.addAll(key.column().needs());
    if (table.mayShowPods()) needs.add(Need.CGROUP);
    if (request.threads != PsThreads.NONE) needs.add(Need.THREADS);
    return needs;
  }

  private static void order(List<PsProcess> processes, PsRequest request) {
    List<PsRequest.SortKey> keys = new ArrayList<>(request.order);
    for (PsRequest.SortKey key : keys.reversed()) {
      Comparator<Datum> order = PsColumn::compare;
      if (key.descending()) order = order.reversed();
      processes.sort(Comparator.comparing(process -> key.column().datum().apply(process), order));
    }
  }

  private PodIndex pods(PsRequest request, boolean soon) throws UsageException {
    try {
      return pods.of(request.agent, roots(request), soon);
    } catch (WrongSettingException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  private OptionalInt width(PsRequest request) {
    if (request.wide > 1) return OptionalInt.empty();
    if (request.width.isPresent()) return request.width;
    OptionalInt own = width.get();
    boolean wider = request.wide == 1 && own.isPresent() && own.getAsInt() < WIDE;
    return wider ? OptionalInt.of(WIDE) : own;
  }

  private Roots roots(PsRequest request) {
    return new Roots(
        or(request.procfs, roots.procfs()),
        or(request.sysfs, roots.sysfs()),
        or(request.rootfs, roots.rootfs()));
  }

  private static String or(@Nullable String asked, String usual) {
    return asked == null ? usual : asked;
  }
}
