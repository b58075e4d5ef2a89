// AVX-512 with VBMI: one permutation looks 64 bytes up in a table of 64 classes.

#include "kernels.h"
#include "runs.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define KH_SUFFIX avx512
#define KH_TARGET \
    __attribute__((target("avx512f,avx512cd,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt,lzcnt")))

/// Appends the positions whose bits are set: one instruction packs them, so nothing depends on how many there are.
KH_TARGET KH_INLINE void kh_append_packed(kh_positions *left, uint64_t bits, size_t base) {
    const __m512i ascending = _mm512_set_epi64(
        0x3F3E3D3C3B3A3938, 0x3736353433323130, 0x2F2E2D2C2B2A2928, 0x2726252423222120, 0x1F1E1D1C1B1A1918,
        0x1716151413121110, 0x0F0E0D0C0B0A0908, 0x0706050403020100);
    __m512i packed = _mm512_maskz_compress_epi8(bits, ascending);
    __m512i added = _mm512_set1_epi16((short)base);
    size_t count = (size_t)__builtin_popcountll(bits);
    uint16_t *free = left->positions + left->count;
    _mm512_storeu_si512(free, _mm512_add_epi16(_mm512_cvtepu8_epi16(_mm512_castsi512_si256(packed)), added));
    if (__builtin_expect(count > 32, 0)) {
        __m512i upper = _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(packed, 1));
        _mm512_storeu_si512(free + 32, _mm512_add_epi16(upper, added));
    }
    left->count += count;
}

/// `vectors` times 64 positions at once, so that a table that was loaded serves several times.
KH_TARGET KH_INLINE void kh_avx512_filter_group(
    const uint8_t *bytes, size_t base, const int vectors, const kh_literal_table *table, kh_positions *left) {
    __m512i low = _mm512_loadu_si512(table->classes), high = _mm512_loadu_si512(table->classes + 64);
    __m512i classes[4][KH_WINDOW], buckets[4];
    for (int vector = 0; vector < vectors; vector++) {
        buckets[vector] = _mm512_setzero_si512();
        for (int place = 0; place < KH_WINDOW; place++) {
            __m512i loaded = _mm512_loadu_si512(bytes + base + 64 * vector + place);
            classes[vector][place] = _mm512_permutex2var_epi8(low, loaded, high);
        }
    }
    for (size_t plane = 0; plane < table->plane_count; plane++) {
        const uint8_t *tables = table->planes + plane * KH_WINDOW * KH_CLASSES;
        __m512i t0 = _mm512_loadu_si512(tables), t1 = _mm512_loadu_si512(tables + 64);
        __m512i t2 = _mm512_loadu_si512(tables + 128), t3 = _mm512_loadu_si512(tables + 192);
        for (int vector = 0; vector < vectors; vector++) {
            __m512i b0 = _mm512_permutexvar_epi8(classes[vector][0], t0);
            __m512i b1 = _mm512_permutexvar_epi8(classes[vector][1], t1);
            __m512i b2 = _mm512_permutexvar_epi8(classes[vector][2], t2);
            __m512i b3 = _mm512_permutexvar_epi8(classes[vector][3], t3);
            // b0 & b1 & b2, then buckets | (that & b3).
            __m512i three = _mm512_ternarylogic_epi64(b0, b1, b2, 0x80);
            buckets[vector] = _mm512_ternarylogic_epi64(buckets[vector], three, b3, 0xF8);
        }
    }
    for (int vector = 0; vector < vectors; vector++) {
        uint64_t bits = _mm512_test_epi8_mask(buckets[vector], buckets[vector]);
        kh_append_packed(left, bits, base + 64 * (size_t)vector);
    }
}

KH_TARGET KH_INLINE void kh_avx512_filter(
    const uint8_t *bytes, size_t count, const kh_literal_table *table, kh_positions *left) {
    size_t base = 0;
    for (; base + 256 <= count; base += 256) kh_avx512_filter_group(bytes, base, 4, table, left);
    for (; base < count; base += 64) kh_avx512_filter_group(bytes, base, 1, table, left);
}

#define KH_SEARCH kh_avx512_find_literals
#define KH_EDGE kh_avx512_edge
#define KH_FILTER kh_avx512_filter
#include "search.inc.h"

/// One permutation gives all classes of 64 bytes below 0x80.
KH_TARGET KH_INLINE void kh_avx512_class_bits(const kh_class_table *table, const uint8_t *bytes, uint64_t *bits) {
    const uint8_t *members = table->members;
    __m512i loaded = _mm512_loadu_si512(bytes);
    __m512i classes =
        _mm512_permutex2var_epi8(_mm512_loadu_si512(members), loaded, _mm512_loadu_si512(members + 64));
    __mmask64 is_high = _mm512_movepi8_mask(loaded);
    if (table->has_high_members) {
        __m512i high = _mm512_permutex2var_epi8(
            _mm512_loadu_si512(members + 128), loaded, _mm512_loadu_si512(members + 192));
        classes = _mm512_mask_mov_epi8(classes, is_high, high);
    } else {
        classes = _mm512_mask_mov_epi8(classes, is_high, _mm512_setzero_si512());
    }
    for (size_t index = 0; index < table->class_count; index++) {
        bits[index] = _mm512_test_epi8_mask(classes, _mm512_set1_epi8((char)(1u << index)));
    }
}

/// Looks at all classes at once, each in a lane of its own.
KH_TARGET KH_INLINE uint32_t kh_avx512_wanted_classes(
    const kh_class_table *table, const uint64_t *bits, uint32_t *trailing) {
    __m512i run = _mm512_loadu_si512(bits);
    __m512i gaps = _mm512_xor_si512(run, _mm512_set1_epi64(-1));
    for (int step = 0; step < KH_RUN_STEPS; step++) {
        run = _mm512_and_si512(run, _mm512_srlv_epi64(run, _mm512_loadu_si512(table->shifts[step])));
    }
    __m512i lowest = _mm512_and_si512(gaps, _mm512_sub_epi64(_mm512_setzero_si512(), gaps));
    __m512i leading = _mm512_sub_epi64(_mm512_set1_epi64(63), _mm512_lzcnt_epi64(lowest));
    __m512i before = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)trailing));
    __m512i shortest = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)table->shortest));
    __mmask8 all = (__mmask8)((1u << table->class_count) - 1);
    // A run that ends here, one that lies here, or nothing but a run.
    __mmask8 ending = _mm512_mask_cmpge_epu64_mask(all, _mm512_add_epi64(before, leading), shortest);
    __mmask8 inside = _mm512_mask_test_epi64_mask(all, run, run), full = _mm512_mask_testn_epi64_mask(all, gaps, gaps);
    __mmask8 wanted = ending | inside | full;
    __m512i after = _mm512_mask_mov_epi64(_mm512_lzcnt_epi64(gaps), wanted, before);
    _mm256_storeu_si256((__m256i *)trailing, _mm512_cvtepi64_epi32(after));
    return wanted;
}

#define KH_RUNS kh_avx512_find_runs
#define KH_CLASS_BITS kh_avx512_class_bits
#define KH_WANTED_CLASSES kh_avx512_wanted_classes
#include "runs.inc.h"

KH_TARGET KH_INLINE uint64_t kh_avx512_equal_bits(const uint8_t *bytes, uint8_t byte) {
    return _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(bytes), _mm512_set1_epi8((char)byte));
}

#define KH_COUNT kh_avx512_count
#define KH_CONTAINS kh_avx512_contains
#define KH_EQUAL_BITS kh_avx512_equal_bits
#include "count.inc.h"
#include "exports.inc.h"

#endif
