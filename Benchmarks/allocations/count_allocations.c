// Counts the heap allocations of a program: LD_PRELOAD=count_allocations.so ALLOCATIONS=FILE COMMAND…
//
// For glibc, whose allocator has second names that a replacement can call. At the end of the program the file has one
// line: how often memory was asked for, and how many bytes.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static atomic_ullong calls;
static atomic_ullong bytes;

static void count(size_t size) {
    atomic_fetch_add_explicit(&calls, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&bytes, size, memory_order_relaxed);
}

void *malloc(size_t size) {
    count(size);
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count(number * size);
    return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
    count(size);
    return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
    count(size);
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count(size);
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    count(size);
    void *memory = __libc_memalign(alignment, size);
    if (memory == NULL) return ENOMEM;
    *result = memory;
    return 0;
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("ALLOCATIONS");
    if (path == NULL) return;
    char line[64];
    const int length = snprintf(line, sizeof line, "%llu %llu\n", calls, bytes);
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return;
    if (write(file, line, length) != length) perror("count_allocations");
    close(file);
}

// Keyhound ends itself by this, which runs no destructor.
void _exit(int status) {
    tell();
    syscall(SYS_exit_group, status);
    __builtin_unreachable();
}
