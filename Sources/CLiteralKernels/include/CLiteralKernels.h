// The loops of the prefilter, for each instruction set that is worth one. Everything here is a pure function of its
// arguments; what is read is never written.
//
// All variants of a loop give the same result: the Swift twins in LiteralSearch are the oracle.

#ifndef KEYHOUND_LITERAL_KERNELS_H
#define KEYHOUND_LITERAL_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// An instruction set that a loop is written for.
typedef enum {
    KH_PORTABLE = 0,
    KH_SSE42 = 1,
    KH_AVX2 = 2,
    /// With the byte permutations of VBMI and VBMI2, and with GFNI: Ice Lake, Zen 4 and newer.
    KH_AVX512 = 3,
    KH_NEON = 4,
} kh_kernel;

/// Whether this processor, and this build, can run a kernel.
bool kh_is_supported(kh_kernel kernel);

// MARK: Literals

enum {
    /// Bytes of the window by which a literal is found first.
    KH_WINDOW = 4,
    /// The farthest that a window begins behind the first byte of its literal.
    KH_FARTHEST_WINDOW = 12,
    /// Byte classes that the filter tells apart.
    KH_CLASSES = 64,
    /// Buckets of one plane of the filter: one bit each.
    KH_BUCKETS_IN_PLANE = 8,
    /// Bits of a window's hash.
    KH_HASH_BITS = 16,
    /// Bits of a hash that name a slot.
    KH_SLOT_BITS = 13,
    /// Window positions that are looked at in one go.
    KH_BLOCK = 2048,
};

/// A literal, ready to be compared with the text around a window.
typedef struct {
    /// Its first 8 bytes, of which `mask` says which bits count; little-endian.
    uint64_t value;
    uint64_t mask;
    uint32_t literal;
    uint32_t length;
    /// Where the bytes behind the first 8 lie in `tails`, in lower case if case does not count.
    uint32_t tail;
    /// How far the window begins behind the literal's first byte.
    uint8_t offset;
    uint8_t ignores_case;
    /// Whether this is the last entry of its slot.
    uint8_t is_last;
    uint8_t reserved;
} kh_entry;

/// The windows of one length, by hash.
typedef struct {
    /// 2^KH_HASH_BITS bits: whether a window has this hash.
    const uint8_t *bits;
    /// For each slot the first of its entries. Slots without an entry are never asked.
    const uint32_t *slots;
} kh_hash_table;

typedef struct {
    /// The class of each of the 128 byte values that differ in their low 7 bits.
    const uint8_t *classes;
    /// [plane][window position][class]: the buckets in which a literal has this class at this position.
    const uint8_t *planes;
    /// [plane][window position][low or high][nibble]: the same by the nibbles of the byte.
    const uint8_t *nibbles;
    size_t plane_count;
    /// 2^KH_HASH_BITS bits: whether the first 3 bytes of any window have this hash.
    const uint8_t *beginnings;
    /// Windows of 4 bytes, and of 3.
    kh_hash_table four;
    kh_hash_table three;
    const kh_entry *entries;
    const uint8_t *tails;
    /// The most entries that one position can be compared with.
    size_t most_entries;
} kh_literal_table;

typedef struct {
    uint32_t index;
    uint32_t offset;
} kh_literal_hit;

/// The hash of a window: 4 bytes, or 3 with a zero behind them, little-endian. Case of ASCII letters does not count.
static inline uint32_t kh_window_hash(uint32_t window) {
    // 2^32 divided by the golden ratio: multiplicative hashing (Knuth, The Art of Computer Programming, 6.4).
    return ((window | 0x20202020u) * 0x9E3779B1u) >> (32 - KH_HASH_BITS);
}

/// Finds every literal that begins in `first ..< last` and ends in the text.
///
/// Looks at windows from `*position` on, in ascending order, and stops when the next block might not fit into `hits`;
/// `*position` is then where to go on, else `end`.
///
/// - text: `count` bytes, below 4 GiB.
/// - end: where windows end to begin, at most `count`.
/// - hits: room for `capacity`, at least `KH_BLOCK * most_entries`.
/// - returns: how many hits were written.
size_t kh_find_literals(
    kh_kernel kernel, const kh_literal_table *table, const uint8_t *text, size_t count, size_t first, size_t last,
    size_t *position, size_t end, kh_literal_hit *hits, size_t capacity);

// MARK: Runs of a byte class

enum {
    /// Classes that one walk tells apart.
    KH_MOST_CLASSES = 8,
    /// The most runs that one step of a walk, and the end of the text behind it, can find: runs have at least 2 bytes,
    /// and one between them.
    KH_STEP_RUNS = KH_MOST_CLASSES * 24,
    /// Doublings after which 64 bits are one run.
    KH_RUN_STEPS = 6,
};

/// Byte classes, as the kernels look bytes up. Made by `kh_make_class_table`.
typedef struct {
    size_t class_count;
    /// Whether any class holds a byte above 0x7F.
    bool has_high_members;
    /// The fewest and the most bytes of a run of each class that are of interest.
    uint32_t shortest[KH_MOST_CLASSES];
    uint32_t longest[KH_MOST_CLASSES];
    /// How to see whether 64 bits have a run of the fewest bytes: that many times "and the bits shifted by this".
    uint64_t shifts[KH_RUN_STEPS][KH_MOST_CLASSES];
    /// For each byte value the classes that it belongs to, one bit each.
    uint8_t members[256];
    /// The same by nibbles: bit h of `ascii[c][l]` says that the byte with high nibble h and low nibble l belongs to
    /// class c, bit h of `high[c][l]` the same of the byte with high nibble h + 8.
    uint8_t ascii[KH_MOST_CLASSES][16];
    uint8_t high[KH_MOST_CLASSES][16];
} kh_class_table;

/// - members: 256 bytes.
/// - class_count: KH_MOST_CLASSES at most, and as many lengths; the shortest are at least 2.
void kh_make_class_table(
    kh_class_table *table, const uint8_t *members, size_t class_count, const uint32_t *shortest,
    const uint32_t *longest);

typedef struct {
    uint32_t class_index;
    uint32_t offset;
    uint32_t length;
} kh_run;

/// Where a walk over runs is.
typedef struct {
    size_t position;
    /// For each class how many of the bytes right before `position` belong to it.
    uint32_t trailing[KH_MOST_CLASSES];
} kh_run_walk;

/// A walk that begins at `start`. A run that is under way there is taken to have begun one byte earlier.
void kh_begin_walk(kh_run_walk *walk, const kh_class_table *table, const uint8_t *text, size_t start);

/// Finds maximal runs of each class whose length is of interest and that begin before `last`. The end of the text ends
/// a run.
///
/// Goes on where `walk` says, and stops when the next step might not fit into `runs`; it is at the end when
/// `walk->position` is `count`, or at least `last` with no run under way that began before.
///
/// - last: offset in the text, at most `count`.
/// - runs: room for `capacity`, at least KH_STEP_RUNS.
/// - returns: how many runs were written, by offset of their end within a class.
size_t kh_find_runs(
    kh_kernel kernel, const kh_class_table *table, const uint8_t *text, size_t count, size_t last, kh_run_walk *walk,
    kh_run *runs, size_t capacity);

/// Whether a walk has nothing more to find.
bool kh_has_ended(const kh_class_table *table, const kh_run_walk *walk, size_t count, size_t last);

// MARK: Counting

/// How often `byte` stands in the text; where it stands last, or SIZE_MAX.
size_t kh_count(kh_kernel kernel, const uint8_t *text, size_t count, uint8_t byte, size_t *last);

/// Whether `byte` stands in the text.
bool kh_contains(kh_kernel kernel, const uint8_t *text, size_t count, uint8_t byte);

#endif
