// Counting one byte value, for one instruction set. To be included behind the definition of
//
//     KH_TARGET                     see search.inc.h
//     KH_COUNT, KH_CONTAINS         the names of the functions to be defined
//     KH_EQUAL_BITS(bytes, byte)    a bit for each of 64 bytes that equals `byte`

KH_TARGET static size_t KH_COUNT(const uint8_t *text, size_t count, uint8_t byte, size_t *last) {
    size_t total = 0;
    *last = SIZE_MAX;
    size_t position = 0;
    for (; count - position >= 64; position += 64) {
        uint64_t bits = KH_EQUAL_BITS(text + position, byte);
        total += (size_t)__builtin_popcountll(bits);
        if (bits) *last = position + 63 - (size_t)__builtin_clzll(bits);
    }
    for (; position < count; position++) {
        if (text[position] != byte) continue;
        total++;
        *last = position;
    }
    return total;
}

KH_TARGET static bool KH_CONTAINS(const uint8_t *text, size_t count, uint8_t byte) {
    size_t position = 0;
    for (; count - position >= 256; position += 256) {
        uint64_t bits = KH_EQUAL_BITS(text + position, byte) | KH_EQUAL_BITS(text + position + 64, byte);
        bits |= KH_EQUAL_BITS(text + position + 128, byte) | KH_EQUAL_BITS(text + position + 192, byte);
        if (bits) return true;
    }
    return position < count && memchr(text + position, byte, count - position) != NULL;
}
