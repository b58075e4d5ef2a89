// What the search for runs of every instruction set shares.

#ifndef KEYHOUND_RUNS_H
#define KEYHOUND_RUNS_H

#include "filter.h"

/// Writes down a run that ends before `end`, if its length is of interest.
KH_INLINE size_t kh_note_run(
    const kh_class_table *table, size_t index, size_t end, size_t length, kh_run *runs, size_t run_count) {
    if (length < table->shortest[index] || length > table->longest[index]) return run_count;
    runs[run_count].class_index = (uint32_t)index;
    runs[run_count].offset = (uint32_t)(end - length);
    runs[run_count].length = (uint32_t)length;
    return run_count + 1;
}

/// False only if 64 bits have no run of `length` ones: runs of 1, 2, 4, 8, 12 or 16 are looked for, whatever is asked.
/// In text, runs of 16 letters and digits are in one of twenty words of bits.
KH_INLINE bool kh_may_have_run(uint64_t bits, uint32_t length) {
    if (length >= 2) bits &= bits >> 1;
    if (length >= 4) bits &= bits >> 2;
    if (length >= 8) bits &= bits >> 4;
    if (length >= 12) bits &= bits >> (length >= 16 ? 8 : 4);
    return bits != 0;
}

/// All classes: `kh_take_bits` sees for itself.
#define KH_ALL_CLASSES(table, bytes, bits, trailing) \
    (KH_CLASS_BITS(table, bytes, bits), (1u << (table)->class_count) - 1)

/// Takes the next 64 bytes of a class into account, of which bit n says that byte n belongs to it.
KH_INLINE size_t kh_take_bits(
    const kh_class_table *table, size_t index, uint64_t bits, size_t position, uint32_t *trailing, kh_run *runs,
    size_t run_count) {
    uint64_t gaps = ~bits;
    if (__builtin_expect(gaps == 0, 0)) {
        *trailing += 64;
        return run_count;
    }
    uint32_t shortest = table->shortest[index];
    uint32_t leading = (uint32_t)__builtin_ctzll(gaps), last = (uint32_t)__builtin_clzll(gaps);
    uint32_t first = *trailing + leading;
    // The last run is not over.
    *trailing = last;
    bool may_have_run = kh_may_have_run(bits, shortest);
    if (__builtin_expect(first < shortest && !may_have_run, 1)) return run_count;
    if (first >= shortest) run_count = kh_note_run(table, index, position + leading, first, runs, run_count);
    if (!may_have_run) return run_count;
    uint64_t inner = leading + last >= 63 ? 0 : (bits >> leading << leading) << last >> last;
    while (inner) {
        uint32_t start = (uint32_t)__builtin_ctzll(inner);
        uint32_t length = (uint32_t)__builtin_ctzll(~(inner >> start));
        run_count = kh_note_run(table, index, position + start + length, length, runs, run_count);
        inner = start + length >= 64 ? 0 : inner >> (start + length) << (start + length);
    }
    return run_count;
}

#endif
