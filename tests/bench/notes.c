/* notes.c - how right the index of notes is, against the truth of tests/bench/gen_export.py.
 *
 *   notes LEDGER Candidates.csv truth_candidates.tsv
 *
 * Prints one line: name=value pairs.  A candidate counts as found when the index knows at
 * least one earlier note to somebody else; the error of its count is relative to the truth.
 */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <decorum/ledger.h>

#include "text/similar.h"

struct row {
	char *name, *company, *note;
};

struct rows {
	struct row *row;
	size_t count, column;
	struct row now;
};

static void field(void *s, size_t len, void *data)
{
	struct rows *r = data;
	char **to[] = { &r->now.name, NULL, NULL, &r->now.company, &r->now.note };

	if (r->column < DC_COUNT(to) && to[r->column])
		*to[r->column] = dc_strndup(s ? s : "", s ? len : 0);
	r->column++;
}

static void end(int c, void *data)
{
	struct rows *r = data;

	(void)c;
	r->row = dc_grow(r->row, r->count + 1, sizeof(*r->row));
	r->row[r->count++] = r->now;
	r->now = (struct row){ 0 };
	r->column = 0;
}

static void read_rows(struct rows *r, const char *path)
{
	struct csv_parser p;
	char part[65536];
	FILE *f = fopen(path, "rb");
	size_t n;

	if (!f || csv_init(&p, 0)) {
		perror(path);
		exit(2);
	}
	while ((n = fread(part, 1, sizeof(part), f)))
		csv_parse(&p, part, n, field, end, r);
	csv_fini(&p, field, end, r);
	csv_free(&p);
	fclose(f);
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double at(double *v, size_t n, double part)
{
	if (!n)
		return 0;
	qsort(v, n, sizeof(*v), ascending);
	return v[(size_t)((double)(n - 1) * part)];
}

static double microseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

int main(int argc, char **argv)
{
	struct rows rows = { 0 };
	struct dc_ledger *l;
	struct dc_error err;
	char line[4096];
	size_t hit = 0, wrong = 0, missed = 0, n = 0, counted = 0;

	if (argc != 4) {
		fputs("usage: notes LEDGER Candidates.csv truth_candidates.tsv\n", stderr);
		return 2;
	}
	read_rows(&rows, argv[2]);
	FILE *truth = fopen(argv[3], "r");

	if (!truth || dc_ledger_open_reading(&l, argv[1], &err) ||
	    !fgets(line, sizeof(line), truth)) {
		fputs("notes: cannot read what was given\n", stderr);
		return 2;
	}
	double *error = dc_alloc(rows.count, sizeof(*error)),
	       *us = dc_alloc(rows.count, sizeof(*us));

	while (n + 1 < rows.count && fgets(line, sizeof(line), truth)) {
		const struct row *r = &rows.row[++n]; /* behind the header */
		DC_AUTO(dc_buf_clear) struct dc_buf masked = { 0 };
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		const char *column = line;
		struct dc_near near;

		for (int tab = 0; tab < 8; tab++)
			column = strchr(column, '\t') + 1;
		const long cluster = strtol(column, NULL, 10);
		const long count = strtol(strchr(column, '\t') + 1, NULL, 10);
		const double from = microseconds();

		dc_similar_mask(&masked, r->note, strlen(r->note),
		                &(struct dc_personal){ .first = r->name, .company = r->company });
		if (dc_ledger_near_notes(l, &near, dc_buf_str(&masked), masked.len, 0, 0, &arena,
		                         &err)) {
			fprintf(stderr, "notes: %s\n", err.msg);
			return 1;
		}
		us[n - 1] = microseconds() - from;
		const bool mass = cluster >= 0 && count > 0;

		hit += mass && near.notes;
		wrong += !mass && near.notes;
		missed += mass && !near.notes;
		if (mass) {
			const double off = (double)near.notes - (double)count;

			error[counted++] = (off < 0 ? -off : off) / (double)count;
		}
	}
	printf("candidates=%zu precision=%.4f recall=%.4f count_error_median=%.4f "
	       "count_error_p90=%.4f lookup_us_median=%.0f lookup_us_p90=%.0f\n",
	       n, (double)hit / (double)(hit + wrong), (double)hit / (double)(hit + missed),
	       at(error, counted, 0.5), at(error, counted, 0.9), at(us, n, 0.5), at(us, n, 0.9));
	dc_ledger_free(l);
	return 0;
}
