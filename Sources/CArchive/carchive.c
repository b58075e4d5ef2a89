#include "carchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <pthread.h>

_Static_assert(KEYHOUND_ARCHIVE_EOF == ARCHIVE_EOF && KEYHOUND_ARCHIVE_OK == ARCHIVE_OK, "libarchive's codes");
_Static_assert(KEYHOUND_ARCHIVE_RETRY == ARCHIVE_RETRY && KEYHOUND_ARCHIVE_WARN == ARCHIVE_WARN, "libarchive's codes");
_Static_assert(KEYHOUND_ARCHIVE_FAILED == ARCHIVE_FAILED, "libarchive's codes");
_Static_assert(KEYHOUND_ARCHIVE_FATAL == ARCHIVE_FATAL, "libarchive's codes");
_Static_assert(KEYHOUND_FILTER_GZIP == ARCHIVE_FILTER_GZIP, "libarchive's codes");
_Static_assert(KEYHOUND_FILTER_BZIP2 == ARCHIVE_FILTER_BZIP2, "libarchive's codes");
_Static_assert(KEYHOUND_FILTER_XZ == ARCHIVE_FILTER_XZ && KEYHOUND_FILTER_RPM == ARCHIVE_FILTER_RPM, "libarchive's");
_Static_assert(KEYHOUND_FILTER_LZ4 == ARCHIVE_FILTER_LZ4 && KEYHOUND_FILTER_ZSTD == ARCHIVE_FILTER_ZSTD, "libarchive's");
_Static_assert(sizeof(la_int64_t) == sizeof(int64_t) && sizeof(la_ssize_t) == sizeof(ssize_t), "libarchive's types");

// The interface that the header of this build describes.
#define LIBRARY "libarchive.so.13"

#define CALLS(X) \
  X(archive_read_new) \
  X(archive_read_support_format_raw) \
  X(archive_read_support_format_zip) \
  X(archive_read_support_format_zip_streamable) \
  X(archive_read_support_format_tar) \
  X(archive_read_support_format_cpio) \
  X(archive_read_support_format_ar) \
  X(archive_read_support_format_7zip) \
  X(archive_read_support_format_rar) \
  X(archive_read_support_format_rar5) \
  X(archive_read_support_format_cab) \
  X(archive_read_support_format_iso9660) \
  X(archive_read_append_filter) \
  X(archive_read_set_format_option) \
  X(archive_read_set_callback_data) \
  X(archive_read_set_read_callback) \
  X(archive_read_set_seek_callback) \
  X(archive_read_open1) \
  X(archive_read_next_header) \
  X(archive_read_data_block) \
  X(archive_error_string) \
  X(archive_errno) \
  X(archive_read_free) \
  X(archive_entry_pathname) \
  X(archive_entry_symlink) \
  X(archive_entry_hardlink) \
  X(archive_entry_filetype) \
  X(archive_entry_size) \
  X(archive_entry_size_is_set) \
  X(archive_entry_is_encrypted)

#define POINTER(name) __typeof__(name) *name;
static struct {
  CALLS(POINTER)
} library;

static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  bool is_complete = true;
#define RESOLVE(name) \
  library.name = (__typeof__(name) *)dlsym(handle, #name); \
  if (!library.name) is_complete = false;
  CALLS(RESOLVE)
  is_loaded = is_complete;
}

bool keyhound_archive_load(void) {
  pthread_once(&once, load);
  return is_loaded;
}

struct archive *keyhound_archive_new(void) { return library.archive_read_new(); }

int keyhound_archive_support_format(struct archive *archive, int format) {
  switch (format) {
  case KEYHOUND_FORMAT_RAW: return library.archive_read_support_format_raw(archive);
  case KEYHOUND_FORMAT_ZIP: return library.archive_read_support_format_zip(archive);
  case KEYHOUND_FORMAT_ZIP_STREAM: return library.archive_read_support_format_zip_streamable(archive);
  case KEYHOUND_FORMAT_TAR: return library.archive_read_support_format_tar(archive);
  case KEYHOUND_FORMAT_CPIO: return library.archive_read_support_format_cpio(archive);
  case KEYHOUND_FORMAT_AR: return library.archive_read_support_format_ar(archive);
  case KEYHOUND_FORMAT_7ZIP: return library.archive_read_support_format_7zip(archive);
  case KEYHOUND_FORMAT_RAR: return library.archive_read_support_format_rar(archive);
  case KEYHOUND_FORMAT_RAR5: return library.archive_read_support_format_rar5(archive);
  case KEYHOUND_FORMAT_CAB: return library.archive_read_support_format_cab(archive);
  case KEYHOUND_FORMAT_ISO9660: return library.archive_read_support_format_iso9660(archive);
  default: return ARCHIVE_FATAL;
  }
}

int keyhound_archive_append_filter(struct archive *archive, int filter) {
  return library.archive_read_append_filter(archive, filter);
}

int keyhound_archive_set_format_option(
  struct archive *archive, const char *module, const char *option, const char *value) {
  return library.archive_read_set_format_option(archive, module, option, value);
}

int keyhound_archive_open(
  struct archive *archive, void *context, keyhound_archive_read_callback read, keyhound_archive_seek_callback seek) {
  int result = library.archive_read_set_callback_data(archive, context);
  if (result == ARCHIVE_OK) result = library.archive_read_set_read_callback(archive, read);
  if (result == ARCHIVE_OK && seek) result = library.archive_read_set_seek_callback(archive, seek);
  return result == ARCHIVE_OK ? library.archive_read_open1(archive) : result;
}

int keyhound_archive_next_header(struct archive *archive, struct archive_entry **entry) {
  return library.archive_read_next_header(archive, entry);
}

int keyhound_archive_read_data_block(struct archive *archive, const void **bytes, size_t *count, int64_t *offset) {
  return library.archive_read_data_block(archive, bytes, count, offset);
}

const char *keyhound_archive_error_string(struct archive *archive) { return library.archive_error_string(archive); }

int keyhound_archive_errno(struct archive *archive) { return library.archive_errno(archive); }

void keyhound_archive_free(struct archive *archive) { library.archive_read_free(archive); }

const char *keyhound_entry_pathname(struct archive_entry *entry) { return library.archive_entry_pathname(entry); }

const char *keyhound_entry_symlink(struct archive_entry *entry) { return library.archive_entry_symlink(entry); }

const char *keyhound_entry_hardlink(struct archive_entry *entry) { return library.archive_entry_hardlink(entry); }

unsigned keyhound_entry_filetype(struct archive_entry *entry) { return library.archive_entry_filetype(entry); }

int64_t keyhound_entry_size(struct archive_entry *entry) {
  return library.archive_entry_size_is_set(entry) ? library.archive_entry_size(entry) : -1;
}

bool keyhound_entry_is_encrypted(struct archive_entry *entry) { return library.archive_entry_is_encrypted(entry); }
