/* buf.c - the growable buffer. */
#include <decorum/buf.h>

#include <stdio.h>
#include <string.h>

#include <decorum/mem.h>

static void enlarge(struct dc_buf *b, size_t need)
{
	size_t cap = b->cap ? b->cap : 64;

	while (cap < need)
		cap *= 2;
	b->data = dc_grow(b->data, cap, 1);
	b->cap = cap;
}

static inline void reserve(struct dc_buf *b, size_t more)
{
	if (b->len + more + 1 > b->cap)
		enlarge(b, b->len + more + 1);
}

void dc_buf_clear(struct dc_buf *b)
{
	dc_free(b->data);
	*b = (struct dc_buf){ 0 };
}

void dc_buf_reset(struct dc_buf *b)
{
	b->len = 0;
	if (b->data)
		b->data[0] = '\0';
}

void dc_buf_add(struct dc_buf *b, const void *bytes, size_t len)
{
	reserve(b, len);
	if (len)
		memcpy(b->data + b->len, bytes, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void dc_buf_puts(struct dc_buf *b, const char *s) { dc_buf_add(b, s, strlen(s)); }

void dc_buf_putc(struct dc_buf *b, char c)
{
	reserve(b, 1);
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

void dc_buf_vprintf(struct dc_buf *b, const char *fmt, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, again);

	va_end(again);
	if (n < 0)
		dc_exhausted();
	reserve(b, (size_t)n);
	vsnprintf(b->data + b->len, (size_t)n + 1, fmt, ap);
	b->len += (size_t)n;
}

void dc_buf_printf(struct dc_buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	dc_buf_vprintf(b, fmt, ap);
	va_end(ap);
}

const char *dc_buf_str(const struct dc_buf *b) { return b->data ? b->data : ""; }

char *dc_buf_take(struct dc_buf *b)
{
	char *s = b->data ? b->data : dc_strdup("");

	*b = (struct dc_buf){ 0 };
	return s;
}
