/// What Swift cannot call by itself: its Glibc module leaves getdents64 out, and syscall takes a variable number of
/// arguments.
#pragma once

#include <stddef.h>

/// Fills `buffer` with the next entries of the open folder `descriptor` (getdents64(2), struct linux_dirent64).
/// Returns how many bytes it filled, 0 behind the last entry, or -1 with errno set.
long keyhound_read_entries(int descriptor, void *buffer, size_t capacity);
