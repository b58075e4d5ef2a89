// All loops for an instruction set that looks bytes up in tables of 16. To be included behind the definition of
//
//     KH_TARGET, KH_NAME(stem)      attribute and names of the functions to be defined
//     KH_VECTOR, KH_WIDTH           a vector of KH_WIDTH bytes; KH_WIDTH divides 64
//     KH_LOAD(bytes)                one vector, at any address
//     KH_TABLE(bytes)               a table of 16 bytes, in every part of a vector
//     KH_LOOK_UP(table, nibbles)    table[nibble] for each byte, which is below 16
//     KH_LOW(bytes), KH_HIGH(bytes) the nibbles of each byte
//     KH_AND, KH_OR, KH_EQUAL       of two vectors; equal bytes give 0xFF
//     KH_ALL(byte)                  the byte everywhere
//     KH_BITS(bytes)                a bit for each byte that is not 0
//     KH_MOST_NIBBLE_PLANES         with more planes than that, one hash for each position is quicker

#define KH_VECTORS (64 / KH_WIDTH)

/// The buckets of each position: those that hold, for each place of the window, both nibbles of its byte.
KH_TARGET KH_INLINE void KH_NAME(filter)(
    const uint8_t *bytes, size_t count, const kh_literal_table *table, kh_positions *left) {
    if (table->plane_count > KH_MOST_NIBBLE_PLANES) return kh_filter_beginnings(bytes, count, table, left);
    for (size_t base = 0; base < count; base += 64) {
        uint64_t bits = 0;
        for (int vector = 0; vector < KH_VECTORS; vector++) {
            KH_VECTOR low[KH_WINDOW], high[KH_WINDOW];
            for (int place = 0; place < KH_WINDOW; place++) {
                KH_VECTOR loaded = KH_LOAD(bytes + base + KH_WIDTH * vector + place);
                low[place] = KH_LOW(loaded);
                high[place] = KH_HIGH(loaded);
            }
            KH_VECTOR buckets = KH_ALL(0);
            for (size_t plane = 0; plane < table->plane_count; plane++) {
                const uint8_t *tables = table->nibbles + plane * KH_WINDOW * 32;
                KH_VECTOR all = KH_ALL(0xFF);
                for (int place = 0; place < KH_WINDOW; place++) {
                    all = KH_AND(all, KH_LOOK_UP(KH_TABLE(tables + 32 * place), low[place]));
                    all = KH_AND(all, KH_LOOK_UP(KH_TABLE(tables + 32 * place + 16), high[place]));
                }
                buckets = KH_OR(buckets, all);
            }
            bits |= (uint64_t)KH_BITS(buckets) << (KH_WIDTH * vector);
        }
        kh_append_bits(left, bits, base);
    }
    kh_keep_beginnings(bytes, table, left);
}

#define KH_SEARCH KH_NAME(find_literals)
#define KH_EDGE KH_NAME(edge)
#define KH_FILTER KH_NAME(filter)
#include "search.inc.h"

/// The classes of each byte. The members with a high nibble below 8 and the others are in tables of their own.
KH_TARGET KH_INLINE void KH_NAME(class_bits)(const kh_class_table *table, const uint8_t *bytes, uint64_t *bits) {
    static const uint8_t powers[16] = {1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0};
    static const uint8_t high_powers[16] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128};
    KH_VECTOR ascii_rows = KH_TABLE(powers), high_rows = KH_TABLE(high_powers);
    for (size_t index = 0; index < table->class_count; index++) bits[index] = 0;
    for (int vector = 0; vector < KH_VECTORS; vector++) {
        KH_VECTOR loaded = KH_LOAD(bytes + KH_WIDTH * vector);
        KH_VECTOR low = KH_LOW(loaded), high = KH_HIGH(loaded);
        KH_VECTOR row = KH_LOOK_UP(ascii_rows, high), high_row = KH_LOOK_UP(high_rows, high);
        for (size_t index = 0; index < table->class_count; index++) {
            KH_VECTOR found = KH_AND(KH_LOOK_UP(KH_TABLE(table->ascii[index]), low), row);
            if (table->has_high_members) {
                found = KH_OR(found, KH_AND(KH_LOOK_UP(KH_TABLE(table->high[index]), low), high_row));
            }
            bits[index] |= (uint64_t)KH_BITS(found) << (KH_WIDTH * vector);
        }
    }
}

#define KH_RUNS KH_NAME(find_runs)
#define KH_CLASS_BITS KH_NAME(class_bits)
#define KH_WANTED_CLASSES KH_ALL_CLASSES
#include "runs.inc.h"

KH_TARGET KH_INLINE uint64_t KH_NAME(equal_bits)(const uint8_t *bytes, uint8_t byte) {
    KH_VECTOR wanted = KH_ALL(byte);
    uint64_t bits = 0;
    for (int vector = 0; vector < KH_VECTORS; vector++) {
        KH_VECTOR equal = KH_EQUAL(KH_LOAD(bytes + KH_WIDTH * vector), wanted);
        bits |= (uint64_t)KH_BITS(equal) << (KH_WIDTH * vector);
    }
    return bits;
}

#define KH_COUNT KH_NAME(count)
#define KH_CONTAINS KH_NAME(contains)
#define KH_EQUAL_BITS KH_NAME(equal_bits)
#include "count.inc.h"
