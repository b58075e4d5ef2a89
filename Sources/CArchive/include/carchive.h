// libarchive, loaded when the first container is met: it brings a dozen other libraries along, and a run over plain
// files should not pay for them. Each function is libarchive's of the same name, see archive_read(3) and
// archive_entry(3), unless a comment says more. None may be called before `keyhound_archive_load` has returned true.
#ifndef KEYHOUND_CARCHIVE_H
#define KEYHOUND_CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct archive;
struct archive_entry;

// What most functions return, as libarchive has it.
enum {
  KEYHOUND_ARCHIVE_EOF = 1,
  KEYHOUND_ARCHIVE_OK = 0,
  KEYHOUND_ARCHIVE_RETRY = -10,
  KEYHOUND_ARCHIVE_WARN = -20,
  KEYHOUND_ARCHIVE_FAILED = -25,
  KEYHOUND_ARCHIVE_FATAL = -30,
};

enum {
  KEYHOUND_FORMAT_RAW,
  KEYHOUND_FORMAT_ZIP,
  KEYHOUND_FORMAT_ZIP_STREAM,
  KEYHOUND_FORMAT_TAR,
  KEYHOUND_FORMAT_CPIO,
  KEYHOUND_FORMAT_AR,
  KEYHOUND_FORMAT_7ZIP,
  KEYHOUND_FORMAT_RAR,
  KEYHOUND_FORMAT_RAR5,
  KEYHOUND_FORMAT_CAB,
  KEYHOUND_FORMAT_ISO9660,
};

enum {
  KEYHOUND_FILTER_GZIP = 1,
  KEYHOUND_FILTER_BZIP2 = 2,
  KEYHOUND_FILTER_XZ = 6,
  KEYHOUND_FILTER_RPM = 8,
  KEYHOUND_FILTER_LZ4 = 13,
  KEYHOUND_FILTER_ZSTD = 14,
};

typedef ssize_t (*keyhound_archive_read_callback)(struct archive *, void *context, const void **bytes);
typedef int64_t (*keyhound_archive_seek_callback)(struct archive *, void *context, int64_t offset, int whence);

// Whether libarchive is there, and has all that is called here. Loads it the first time; for any thread.
bool keyhound_archive_load(void);

struct archive *keyhound_archive_new(void);

// Enables one format, and nothing else.
int keyhound_archive_support_format(struct archive *, int format);

// Puts one decompressor in front, without asking whether it fits. It is always a library, never a program.
int keyhound_archive_append_filter(struct archive *, int filter);

int keyhound_archive_set_format_option(
  struct archive *, const char *module, const char *option, const char *value);

// `seek` is NULL where the bytes can be read forward only.
int keyhound_archive_open(
  struct archive *, void *context, keyhound_archive_read_callback read, keyhound_archive_seek_callback seek);

int keyhound_archive_next_header(struct archive *, struct archive_entry **entry);
int keyhound_archive_read_data_block(struct archive *, const void **bytes, size_t *count, int64_t *offset);
const char *keyhound_archive_error_string(struct archive *);
int keyhound_archive_errno(struct archive *);
void keyhound_archive_free(struct archive *);

const char *keyhound_entry_pathname(struct archive_entry *);
const char *keyhound_entry_symlink(struct archive_entry *);
const char *keyhound_entry_hardlink(struct archive_entry *);

// The type bits of st_mode; 0 when the archive does not say.
unsigned keyhound_entry_filetype(struct archive_entry *);

// -1 when the archive does not say.
int64_t keyhound_entry_size(struct archive_entry *);

bool keyhound_entry_is_encrypted(struct archive_entry *);

#endif
