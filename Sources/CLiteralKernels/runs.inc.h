// The walk over runs, for one instruction set. To be included behind the definition of
//
//     KH_TARGET                            see search.inc.h
//     KH_RUNS                              the name of the function to be defined
//     KH_CLASS_BITS(table, bytes, bits)    for each class a bit for each of 64 bytes
//     KH_WANTED_CLASSES(table, bytes, bits, trailing)
//                                          a bit for each class with a run of interest, or perhaps with one, in 64
//                                          bytes, and then the bits of all classes; the trailing bytes of the others
//                                          are counted

KH_TARGET static size_t KH_RUNS(
    const kh_class_table *table, const uint8_t *text, size_t count, size_t last, kh_run_walk *walk, kh_run *runs,
    size_t capacity) {
    uint64_t bits[KH_MOST_CLASSES] = {0};
    size_t run_count = 0;
    size_t position = walk->position;
    // Nothing but whole steps, and runs that begin before `last` whatever comes.
    size_t whole = last < 64 ? 0 : last - 64;
    while (position <= whole && whole > 0 && capacity - run_count >= KH_STEP_RUNS) {
        uint32_t wanted = KH_WANTED_CLASSES(table, text + position, bits, walk->trailing);
        while (wanted) {
            size_t index = (size_t)__builtin_ctz(wanted);
            wanted &= wanted - 1;
            run_count = kh_take_bits(table, index, bits[index], position, &walk->trailing[index], runs, run_count);
        }
        position += 64;
    }
    walk->position = position;
    while (!kh_has_ended(table, walk, count, last) && capacity - run_count >= KH_STEP_RUNS) {
        position = walk->position;
        size_t left = count - position;
        if (left >= 64) {
            KH_CLASS_BITS(table, text + position, bits);
            left = 64;
        } else {
            uint8_t copy[64] = {0};
            memcpy(copy, text + position, left);
            KH_CLASS_BITS(table, copy, bits);
            for (size_t index = 0; index < table->class_count; index++) bits[index] &= (1ull << left) - 1;
        }
        for (size_t index = 0; index < table->class_count; index++) {
            run_count = kh_take_bits(table, index, bits[index], position, &walk->trailing[index], runs, run_count);
        }
        walk->position = position + left;
    }
    if (walk->position == count) {
        // The end of the text ends what is under way.
        for (size_t index = 0; index < table->class_count; index++) {
            run_count = kh_note_run(table, index, count, walk->trailing[index], runs, run_count);
            walk->trailing[index] = 0;
        }
    }
    return run_count;
}
