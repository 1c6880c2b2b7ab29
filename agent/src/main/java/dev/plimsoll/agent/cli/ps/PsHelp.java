package dev.plimsoll.agent.cli.ps;

import java.util.stream.Collectors;

/// What `plimsoll ps --help` prints.
final class PsHelp {
  private static final String TEXT =
      """
      Usage: plimsoll ps [OPTIONS]
      Shows processes as procps' ps does, with the pod and container that each is in.
      Options are taken in the BSD (aux), UNIX (-ef) and GNU (--sort) styles.

      Which processes (without any: yours on this terminal):
        -e, -A, ax            all
        -a, -d                all but session leaders; -a only on terminals
        a, x                  everybody's on terminals; yours without a terminal too
        r                     only those that run or wait for a disk
        -p, p, --pid LIST     by number              --ppid LIST   by their parent
        -C LIST               by the program's name  -t, t LIST    by terminal
        -u, U, --user LIST    by effective user      -U LIST       by real user
        -g, -G LIST           by session or group    -s LIST       by session
        -N, --deselect        all others
        --pod NAME            only of this pod (its name, or the beginning of its uid)
        --container NAME      only of this container (its name, or the beginning of its id)
        -n, --namespace NAME  only of pods in this namespace

      Which columns:
        u, -f, -F, -l, l, -j, j   layouts of procps
        -o, o, --format LIST      these columns: NAME, NAME=TITLE or NAME:WIDTH, parted by commas
        -o json                   JSON, one object for each process; sizes in bytes, times in seconds
        -O, O LIST                these columns after the number of the process
        c                         names of programs without arguments
        -L, -T, H                 a line for each thread
        POD and CONTAINER are added where a process that is shown is in a container and no
        list of columns is given. A terminal that is too narrow for them loses VSZ, TTY and START.

      In which way:
        --sort, -k, k [-]COLUMN,…  in this order; - puts the largest first
        f, --forest, -H            each process below its parent
        h, --no-headers            without titles
        n                          users and groups by number
        w, -w, --columns N         longer lines; twice for lines of any length
        --path.procfs DIR, --path.sysfs DIR, --path.rootfs DIR
                                   where the node's /proc, /sys and / are mounted
        --agent URL|none           the agent that knows pods (http://127.0.0.1:9754); where it does
                                   not answer, /var/log/containers has names, or nobody
        --processes kernel|oshi    who reads them: Linux's own files, or OSHI, which knows other
                                   systems too; what it does not know is shown as -, and ps
                                   without a choice shows yours on all terminals
        -V, --version; --help

      Exit status: 0 done, 1 nothing to show or a failure, 2 a wrong option or value.

      Columns:
      """;

  private PsHelp() {}

  static String text() {
    return TEXT + columns();
  }

  private static String columns() {
    String names =
        PsColumns.all().stream()
            .map(column -> String.join("|", column.names()))
            .collect(Collectors.joining(" "));
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String name : names.split(" ", -1)) {
      boolean breaks = length + name.length() > 88;
      lines.append(breaks || length == 0 ? (breaks ? "\n  " : "  ") : " ").append(name);
      length = (breaks ? 0 : length + 1) + name.length();
    }
    return lines.append('\n').toString();
  }
}
