/* scarce.c - preloaded: memory runs out at one allocation of the whole program.
 *
 * SCARCE=N lets the Nth allocation fail, by whichever library it is made; SCARCE=N+ that one and
 * all after it.  SCARCE_COUNT=FILE writes how many there were, at the end.
 */
#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* glibc's own, for whoever stands in front of them. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);
void *__libc_memalign(size_t align, size_t size);

static long made, first = LONG_MAX, last;
static const char *count_to;

static int refused(void)
{
	long n = __atomic_add_fetch(&made, 1, __ATOMIC_RELAXED);

	if (n < first || n > last)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *malloc(size_t size) { return refused() ? NULL : __libc_malloc(size); }
void *calloc(size_t n, size_t size) { return refused() ? NULL : __libc_calloc(n, size); }
void *realloc(void *p, size_t size) { return refused() ? NULL : __libc_realloc(p, size); }

void *aligned_alloc(size_t align, size_t size)
{
	return refused() ? NULL : __libc_memalign(align, size);
}

int posix_memalign(void **out, size_t align, size_t size)
{
	void *p = aligned_alloc(align, size);

	if (p)
		*out = p;
	return p ? 0 : ENOMEM;
}

__attribute__((constructor)) static void begin(void)
{
	const char *which = getenv("SCARCE");

	count_to = getenv("SCARCE_COUNT");
	made = 0;
	if (which) {
		first = strtol(which, NULL, 10);
		last = strchr(which, '+') ? LONG_MAX : first;
	}
	/* The programs that it starts are not meant. */
	unsetenv("SCARCE");
	unsetenv("SCARCE_COUNT");
	unsetenv("LD_PRELOAD");
}

__attribute__((destructor)) static void end(void)
{
	long n = made;
	FILE *f = count_to ? fopen(count_to, "w") : NULL;

	if (f) {
		fprintf(f, "%ld\n", n);
		fclose(f);
	}
}
