// Searches a text for many literals with Hyperscan, as fast as it can, and counts every match.
//
//     search_literals LITERALS TEXT [ROUNDS]
//
// LITERALS has one literal a line, `i` or `s`, a tab, the bytes in hexadecimal: see Benchmarks/compare/literals.py.
// The text is one block. Prints bytes, matches, a checksum over (literal, end) of every match, and the median speed.
// `microbench literals` prints the same of Keyhound's searcher: matches and checksum must be equal.

#define _GNU_SOURCE
#include <hs/hs.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct bytes {
    char *start;
    size_t length;
};

struct literals {
    const char **texts;
    size_t *lengths;
    unsigned *flags;
    unsigned *ids;
    unsigned count;
};

struct matches {
    uint64_t count;
    uint64_t checksum;
};

static void *require(void *memory, const char *what) {
    if (memory == NULL) {
        perror(what);
        exit(2);
    }
    return memory;
}

static struct bytes read_file(const char *path) {
    FILE *file = require(fopen(path, "rb"), path);
    if (fseek(file, 0, SEEK_END) != 0) exit(2);
    const long length = ftell(file);
    rewind(file);
    char *start = require(malloc(length + 1), "memory");
    if (fread(start, 1, length, file) != (size_t)length) {
        fprintf(stderr, "%s: short read\n", path);
        exit(2);
    }
    fclose(file);
    start[length] = 0;
    return (struct bytes){start, length};
}

static struct literals read_literals(const char *path) {
    struct bytes file = read_file(path);
    size_t lines = 0;
    for (size_t index = 0; index < file.length; index++) lines += file.start[index] == '\n';
    struct literals result = {
        require(calloc(lines + 1, sizeof(char *)), "memory"), require(calloc(lines + 1, sizeof(size_t)), "memory"),
        require(calloc(lines + 1, sizeof(unsigned)), "memory"), require(calloc(lines + 1, sizeof(unsigned)), "memory"),
        0};
    char *rest = NULL;
    for (char *line = strtok_r(file.start, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
        const size_t length = strlen(line + 2) / 2;
        char *text = require(malloc(length + 1), "memory");
        for (size_t index = 0; index < length; index++) {
            unsigned byte;
            if (sscanf(line + 2 + 2 * index, "%2x", &byte) != 1) exit(2);
            text[index] = (char)byte;
        }
        result.texts[result.count] = text;
        result.lengths[result.count] = length;
        result.flags[result.count] = line[0] == 'i' ? HS_FLAG_CASELESS : 0;
        result.ids[result.count] = result.count;
        result.count++;
    }
    return result;
}

static int count_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    (void)from;
    (void)flags;
    struct matches *matches = context;
    matches->count++;
    matches->checksum += (id + 1) * (uint64_t)to;
    return 0;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

static int by_size(const void *left, const void *right) {
    const double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

int main(int count, char **arguments) {
    if (count < 3 || count > 4) {
        fputs("usage: search_literals LITERALS TEXT [ROUNDS]\n", stderr);
        return 2;
    }
    const int rounds = count > 3 ? atoi(arguments[3]) : 5;
    if (rounds < 1 || rounds > 1000) return 2;
    const struct literals literals = read_literals(arguments[1]);
    const struct bytes text = read_file(arguments[2]);

    hs_database_t *database;
    hs_compile_error_t *error;
    if (hs_compile_lit_multi(literals.texts, literals.flags, literals.ids, literals.lengths, literals.count,
                             HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
        fprintf(stderr, "search_literals: %s\n", error->message);
        return 2;
    }
    hs_scratch_t *scratch = NULL;
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return 2;

    struct matches matches;
    double *times = require(calloc(rounds, sizeof(double)), "memory");
    for (int round = -1; round < rounds; round++) {
        matches = (struct matches){0, 0};
        const double start = seconds();
        if (hs_scan(database, text.start, (unsigned)text.length, 0, scratch, count_match, &matches) != HS_SUCCESS)
            return 2;
        if (round >= 0) times[round] = seconds() - start;
    }
    qsort(times, rounds, sizeof(double), by_size);
    printf("hyperscan %s literals: %u literals, %zu bytes, %llu matches, checksum %016llx, %.3f GB/s (median of %d)\n",
           hs_version(), literals.count, text.length, (unsigned long long)matches.count,
           (unsigned long long)matches.checksum, text.length / times[rounds / 2] / 1e9, rounds);
    return 0;
}
