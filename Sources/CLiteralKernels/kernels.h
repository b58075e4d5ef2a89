// The loops by name, for the dispatch only.

#ifndef KEYHOUND_KERNELS_H
#define KEYHOUND_KERNELS_H

#include "filter.h"

#define KH_DECLARE_KERNEL(NAME)                                                                                        \
    size_t kh_find_literals_##NAME(                                                                                    \
        const kh_literal_table *table, const uint8_t *text, size_t count, size_t first, size_t last, size_t *position, \
        size_t end, kh_literal_hit *hits, size_t capacity);                                                            \
    size_t kh_find_runs_##NAME(                                                                                        \
        const kh_class_table *table, const uint8_t *text, size_t count, size_t last, kh_run_walk *walk, kh_run *runs,  \
        size_t capacity);                                                                                              \
    size_t kh_count_##NAME(const uint8_t *text, size_t count, uint8_t byte, size_t *last);                             \
    bool kh_contains_##NAME(const uint8_t *text, size_t count, uint8_t byte);

KH_DECLARE_KERNEL(portable)
#if defined(__x86_64__)
KH_DECLARE_KERNEL(sse42)
KH_DECLARE_KERNEL(avx2)
KH_DECLARE_KERNEL(avx512)
#endif
#if defined(__aarch64__)
KH_DECLARE_KERNEL(neon)
#endif

#endif
