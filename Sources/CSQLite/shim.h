// SQLITE_TRANSIENT is a cast of a number to a pointer, which Swift does not import: the one call that needs it is here.
#ifndef KEYHOUND_CSQLITE_SHIM_H
#define KEYHOUND_CSQLITE_SHIM_H

#include <sqlite3.h>

static inline int keyhound_bind_copy(sqlite3_stmt *statement, int position, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, position, bytes, count, SQLITE_TRANSIENT);
}

#endif
