// What Swift does not import: SQLITE_TRANSIENT is a cast of a number to a pointer, and sqlite3_db_config takes a varying
// number of arguments.
#ifndef KEYHOUND_CSQLITE_SHIM_H
#define KEYHOUND_CSQLITE_SHIM_H

#include <sqlite3.h>

static inline int keyhound_bind_copy(sqlite3_stmt *statement, int position, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, position, bytes, count, SQLITE_TRANSIENT);
}

static inline int keyhound_configure(sqlite3 *database, int option, int is_on) {
    return sqlite3_db_config(database, option, is_on, (int *)0);
}

#endif
