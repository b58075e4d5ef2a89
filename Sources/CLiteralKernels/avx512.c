// AVX-512 with VBMI and GFNI: one permutation looks 64 bytes up in a table of 64 classes, and one transformation turns
// squares of 8 by 8 bits over.

#include "kernels.h"
#include "runs.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define KH_SUFFIX avx512
#define KH_TARGET                                                                                                  \
    __attribute__((                                                                                                \
        target("avx512f,avx512cd,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni,bmi,bmi2,popcnt,lzcnt")))

/// What the filter leaves of a block: where, and the first bytes of each window, in a column for each.
typedef struct {
    uint16_t positions[KH_BLOCK + 64];
    uint8_t bytes[3][KH_BLOCK + 64];
    size_t count;
} kh_columns;

/// Appends the positions whose bits are set: one instruction packs them, so nothing depends on how many there are.
KH_TARGET KH_INLINE void kh_append_packed(kh_columns *left, uint64_t bits, const uint8_t *bytes, size_t base) {
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
    for (int place = 0; place < 3; place++) {
        __m512i column = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(bytes + base + place));
        _mm512_storeu_si512(left->bytes[place] + left->count, column);
    }
    left->count += count;
}

/// Sixteen bytes of a column, each moved up by so many bits.
KH_TARGET KH_INLINE __m512i kh_spread(const uint8_t *column, unsigned bits) {
    return _mm512_slli_epi32(_mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)column)), bits);
}

/// Sixteen times `kh_has_hash` of `kh_window_hash` at once.
KH_TARGET KH_INLINE void kh_avx512_keep_beginnings(
    const kh_columns *columns, const kh_literal_table *table, kh_positions *left) {
    const __m512i letters = _mm512_set1_epi32(0x20202020), factor = _mm512_set1_epi32((int)0x9E3779B1u);
    const __m512i one = _mm512_set1_epi32(1);
    size_t left_count = 0;
    for (size_t index = 0; index < columns->count; index += 16) {
        __m512i window = _mm512_or_si512(kh_spread(columns->bytes[0] + index, 0), letters);
        window = _mm512_ternarylogic_epi32(
            window, kh_spread(columns->bytes[1] + index, 8), kh_spread(columns->bytes[2] + index, 16), 0xFE);
        __m512i hash = _mm512_srli_epi32(_mm512_mullo_epi32(window, factor), 32 - KH_HASH_BITS);
        __m512i words = _mm512_i32gather_epi32(_mm512_srli_epi32(hash, 5), table->beginnings, 4);
        __mmask16 kept = _mm512_test_epi32_mask(words, _mm512_rolv_epi32(one, hash));
        size_t rest = columns->count - index;
        if (rest < 16) kept &= (__mmask16)((1u << rest) - 1);
        __m256i positions = _mm256_loadu_si256((const __m256i *)(columns->positions + index));
        _mm256_storeu_si256(
            (__m256i *)(left->positions + left_count), _mm256_maskz_compress_epi16(kept, positions));
        left_count += (size_t)__builtin_popcount(kept);
    }
    left->count = left_count;
}

/// `vectors` times 64 positions at once, so that a table that was loaded serves several times.
KH_TARGET KH_INLINE void kh_avx512_filter_group(
    const uint8_t *bytes, size_t base, const int vectors, const kh_literal_table *table, kh_columns *left) {
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
        kh_append_packed(left, bits, bytes, base + 64 * (size_t)vector);
    }
}

KH_TARGET KH_INLINE void kh_avx512_filter(
    const uint8_t *bytes, size_t count, const kh_literal_table *table, kh_positions *left) {
    kh_columns columns;
    columns.count = 0;
    size_t base = 0;
    for (; base + 256 <= count; base += 256) kh_avx512_filter_group(bytes, base, 4, table, &columns);
    for (; base < count; base += 64) kh_avx512_filter_group(bytes, base, 1, table, &columns);
    kh_avx512_keep_beginnings(&columns, table, left);
}

#define KH_SEARCH kh_avx512_find_literals
#define KH_EDGE kh_avx512_edge
#define KH_FILTER kh_avx512_filter
#include "search.inc.h"

/// For each class, in a lane of its own, a bit for each of 64 bytes.
///
/// One permutation gives the classes of each byte, as bits. Eight bytes are a square of 8 by 8 bits, which the affine
/// transformation of the unit vectors turns over; what belongs to one class is then brought together.
KH_TARGET KH_INLINE __m512i kh_avx512_class_lanes(const kh_class_table *table, const uint8_t *bytes) {
    const __m512i backwards = _mm512_broadcast_i32x4(
        _mm_set_epi8(8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
    const __m512i units = _mm512_set1_epi64((long long)0x8040201008040201);
    const __m512i eighth_bytes = _mm512_set_epi64(
        0x3F372F271F170F07, 0x3E362E261E160E06, 0x3D352D251D150D05, 0x3C342C241C140C04, 0x3B332B231B130B03,
        0x3A322A221A120A02, 0x3931292119110901, 0x3830282018100800);
    const uint8_t *members = table->members;
    __m512i loaded = _mm512_loadu_si512(bytes);
    __mmask64 is_high = _mm512_movepi8_mask(loaded);
    __m512i classes = _mm512_maskz_permutex2var_epi8(
        ~is_high, _mm512_loadu_si512(members), loaded, _mm512_loadu_si512(members + 64));
    if (table->has_high_members) {
        __m512i high = _mm512_permutex2var_epi8(
            _mm512_loadu_si512(members + 128), loaded, _mm512_loadu_si512(members + 192));
        classes = _mm512_mask_mov_epi8(classes, is_high, high);
    }
    __m512i turned = _mm512_gf2p8affine_epi64_epi8(units, _mm512_shuffle_epi8(classes, backwards), 0);
    return _mm512_permutexvar_epi8(eighth_bytes, turned);
}

KH_TARGET KH_INLINE void kh_avx512_class_bits(const kh_class_table *table, const uint8_t *bytes, uint64_t *bits) {
    _mm512_storeu_si512(bits, kh_avx512_class_lanes(table, bytes));
}

/// Looks at all classes at once.
KH_TARGET KH_INLINE uint32_t kh_avx512_wanted_classes(
    const kh_class_table *table, const uint8_t *bytes, uint64_t *bits, uint32_t *trailing) {
    __m512i lanes = kh_avx512_class_lanes(table, bytes), run = lanes;
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
    if (wanted) _mm512_storeu_si512(bits, lanes);
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
