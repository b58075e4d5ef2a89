// libqpdf, loaded when the first encrypted PDF file is met: a run over other files should not pay for it. It decrypts
// only. Its C interface is described in qpdf-c.h; what is called of it is put together here to what Keyhound asks.
// None may be called before `keyhound_qpdf_load` has returned true. Nothing is printed.
#ifndef KEYHOUND_CQPDF_H
#define KEYHOUND_CQPDF_H

#include <stdbool.h>
#include <stddef.h>

struct keyhound_qpdf;

// Why a file, an object or a stream cannot be had.
enum {
  KEYHOUND_QPDF_OK,
  // Another password than the empty one is needed.
  KEYHOUND_QPDF_PASSWORD,
  // An encryption that libqpdf does not know.
  KEYHOUND_QPDF_UNSUPPORTED,
  KEYHOUND_QPDF_DAMAGED,
  KEYHOUND_QPDF_NO_MEMORY,
};

// Whether libqpdf is there, and has all that is called here. Loads it the first time; for any thread.
bool keyhound_qpdf_load(void);

// Opens a file that is in memory, and stays there until it is closed, with the empty password. Nothing is repaired.
//
// `*file` is NULL unless KEYHOUND_QPDF_OK is returned.
int keyhound_qpdf_open(const char *bytes, size_t count, struct keyhound_qpdf **file);

void keyhound_qpdf_close(struct keyhound_qpdf *file);

// The decrypted text of an object; of a stream, its dictionary. It is libqpdf's until the next call.
int keyhound_qpdf_object(
  struct keyhound_qpdf *file, int number, int generation, const char **text, size_t *count, bool *is_stream);

// The decrypted bytes of a stream, not decoded. To be freed with `keyhound_qpdf_free`.
int keyhound_qpdf_stream(
  struct keyhound_qpdf *file, int number, int generation, unsigned char **bytes, size_t *count);

void keyhound_qpdf_free(unsigned char *bytes);

#endif
