/* scarce.c - preloaded: memory runs out at one allocation of the whole program.
 *
 * SCARCE=N lets the Nth allocation fail, by whichever library it is made; SCARCE=N+ that one and
 * all after it.  SCARCE_COUNT=FILE has how many there were, whatever ends the program.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* glibc's own, for whoever stands in front of them. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);
void *__libc_memalign(size_t align, size_t size);

static long made, first = LONG_MAX, last;
static int count_to = -1;

static void count(long n)
{
	char line[32];
	int len = snprintf(line, sizeof(line), "%ld\n", n);

	if (pwrite(count_to, line, (size_t)len, 0) != len)
		abort();
}

static int refused(void)
{
	long n = __atomic_add_fetch(&made, 1, __ATOMIC_RELAXED);

	if (count_to >= 0)
		count(n);
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
	const char *which = getenv("SCARCE"), *file = getenv("SCARCE_COUNT");

	made = 0;
	if (file)
		count_to = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (which) {
		first = strtol(which, NULL, 10);
		last = strchr(which, '+') ? LONG_MAX : first;
	}
	/* The programs that it starts are not meant. */
	unsetenv("SCARCE");
	unsetenv("SCARCE_COUNT");
	unsetenv("LD_PRELOAD");
}
