#define _GNU_SOURCE

#include "cfiles.h"

#include <sys/syscall.h>
#include <unistd.h>

long keyhound_read_entries(int descriptor, void *buffer, size_t capacity) {
  return syscall(SYS_getdents64, descriptor, buffer, capacity);
}
