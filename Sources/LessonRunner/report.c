#include "runner.h"

#include <string.h>
#include <unistd.h>

void report(const char *word, long number) {
  char line[64];
  size_t length = strnlen(word, 32);
  memcpy(line, word, length);
  line[length++] = ' ';
  if (number < 0) {
    line[length++] = '-';
    number = -number;
  }
  char digits[24];
  size_t count = 0;
  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  while (count > 0) line[length++] = digits[--count];
  line[length++] = '\n';
  ssize_t written = write(REPORT_DESCRIPTOR, line, length);
  (void)written;
}
