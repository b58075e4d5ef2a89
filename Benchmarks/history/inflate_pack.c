// Inflates every entry of a pack once, with libdeflate, on one core: what reading a history costs at least.
//
//     inflate_pack PACK        its index, version 2, lies beside it
//
// Prints the number of entries and the bytes that they inflate to. Deltas are not applied.
// Format: git's Documentation/gitformat-pack.

#include <fcntl.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

typedef struct {
    const uint8_t *bytes;
    size_t size;
} Mapping;

static Mapping map(const char *path) {
    int file = open(path, O_RDONLY);
    struct stat facts;
    if (file < 0 || fstat(file, &facts) != 0) {
        perror(path);
        exit(2);
    }
    void *bytes = mmap(NULL, (size_t)facts.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) {
        perror(path);
        exit(2);
    }
    return (Mapping){bytes, (size_t)facts.st_size};
}

static uint32_t word(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static int ascending(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

int main(int count, char **arguments) {
    if (count != 2 || strlen(arguments[1]) < 5) {
        fputs("inflate_pack PACK\n", stderr);
        return 2;
    }
    char *index_path = strdup(arguments[1]);
    strcpy(index_path + strlen(index_path) - 5, ".idx");
    Mapping pack = map(arguments[1]), index = map(index_path);
    const uint8_t *fanout = index.bytes + 8;
    uint32_t objects = word(fanout + 255 * 4);
    // Names of 20 or 32 bytes, then checksums, offsets, and two hashes at the end.
    size_t id = index.size >= 8 + 1024 + (size_t)objects * 40 + 64 ? 32 : 20;
    const uint8_t *offsets = fanout + 1024 + (size_t)objects * (id + 4), *large = offsets + (size_t)objects * 4;
    uint64_t *starts = malloc(sizeof(uint64_t) * (objects + 1));
    for (uint32_t i = 0; i < objects; i++) {
        uint32_t offset = word(offsets + (size_t)i * 4);
        const uint8_t *wide = large + (size_t)(offset & 0x7fffffff) * 8;
        starts[i] = offset >> 31 ? (uint64_t)word(wide) << 32 | word(wide + 4) : offset;
    }
    qsort(starts, objects, sizeof *starts, ascending);
    starts[objects] = pack.size - id;

    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    uint8_t *room = NULL;
    size_t capacity = 0;
    uint64_t total = 0;
    for (uint32_t i = 0; i < objects; i++) {
        const uint8_t *entry = pack.bytes + starts[i], *end = pack.bytes + starts[i + 1];
        int type = *entry >> 4 & 7;
        size_t size = *entry & 15;
        for (int shift = 4; *entry++ & 0x80; shift += 7) size |= (size_t)(*entry & 0x7f) << shift;
        if (type == 6) {
            while (*entry++ & 0x80) {}
        } else if (type == 7) {
            entry += id;
        }
        if (size > capacity) room = realloc(room, capacity = size * 2);
        size_t made;
        if (libdeflate_zlib_decompress(inflater, entry, (size_t)(end - entry), room, size, &made)
            != LIBDEFLATE_SUCCESS || made != size) {
            fprintf(stderr, "entry at %llu: broken\n", (unsigned long long)starts[i]);
            return 1;
        }
        total += size;
    }
    printf("%u entries, %llu bytes\n", objects, (unsigned long long)total);
    return 0;
}
