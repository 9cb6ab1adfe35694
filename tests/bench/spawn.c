/* spawn.c - how long a command takes from start to end, many times in a row.
 *
 *   spawn RUNS [-f ROWS.tsv] COMMAND ARGUMENT…
 *
 * "{0}" in an argument becomes the number of the run, "{1}"… the columns of the row that is
 * next in the file.  Prints, in microseconds: min p10 median p90 max, then the peak memory of
 * the largest run in KB, then the median of the processor time, which a busy machine changes
 * less.  Output is thrown away; an exit status above 1 ends it.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include <decorum/buf.h>
#include <decorum/mem.h>

extern char **environ;

enum { COLUMNS = 9 };

struct rows {
	char *text;
	const char **cell; /* COLUMNS for each row */
	size_t count;
};

static void read_rows(struct rows *r, const char *path)
{
	char *line = NULL;
	size_t cap = 0;
	FILE *f = fopen(path, "r");

	if (!f) {
		perror(path);
		exit(2);
	}
	while (getline(&line, &cap, f) > 0) {
		char *rest = dc_strdup(line);

		rest[strcspn(rest, "\n")] = '\0';
		r->cell = dc_grow(r->cell, (r->count + 1) * COLUMNS, sizeof(*r->cell));
		for (int c = 0; c < COLUMNS; c++) {
			char *tab = rest ? strchr(rest, '\t') : NULL;

			r->cell[r->count * COLUMNS + (size_t)c] = rest ? rest : "";
			if (tab)
				*tab++ = '\0';
			rest = tab;
		}
		r->count++;
	}
	free(line);
	fclose(f);
}

static char *fill_in(const char *arg, const struct rows *r, size_t run)
{
	struct dc_buf b = { 0 };

	for (; *arg; arg++) {
		if (arg[0] == '{' && arg[1] == '0' && arg[2] == '}')
			dc_buf_printf(&b, "%zu", run);
		else if (arg[0] == '{' && arg[1] >= '1' && arg[1] <= '9' && arg[2] == '}' &&
		         r->count)
			dc_buf_puts(&b, r->cell[run % r->count * COLUMNS + (size_t)(arg[1] - '1')]);
		else {
			dc_buf_putc(&b, *arg);
			continue;
		}
		arg += 2;
	}
	return dc_buf_take(&b);
}

static double processor(void)
{
	struct rusage used;

	getrusage(RUSAGE_CHILDREN, &used);
	return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e6 +
	       (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

static double run_once(char **argv, long *rss)
{
	posix_spawn_file_actions_t quiet;
	struct timespec from, to;
	struct rusage used;
	pid_t pid;
	int status;

	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
	clock_gettime(CLOCK_MONOTONIC, &from);
	if (posix_spawnp(&pid, argv[0], &quiet, NULL, argv, environ) ||
	    waitpid(pid, &status, 0) != pid) {
		perror(argv[0]);
		exit(2);
	}
	clock_gettime(CLOCK_MONOTONIC, &to);
	posix_spawn_file_actions_destroy(&quiet);
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		fprintf(stderr, "spawn: %s %s ended with status %d\n", argv[0],
		        argv[1] ? argv[1] : "", status);
		exit(1);
	}
	getrusage(RUSAGE_CHILDREN, &used);
	*rss = used.ru_maxrss;
	return (double)(to.tv_sec - from.tv_sec) * 1e6 + (double)(to.tv_nsec - from.tv_nsec) / 1e3;
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	struct rows rows = { 0 };
	const size_t runs = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
	char **from = argv + 2, *given[64];
	long rss = 0;

	if (argc > 4 && !strcmp(argv[2], "-f")) {
		read_rows(&rows, argv[3]);
		from += 2;
	}
	if (!runs || !*from) {
		fputs("usage: spawn RUNS [-f ROWS.tsv] COMMAND ARGUMENT…\n", stderr);
		return 2;
	}
	double *us = dc_alloc(runs, sizeof(*us)), *cpu = dc_alloc(runs, sizeof(*cpu));

	for (size_t i = 0; i < runs; i++) {
		size_t n = 0;

		for (; from[n] && n + 1 < DC_COUNT(given); n++)
			given[n] = fill_in(from[n], &rows, i);
		given[n] = NULL;
		cpu[i] = -processor();
		us[i] = run_once(given, &rss);
		cpu[i] += processor();
		while (n)
			dc_free(given[--n]);
	}
	qsort(us, runs, sizeof(*us), ascending);
	qsort(cpu, runs, sizeof(*cpu), ascending);
	printf("%.0f %.0f %.0f %.0f %.0f %ld %.0f\n", us[0], us[(runs - 1) / 10],
	       us[(runs - 1) / 2], us[(runs - 1) * 9 / 10], us[runs - 1], rss, cpu[(runs - 1) / 2]);
	return 0;
}
