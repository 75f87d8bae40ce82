#include "runner.h"

#include <errno.h>
#include <unistd.h>

// One message is one write; the supervisor answers the question for positions alone.

void tell(const char *word, long number) {
  char line[64];
  ssize_t written = write(CONTROL, line, spell(line, word, number));
  (void)written;
}

void tell_positions(uint64_t positions[2]) {
  positions[0] = positions[1] = 0;
  tell("positions", 0);
  ssize_t step;
  do {
    step = read(CONTROL, positions, 2 * sizeof *positions);
  } while (step < 0 && errno == EINTR);
}

// Waits until the supervisor has taken the descriptor over, and closes it here.
void hand_over(int listener) {
  uint64_t answer[2];
  if (listener < 0) return;
  tell("listener", listener);
  while (read(CONTROL, answer, sizeof answer) < 0 && errno == EINTR) {
  }
  close(listener);
}

void record_frame(const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t step = write(RECORD, bytes, count);
    if (step < 0 && errno == EINTR) continue;
    if (step <= 0) return;
    bytes += step;
    count -= (size_t)step;
  }
}
