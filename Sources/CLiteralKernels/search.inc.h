// The walk over the text, for one instruction set. To be included behind the definition of
//
//     KH_TARGET              the attribute that lets a function use the instruction set
//     KH_SEARCH              the name of the function to be defined
//     KH_FILTER(bytes, count, table, left)
//                            the positions in `0 ..< count` that the filter leaves; `count` is a multiple of 64,
//                            and KH_BEHIND bytes behind it may be read

/// Looks at the windows of `start ..< end`, fewer than a block, in a copy that has room around it.
KH_TARGET static void KH_EDGE(kh_search *search, size_t start, size_t end) {
    uint8_t copy[KH_BEFORE + KH_BLOCK + KH_BEHIND];
    size_t from = start > KH_BEFORE ? start - KH_BEFORE : 0;
    size_t to = search->count - end > KH_WINDOW + 8 ? end + KH_WINDOW + 8 : search->count;
    size_t lead = KH_BEFORE - (start - from);
    size_t window_count = (end - start + 63) / 64 * 64;
    memset(copy, 0, lead);
    memcpy(copy + lead, search->text + from, to - from);
    memset(copy + lead + (to - from), 0, KH_BEFORE + window_count + KH_BEHIND - lead - (to - from));
    kh_positions left;
    left.count = 0;
    KH_FILTER(copy + KH_BEFORE, window_count, search->table, &left);
    while (left.count > 0 && left.positions[left.count - 1] >= end - start) left.count--;
    kh_examine(search, copy + KH_BEFORE, start, &left);
}

KH_TARGET static size_t KH_SEARCH(
    const kh_literal_table *table, const uint8_t *text, size_t count, size_t first, size_t last, size_t *position,
    size_t end, kh_literal_hit *hits, size_t capacity) {
    kh_search search = {table, text, count, first, last, hits, 0};
    size_t most_hits = KH_BLOCK * table->most_entries;
    size_t place = *position;
    while (place < end && capacity - search.hit_count >= most_hits) {
        size_t length = end - place < KH_BLOCK ? end - place : KH_BLOCK;
        if (place < KH_BEFORE) {
            // As little as possible in the slow way.
            if (length > 64) length = 64;
            KH_EDGE(&search, place, place + length);
        } else if (count - place < length + KH_BEHIND || length < 64) {
            KH_EDGE(&search, place, place + length);
        } else {
            length = length / 64 * 64;
            kh_positions left;
            left.count = 0;
            KH_FILTER(text + place, length, table, &left);
            kh_examine(&search, text + place, place, &left);
        }
        place += length;
    }
    *position = place;
    return search.hit_count;
}
