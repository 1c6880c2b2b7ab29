// fork-storm RATE SECONDS MICROSECONDS [orphan]
//
// Forks RATE children a second for SECONDS; each works for MICROSECONDS of CPU time and ends. The parent waits for them,
// or, as an orphan's does, never: the kernel reaps them and nobody gets their times. At most 64 live at once.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_ALIVE = 64, MOST_RATE = 2000, MOST_SECONDS = 120, MOST_MICROSECONDS = 5000 };

static long long now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void work(long microseconds) {
  long long end = now(CLOCK_PROCESS_CPUTIME_ID) + microseconds * 1000LL;
  while (now(CLOCK_PROCESS_CPUTIME_ID) < end) {
  }
  _exit(0);
}

static long argument(const char *text, long most) {
  char *end;
  errno = 0;
  long value = strtol(text, &end, 10);
  if (errno != 0 || *end != '\0' || value < 1 || value > most) {
    fprintf(stderr, "fork-storm: %s is not from 1 to %ld\n", text, most);
    exit(2);
  }
  return value;
}

int main(int count, char **arguments) {
  if (count < 4) {
    fprintf(stderr, "fork-storm RATE SECONDS MICROSECONDS [orphan]\n");
    return 2;
  }
  long rate = argument(arguments[1], MOST_RATE);
  long seconds = argument(arguments[2], MOST_SECONDS);
  long microseconds = argument(arguments[3], MOST_MICROSECONDS);
  int orphan = count > 4 && strcmp(arguments[4], "orphan") == 0;
  if (orphan) signal(SIGCHLD, SIG_IGN);
  long long begin = now(CLOCK_MONOTONIC);
  long made = 0;
  long alive = 0;
  while (made < rate * seconds) {
    while (!orphan && waitpid(-1, NULL, alive < MOST_ALIVE ? WNOHANG : 0) > 0) alive--;
    long long due = begin + made * 1000000000LL / rate;
    struct timespec at = {due / 1000000000LL, due % 1000000000LL};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
    if (now(CLOCK_MONOTONIC) - begin > 2 * seconds * 1000000000LL) break;
    pid_t child = fork();
    if (child == 0) work(microseconds);
    if (child < 0) break;
    made++;
    alive++;
  }
  while (wait(NULL) > 0) {
  }
  printf("%ld forks in %.1f s\n", made, (now(CLOCK_MONOTONIC) - begin) / 1e9);
  fflush(stdout);
  // Until the last pass has seen what its children did.
  pause();
  return 0;
}
