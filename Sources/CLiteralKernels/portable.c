// Any processor: no vectors, one byte at a time.

#include "kernels.h"
#include "runs.h"

#define KH_TARGET
#define KH_SUFFIX portable

#define KH_SEARCH kh_portable_find_literals
#define KH_EDGE kh_portable_edge
#define KH_FILTER kh_filter_beginnings
#include "search.inc.h"

KH_INLINE void kh_portable_class_bits(const kh_class_table *table, const uint8_t *bytes, uint64_t *bits) {
    for (size_t index = 0; index < table->class_count; index++) bits[index] = 0;
    for (unsigned place = 0; place < 64; place++) {
        uint8_t classes = table->members[bytes[place]];
        for (size_t index = 0; index < table->class_count; index++) {
            bits[index] |= (uint64_t)(classes >> index & 1) << place;
        }
    }
}

#define KH_RUNS kh_portable_find_runs
#define KH_CLASS_BITS kh_portable_class_bits
#define KH_WANTED_CLASSES KH_ALL_CLASSES
#include "runs.inc.h"

KH_INLINE uint64_t kh_portable_equal_bits(const uint8_t *bytes, uint8_t byte) {
    uint64_t bits = 0;
    for (unsigned place = 0; place < 64; place++) bits |= (uint64_t)(bytes[place] == byte) << place;
    return bits;
}

#define KH_COUNT kh_portable_count
#define KH_CONTAINS kh_portable_contains
#define KH_EQUAL_BITS kh_portable_equal_bits
#include "count.inc.h"
#include "exports.inc.h"
