// NEON: 16 bytes at once, on every 64-bit ARM processor.

#include "kernels.h"
#include "runs.h"

#if defined(__aarch64__)

#include <arm_neon.h>

/// A bit for each byte that is not 0: each lane keeps the bit of its place, and halves are added up.
KH_INLINE uint16_t kh_neon_bits(uint8x16_t bytes) {
    static const uint8_t places[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t bits = vandq_u8(vtstq_u8(bytes, bytes), vld1q_u8(places));
    return (uint16_t)(vaddv_u8(vget_low_u8(bits)) | vaddv_u8(vget_high_u8(bits)) << 8);
}

#define KH_TARGET
#define KH_NAME(stem) kh_neon_##stem
#define KH_SUFFIX neon
#define KH_MOST_NIBBLE_PLANES 3

#define KH_VECTOR uint8x16_t
#define KH_WIDTH 16
#define KH_LOAD(bytes) vld1q_u8(bytes)
#define KH_TABLE(bytes) vld1q_u8(bytes)
#define KH_LOOK_UP(table, nibbles) vqtbl1q_u8(table, nibbles)
#define KH_LOW(bytes) vandq_u8(bytes, vdupq_n_u8(15))
#define KH_HIGH(bytes) vshrq_n_u8(bytes, 4)
#define KH_AND(left, right) vandq_u8(left, right)
#define KH_OR(left, right) vorrq_u8(left, right)
#define KH_EQUAL(left, right) vceqq_u8(left, right)
#define KH_ALL(byte) vdupq_n_u8(byte)
#define KH_BITS(bytes) kh_neon_bits(bytes)

#include "nibble.inc.h"
#include "exports.inc.h"

#endif
