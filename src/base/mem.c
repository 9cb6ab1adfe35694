/* mem.c - the only file that calls malloc. */
#include <decorum/mem.h>

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An allocation has no argument for it, so this is the process's. */
static void (*end_with)(void *data);
static void *end_data;

void dc_when_exhausted(void (*end)(void *data), void *data)
{
	end_with = end;
	end_data = data;
}

void dc_exhausted(void)
{
	if (end_with)
		end_with(end_data);
	abort();
}

static void *must(void *p)
{
	if (!p)
		dc_exhausted();
	return p;
}

void *dc_alloc(size_t n, size_t size) { return must(calloc(n ? n : 1, size ? size : 1)); }
void dc_free(void *p) { free(p); }

void *dc_grow(void *p, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		must(NULL);
	return must(realloc(p, bytes ? bytes : 1));
}

char *dc_strndup(const char *s, size_t len)
{
	char *copy = dc_alloc(len + 1, 1);

	if (len)
		memcpy(copy, s, len);
	return copy;
}

char *dc_strdup(const char *s) { return dc_strndup(s, strlen(s)); }

static DC_PRINTF(1, 0) size_t formatted_length(const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		dc_exhausted();
	return (size_t)n;
}

char *dc_printf(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	size_t len = formatted_length(fmt, ap);
	char *s = dc_alloc(len + 1, 1);

	vsnprintf(s, len + 1, fmt, ap);
	va_end(ap);
	return s;
}

struct dc_arena_block {
	struct dc_arena_block *next;
	size_t used, size;
	max_align_t data[];
};

enum { BLOCK = 4096 };

static struct dc_arena_block *room(struct dc_arena *a, size_t bytes)
{
	struct dc_arena_block *b = a->blocks;

	if (b && b->size - b->used >= bytes)
		return b;
	size_t size = bytes > BLOCK / 4 ? bytes : BLOCK;

	b = dc_alloc(1, sizeof(*b) + size);
	b->size = size;
	/* A large piece gets a block of its own behind the one that still has room. */
	if (size == bytes && a->blocks) {
		b->next = a->blocks->next;
		a->blocks->next = b;
	} else {
		b->next = a->blocks;
		a->blocks = b;
	}
	return b;
}

void *dc_arena_alloc(struct dc_arena *a, size_t n, size_t size)
{
	const size_t align = sizeof(max_align_t);
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes) || bytes > SIZE_MAX / 2)
		must(NULL);
	bytes = (bytes + align - 1) / align * align;
	if (!bytes)
		bytes = align;
	struct dc_arena_block *b = room(a, bytes);
	void *p = (char *)b->data + b->used;

	b->used += bytes;
	return p;
}

char *dc_arena_strndup(struct dc_arena *a, const char *s, size_t len)
{
	char *copy = dc_arena_alloc(a, len + 1, 1);

	if (len)
		memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *dc_arena_strdup(struct dc_arena *a, const char *s)
{
	return dc_arena_strndup(a, s, strlen(s));
}

char *dc_arena_printf(struct dc_arena *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	size_t len = formatted_length(fmt, ap);
	char *s = dc_arena_alloc(a, len + 1, 1);

	vsnprintf(s, len + 1, fmt, ap);
	va_end(ap);
	return s;
}

void dc_arena_clear(struct dc_arena *a)
{
	while (a->blocks) {
		struct dc_arena_block *b = a->blocks;

		a->blocks = b->next;
		dc_free(b);
	}
}
