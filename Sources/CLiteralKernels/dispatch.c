// Which loop runs.

#include "kernels.h"

bool kh_is_supported(kh_kernel kernel) {
    switch (kernel) {
    case KH_PORTABLE: return true;
#if defined(__x86_64__)
    case KH_SSE42: return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt");
    case KH_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
    case KH_AVX512:
        return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd")
            && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vbmi")
            && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("gfni");
#endif
#if defined(__aarch64__)
    case KH_NEON: return true;
#endif
    default: return false;
    }
}

#if defined(__x86_64__)
#define KH_CALL(function, ...)                                                  \
    switch (kernel) {                                                           \
    case KH_AVX512: return function##_avx512(__VA_ARGS__);                      \
    case KH_AVX2: return function##_avx2(__VA_ARGS__);                          \
    case KH_SSE42: return function##_sse42(__VA_ARGS__);                        \
    default: return function##_portable(__VA_ARGS__);                           \
    }
#elif defined(__aarch64__)
#define KH_CALL(function, ...)                                                  \
    switch (kernel) {                                                           \
    case KH_NEON: return function##_neon(__VA_ARGS__);                          \
    default: return function##_portable(__VA_ARGS__);                           \
    }
#else
#define KH_CALL(function, ...) return function##_portable(__VA_ARGS__);
#endif

size_t kh_find_literals(
    kh_kernel kernel, const kh_literal_table *table, const uint8_t *text, size_t count, size_t first, size_t last,
    size_t *position, size_t end, kh_literal_hit *hits, size_t capacity) {
    KH_CALL(kh_find_literals, table, text, count, first, last, position, end, hits, capacity)
}

void kh_make_class_table(
    kh_class_table *table, const uint8_t *members, size_t class_count, const uint32_t *shortest,
    const uint32_t *longest) {
    memset(table, 0, sizeof *table);
    table->class_count = class_count;
    memcpy(table->members, members, sizeof table->members);
    for (size_t index = 0; index < class_count; index++) {
        table->shortest[index] = shortest[index];
        table->longest[index] = longest[index];
        // Runs of n become runs of 2 n, and of what is asked for in the end.
        uint64_t run = 1, wanted = shortest[index] < 64 ? shortest[index] : 64;
        for (size_t step = 0; step < KH_RUN_STEPS; step++) {
            uint64_t shift = run < wanted - run ? run : wanted - run;
            table->shifts[step][index] = shift;
            run += shift;
        }
        for (unsigned byte = 0; byte < 256; byte++) {
            if (!(members[byte] >> index & 1)) continue;
            uint8_t *rows = byte < 128 ? table->ascii[index] : table->high[index];
            rows[byte & 15] |= (uint8_t)(1u << (byte >> 4 & 7));
            if (byte >= 128) table->has_high_members = true;
        }
    }
}

void kh_begin_walk(kh_run_walk *walk, const kh_class_table *table, const uint8_t *text, size_t start) {
    walk->position = start;
    uint8_t before = start > 0 ? table->members[text[start - 1]] : 0;
    for (size_t index = 0; index < KH_MOST_CLASSES; index++) walk->trailing[index] = before >> index & 1;
}

bool kh_has_ended(const kh_class_table *table, const kh_run_walk *walk, size_t count, size_t last) {
    if (walk->position >= count) return true;
    if (walk->position < last) return false;
    for (size_t index = 0; index < table->class_count; index++) {
        if (walk->position - walk->trailing[index] < last) return false;
    }
    return true;
}

size_t kh_find_runs(
    kh_kernel kernel, const kh_class_table *table, const uint8_t *text, size_t count, size_t last, kh_run_walk *walk,
    kh_run *runs, size_t capacity) {
    KH_CALL(kh_find_runs, table, text, count, last, walk, runs, capacity)
}

size_t kh_count(kh_kernel kernel, const uint8_t *text, size_t count, uint8_t byte, size_t *last) {
    KH_CALL(kh_count, text, count, byte, last)
}

bool kh_contains(kh_kernel kernel, const uint8_t *text, size_t count, uint8_t byte) {
    KH_CALL(kh_contains, text, count, byte)
}
