package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.PidPath;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The files of processes below a `/proc` that is open. Belongs to one thread.
final class PidFiles {
  private final KernelReader reader;
  private final String procfs;
  private final PidPath path;
  private final Map<ProcessFile, byte[]> names = new EnumMap<>(ProcessFile.class);
  private int directory = -1;

  PidFiles(KernelReader reader, String procfs) {
    this.reader = reader;
    this.procfs = procfs;
    this.path = new PidPath(procfs);
    for (ProcessFile file : ProcessFile.values()) {
      names.put(file, PidPath.name(file.fileName()));
    }
  }

  void open() throws KernelFileException {
    directory = reader.open(procfs);
  }

  void close() {
    reader.close(directory);
    directory = -1;
  }

  void list(PidList pids) throws KernelFileException {
    pids.read(reader, directory, procfs);
  }

  /// The file's text. None of the files read so is ever empty while its process is there.
  KernelText record(int pid, ProcessFile file) throws KernelFileException {
    KernelText text = reader.recordAt(directory, name(pid, file));
    if (text.length() == 0) throw new KernelFileException(path.toString(), Errno.ESRCH);
    return text;
  }

  KernelText start(int pid, ProcessFile file, int limit) throws KernelFileException {
    return reader.startAt(directory, name(pid, file), limit);
  }

  String link(int pid, ProcessFile file) throws KernelFileException {
    return reader.linkAt(directory, name(pid, file));
  }

  long size(int pid, ProcessFile file) throws KernelFileException {
    return reader.sizeAt(directory, name(pid, file));
  }

  /// How many entries a directory has, counted up to `most`.
  long count(int pid, ProcessFile file, long most) throws KernelFileException {
    int fd = reader.openAt(directory, name(pid, file));
    try {
      return reader.count(fd, path.toString(), most);
    } finally {
      reader.close(fd);
    }
  }

  private PidPath name(int pid, ProcessFile file) {
    return path.file(pid, Objects.requireNonNull(names.get(file)));
  }
}
