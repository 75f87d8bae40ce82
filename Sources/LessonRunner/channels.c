#include "runner.h"

#include <errno.h>
#include <unistd.h>

// Writes all of it; what cannot be written breaks the channel.
static void put(struct channel *channel, const uint8_t *bytes, size_t count) {
  while (count > 0 && !channel->is_broken) {
    ssize_t step = write(channel->target, bytes, count);
    if (step < 0 && errno == EINTR) continue;
    if (step <= 0) {
      channel->is_broken = 1;
      return;
    }
    channel->count += (uint64_t)step;
    bytes += step;
    count -= (size_t)step;
  }
}

int copy_available(struct channel *channel) {
  static uint8_t buffer[1 << 16];
  for (;;) {
    ssize_t step = read(channel->source, buffer, sizeof buffer);
    if (step < 0 && errno == EINTR) continue;
    if (step < 0) return errno == EAGAIN;
    if (step == 0) return 0;
    uint64_t room = channel->limit > channel->count ? channel->limit - channel->count : 0;
    size_t kept = (uint64_t)step <= room ? (size_t)step : (size_t)room;
    put(channel, buffer, kept);
    if (kept < (size_t)step) {
      channel->is_full = 1;
      return 1;
    }
  }
}
