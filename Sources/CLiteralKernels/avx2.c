// AVX2: 32 bytes at once.

#include "kernels.h"
#include "runs.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define KH_TARGET __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))
#define KH_NAME(stem) kh_avx2_##stem
#define KH_SUFFIX avx2
#define KH_MOST_NIBBLE_PLANES 4

#define KH_VECTOR __m256i
#define KH_WIDTH 32
#define KH_LOAD(bytes) _mm256_loadu_si256((const __m256i *)(bytes))
#define KH_TABLE(bytes) _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(bytes)))
#define KH_LOOK_UP(table, nibbles) _mm256_shuffle_epi8(table, nibbles)
#define KH_LOW(bytes) _mm256_and_si256(bytes, _mm256_set1_epi8(15))
#define KH_HIGH(bytes) _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(15))
#define KH_AND(left, right) _mm256_and_si256(left, right)
#define KH_OR(left, right) _mm256_or_si256(left, right)
#define KH_EQUAL(left, right) _mm256_cmpeq_epi8(left, right)
#define KH_ALL(byte) _mm256_set1_epi8((char)(byte))
#define KH_BITS(bytes) (~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_setzero_si256())))

#include "nibble.inc.h"
#include "exports.inc.h"

#endif
