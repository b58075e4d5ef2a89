// Gives the loops of one instruction set the names that the dispatch knows. To be included last, with KH_SUFFIX.

#define KH_JOIN_(stem, suffix) stem##_##suffix
#define KH_JOIN(stem, suffix) KH_JOIN_(stem, suffix)

size_t KH_JOIN(kh_find_literals, KH_SUFFIX)(
    const kh_literal_table *table, const uint8_t *text, size_t count, size_t first, size_t last, size_t *position,
    size_t end, kh_literal_hit *hits, size_t capacity) {
    return KH_SEARCH(table, text, count, first, last, position, end, hits, capacity);
}

size_t KH_JOIN(kh_find_runs, KH_SUFFIX)(
    const kh_class_table *table, const uint8_t *text, size_t count, size_t last, kh_run_walk *walk, kh_run *runs,
    size_t capacity) {
    return KH_RUNS(table, text, count, last, walk, runs, capacity);
}

size_t KH_JOIN(kh_count, KH_SUFFIX)(const uint8_t *text, size_t count, uint8_t byte, size_t *last) {
    return KH_COUNT(text, count, byte, last);
}

bool KH_JOIN(kh_contains, KH_SUFFIX)(const uint8_t *text, size_t count, uint8_t byte) {
    return KH_CONTAINS(text, count, byte);
}
