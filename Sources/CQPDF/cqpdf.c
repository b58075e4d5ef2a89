#include "cqpdf.h"

#include <dlfcn.h>
#include <pthread.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

// The interface that the header of this build describes.
#define LIBRARY "libqpdf.so.29"

#define CALLS(X) \
  X(qpdf_init) \
  X(qpdf_cleanup) \
  X(qpdf_silence_errors) \
  X(qpdf_set_suppress_warnings) \
  X(qpdf_set_attempt_recovery) \
  X(qpdf_read_memory) \
  X(qpdf_has_error) \
  X(qpdf_get_error) \
  X(qpdf_get_error_code) \
  X(qpdf_more_warnings) \
  X(qpdf_next_warning) \
  X(qpdf_get_object_by_id) \
  X(qpdf_get_last_string_length) \
  X(qpdf_oh_is_stream) \
  X(qpdf_oh_get_dict) \
  X(qpdf_oh_unparse_resolved) \
  X(qpdf_oh_get_stream_data) \
  X(qpdf_oh_release_all)

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

bool keyhound_qpdf_load(void) {
  pthread_once(&once, load);
  return is_loaded;
}

static qpdf_data data_of(struct keyhound_qpdf *file) { return (qpdf_data)file; }

// What went wrong in the call before. Takes the error off, and the warnings, which would pile up.
static int outcome(qpdf_data data) {
  while (library.qpdf_more_warnings(data)) library.qpdf_next_warning(data);
  if (!library.qpdf_has_error(data)) return KEYHOUND_QPDF_OK;
  qpdf_error error = library.qpdf_get_error(data);
  switch (library.qpdf_get_error_code(data, error)) {
  case qpdf_e_password: return KEYHOUND_QPDF_PASSWORD;
  case qpdf_e_unsupported: return KEYHOUND_QPDF_UNSUPPORTED;
  default: return KEYHOUND_QPDF_DAMAGED;
  }
}

int keyhound_qpdf_open(const char *bytes, size_t count, struct keyhound_qpdf **file) {
  *file = NULL;
  qpdf_data data = library.qpdf_init();
  if (!data) return KEYHOUND_QPDF_NO_MEMORY;
  library.qpdf_silence_errors(data);
  library.qpdf_set_suppress_warnings(data, QPDF_TRUE);
  library.qpdf_set_attempt_recovery(data, QPDF_FALSE);
  library.qpdf_read_memory(data, "", bytes, count, "");
  int result = outcome(data);
  if (result == KEYHOUND_QPDF_OK) {
    *file = (struct keyhound_qpdf *)data;
  } else {
    library.qpdf_cleanup(&data);
  }
  return result;
}

void keyhound_qpdf_close(struct keyhound_qpdf *file) {
  qpdf_data data = data_of(file);
  library.qpdf_cleanup(&data);
}

int keyhound_qpdf_object(
  struct keyhound_qpdf *file, int number, int generation, const char **text, size_t *count, bool *is_stream) {
  qpdf_data data = data_of(file);
  *text = NULL;
  *count = 0;
  qpdf_oh object = library.qpdf_get_object_by_id(data, number, generation);
  *is_stream = library.qpdf_oh_is_stream(data, object);
  if (*is_stream) object = library.qpdf_oh_get_dict(data, object);
  *text = library.qpdf_oh_unparse_resolved(data, object);
  *count = library.qpdf_get_last_string_length(data);
  int result = outcome(data);
  library.qpdf_oh_release_all(data);
  return result;
}

int keyhound_qpdf_stream(
  struct keyhound_qpdf *file, int number, int generation, unsigned char **bytes, size_t *count) {
  qpdf_data data = data_of(file);
  *bytes = NULL;
  *count = 0;
  qpdf_oh object = library.qpdf_get_object_by_id(data, number, generation);
  if (library.qpdf_oh_is_stream(data, object)) {
    library.qpdf_oh_get_stream_data(data, object, qpdf_dl_none, NULL, bytes, count);
  }
  int result = outcome(data);
  if (result == KEYHOUND_QPDF_OK && !*bytes) result = KEYHOUND_QPDF_DAMAGED;
  if (result != KEYHOUND_QPDF_OK && *bytes) {
    free(*bytes);
    *bytes = NULL;
  }
  library.qpdf_oh_release_all(data);
  return result;
}

void keyhound_qpdf_free(unsigned char *bytes) { free(bytes); }
