/* mem.h - allocation that cannot fail. */
#ifndef DECORUM_MEM_H
#define DECORUM_MEM_H

#include <decorum/compiler.h>
#include <stddef.h>

/* Running out of memory ends the process.  What matters is on disk and transactional, so dying is
 * always safe.  By abort(), or as the program wishes: what it gives here must not return. */
void dc_when_exhausted(void (*end)(void *data), void *data);
/* For the memory of other libraries, whose callers could only go on with a wrong answer. */
void dc_exhausted(void) __attribute__((noreturn));

/* Never return NULL. */
void dc_free(void *p);
void *dc_alloc(size_t n, size_t size) __attribute__((malloc, alloc_size(1, 2), returns_nonnull));
void *dc_grow(void *p, size_t n, size_t size) __attribute__((alloc_size(2, 3), returns_nonnull));
char *dc_strdup(const char *s) __attribute__((malloc, returns_nonnull));
char *dc_strndup(const char *s, size_t len) __attribute__((malloc, returns_nonnull));
char *dc_printf(const char *fmt, ...) __attribute__((malloc, returns_nonnull)) DC_PRINTF(1, 2);

/* DC_AUTO(dc_str) char *s = ...; */
static inline void dc_str_auto(char **s) { dc_free(*s); }

/* Many small things that die together.  Zero-initialise; dc_arena_clear() frees
 * them all and leaves it reusable.  What it hands out never moves. */
struct dc_arena {
	struct dc_arena_block *blocks;
};

void *dc_arena_alloc(struct dc_arena *a, size_t n, size_t size) __attribute__((returns_nonnull));
char *dc_arena_strdup(struct dc_arena *a, const char *s) __attribute__((returns_nonnull));
char *dc_arena_strndup(struct dc_arena *a, const char *s, size_t len)
	__attribute__((returns_nonnull));
char *dc_arena_printf(struct dc_arena *a, const char *fmt, ...) __attribute__((returns_nonnull))
DC_PRINTF(2, 3);
void dc_arena_clear(struct dc_arena *a);
DC_DEFINE_CLEAR(struct dc_arena, dc_arena_clear)

#endif
