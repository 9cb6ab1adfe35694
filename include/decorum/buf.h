/* buf.h - a growable run of bytes that is always NUL-terminated. */
#ifndef DECORUM_BUF_H
#define DECORUM_BUF_H

#include <decorum/compiler.h>
#include <stdarg.h>
#include <stddef.h>

/* Zero-initialise: `struct dc_buf b = { 0 };`.  `data` is owned and may be NULL
 * while `len` is 0; use dc_buf_str() where a string is needed. */
struct dc_buf {
	char *data;
	size_t len, cap;
};

void dc_buf_clear(struct dc_buf *b);
DC_DEFINE_CLEAR(struct dc_buf, dc_buf_clear)

/* Forgets the content but keeps the memory. */
void dc_buf_reset(struct dc_buf *b);
void dc_buf_add(struct dc_buf *b, const void *bytes, size_t len);
void dc_buf_puts(struct dc_buf *b, const char *s);
void dc_buf_putc(struct dc_buf *b, char c);
void dc_buf_printf(struct dc_buf *b, const char *fmt, ...) DC_PRINTF(2, 3);
void dc_buf_vprintf(struct dc_buf *b, const char *fmt, va_list ap) DC_PRINTF(2, 0);

/* Borrowed; "" when empty; valid until the buffer changes. */
const char *dc_buf_str(const struct dc_buf *b);
/* The content as a string of its own, which the caller frees with dc_free();
 * the buffer is left empty. */
char *dc_buf_take(struct dc_buf *b);

#endif
