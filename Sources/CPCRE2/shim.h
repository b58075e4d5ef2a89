// PCRE2 has one header for three code unit widths. Keyhound scans bytes, so it wants the 8-bit one.
#ifndef KEYHOUND_CPCRE2_SHIM_H
#define KEYHOUND_CPCRE2_SHIM_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
