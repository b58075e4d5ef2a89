// Two libraries for one format: libdeflate is twice as fast where a whole stream is in memory, zlib takes it in pieces.
#ifndef KEYHOUND_CDEFLATE_SHIM_H
#define KEYHOUND_CDEFLATE_SHIM_H

#include <libdeflate.h>
#include <zlib.h>

#endif
