/* people.c - how well "likely the same person" does against the truth of gen_export.py.
 *
 *   people [-j] [-v] DIR   DIR holds Invitations.csv, Outcomes.csv, Candidates.csv and the truth
 *                          files; -j: as if nobody's job were known; -v: each mistake
 *
 * Prints a table: recall by kind of change within a script and across scripts, false flags; how
 * many spellings of an address lead to its person, and how many of others do.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <decorum/mem.h>
#include <decorum/person.h>
#include "import/csv.h"

/* Rows of a CSV or TSV as strings that live in an arena. */
struct table {
	struct dc_arena arena;
	const char ***rows;
	size_t count, room, columns;
};

static int add_row(void *data, const struct dc_csv_row *row, struct dc_error *err)
{
	struct table *t = data;

	(void)err;
	if (t->count == t->room) {
		t->room = t->room ? t->room * 2 : 1024;
		t->rows = dc_grow(t->rows, t->room, sizeof(*t->rows));
	}
	const char **r = dc_arena_alloc(&t->arena, row->count, sizeof(*r));

	for (size_t i = 0; i < row->count; i++)
		r[i] = dc_arena_strdup(&t->arena, row->fields[i].s);
	t->columns = row->count;
	t->rows[t->count++] = r;
	return 0;
}

static void read_table(struct table *t, const char *dir, const char *name, char separator)
{
	DC_AUTO(dc_str) char *path = dc_printf("%s/%s", dir, name);
	DC_AUTO(dc_str) char *block = dc_alloc(1 << 16, 1);
	struct dc_csv *c = dc_csv_new(name, add_row, t);
	struct dc_error err = { 0 };
	FILE *f = fopen(path, "rbe");
	size_t n;

	if (!f) {
		perror(path);
		exit(1);
	}
	while ((n = fread(block, 1, 1 << 16, f))) {
		for (size_t i = 0; separator != ',' && i < n; i++)
			block[i] = block[i] == separator ? ',' : block[i];
		if (dc_csv_feed(c, block, n, &err))
			break;
	}
	if (err.code || dc_csv_end(c, &err)) {
		fprintf(stderr, "%s\n", err.msg);
		exit(1);
	}
	dc_csv_free(c);
	fclose(f);
}

struct entry {
	uint64_t hash;
	uint32_t row;
};

static int by_hash(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static bool jobs = true;
static struct dc_person_seen *people;
static struct entry *entries;
static size_t entry_count;

static char *key_of(const char *url)
{
	char *key = NULL;

	return dc_person_key(&key, url, NULL) ? dc_strdup("") : key;
}

static void index_history(const struct table *inv, const struct table *out, size_t rows)
{
	people = dc_alloc(rows, sizeof(*people));
	entries = dc_alloc(rows * DC_PERSON_HASHES_MAX, sizeof(*entries));
	for (size_t i = 0; i < rows; i++) {
		uint64_t hashes[DC_PERSON_HASHES_MAX];

		people[i] = (struct dc_person_seen){ .name = inv->rows[i + 1][1],
			                             .company = out->rows[i + 1][2],
			                             .headline = jobs ? out->rows[i + 1][1] : "",
			                             .key = key_of(inv->rows[i + 1][6]) };
		size_t n = dc_person_hashes(hashes, &people[i]);

		for (size_t k = 0; k < n; k++)
			entries[entry_count++] = (struct entry){ hashes[k], (uint32_t)i };
	}
	qsort(entries, entry_count, sizeof(*entries), by_hash);
}

/* As store/likely.c looks, and as many as src/review/twins.c shows. */
enum { POSTINGS_MAX = 64, TWINS_MAX = 3 };

static size_t first_of(uint64_t hash)
{
	size_t lo = 0, hi = entry_count;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (entries[mid].hash < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Rows with the same address are no other address. */
static void look(struct dc_person_hunt *h, const struct dc_person_seen *who)
{
	uint64_t hashes[DC_PERSON_HASHES_MAX];
	size_t n = dc_person_hashes(hashes, who);

	for (size_t k = 0; k < n; k++) {
		size_t lo = first_of(hashes[k]);

		for (size_t i = lo;
		     i < entry_count && i < lo + POSTINGS_MAX && entries[i].hash == hashes[k]; i++)
			if (dc_person_hunt_wants(h, entries[i].row + 1) &&
			    strcmp(people[entries[i].row].key, who->key) != 0)
				dc_person_hunt_show(h, entries[i].row + 1, &people[entries[i].row]);
	}
}

/* --- the same address */

static const char **keys; /* sorted */
static size_t key_count;

static int by_key(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void index_keys(size_t rows)
{
	keys = dc_alloc(rows, sizeof(*keys));
	for (key_count = 0; key_count < rows; key_count++)
		keys[key_count] = people[key_count].key;
	qsort(keys, key_count, sizeof(*keys), by_key);
}

static bool on_file(const char *key)
{
	return bsearch(&key, keys, key_count, sizeof(*keys), by_key) != NULL;
}

/* --- counting */

struct line {
	char name[32];
	size_t all, found;
};

static struct line lines[40];
static size_t line_count;

static void tally(const char *name, bool found)
{
	size_t i = 0;

	while (i < line_count && strcmp(lines[i].name, name) != 0)
		i++;
	if (i == line_count)
		snprintf(lines[line_count++].name, sizeof(lines[0].name), "%s", name);
	lines[i].all++;
	lines[i].found += found;
}

int main(int argc, char **argv)
{
	struct table inv = { 0 }, out = { 0 }, cand = { 0 }, rows = { 0 }, truth = { 0 };
	bool verbose = false;
	int option;

	while ((option = getopt(argc, argv, "jv")) != -1) {
		jobs = jobs && option != 'j';
		verbose = verbose || option == 'v';
	}
	if (optind + 1 != argc)
		return 2;
	const char *dir = argv[optind];

	read_table(&inv, dir, "Invitations.csv", ',');
	read_table(&out, dir, "Outcomes.csv", ',');
	read_table(&cand, dir, "Candidates.csv", ',');
	read_table(&rows, dir, "truth_rows.tsv", '\t');
	read_table(&truth, dir, "truth_candidates.tsv", '\t');
	index_history(&inv, &out, out.count - 1);
	index_keys(out.count - 1);

	struct timespec a, b;

	clock_gettime(CLOCK_MONOTONIC, &a);
	for (size_t i = 1; i < cand.count; i++) {
		const char *kind = truth.rows[i][1], *variant = truth.rows[i][7];
		DC_AUTO(dc_str) char *key = key_of(cand.rows[i][1]);
		struct dc_person_seen who = { .name = cand.rows[i][0],
			                      .company = cand.rows[i][3],
			                      .headline = jobs ? cand.rows[i][2] : "",
			                      .key = key };
		DC_AUTO(dc_person_hunt_free) struct dc_person_hunt *h = dc_person_hunt_new(&who);
		const struct dc_person_found *found;
		bool hit = false;

		look(h, &who);
		size_t n = dc_person_hunt_end(h, &found);

		for (size_t k = 0; k < n && k < TWINS_MAX; k++)
			hit = hit || !strcmp(rows.rows[found[k].id][1], truth.rows[i][2]);
		const long match = strtol(truth.rows[i][3], NULL, 10);
		bool new = !strcmp(kind, "new"), same = !strcmp(kind, "same_person");

		if (!strcmp(kind, "dup_url"))
			tally("same address", !strcmp(key, people[match].key));
		else
			tally("another's address", on_file(key));
		if (new)
			tally("false flags", n > 0);
		if (same) {
			tally(strcmp(variant, "translit") ? "within a script" : "across scripts",
			      hit);
			tally(variant, hit);
		}
		if (verbose && ((same && !hit) || (new &&n > 0))) {
			const struct dc_person_seen *p = &people[n ? found[0].id - 1 : match];

			printf("%s %s: %s / %s / %s / %s ~ %s / %s / %s / %s (%d %s)\n", kind,
			       variant, who.name, who.company, who.headline, who.key, p->name,
			       p->company, p->headline, p->key, n ? found[0].score : 0,
			       n ? found[0].reason : "");
		}
	}
	clock_gettime(CLOCK_MONOTONIC, &b);
	for (size_t i = 0; i < line_count; i++)
		printf("%-18s %5zu of %5zu  %.3f\n", lines[i].name, lines[i].found, lines[i].all,
		       (double)lines[i].found / (double)lines[i].all);
	printf("%.1f entries a person, %.1f us a look-up\n",
	       (double)entry_count / (double)(out.count - 1),
	       ((double)(b.tv_sec - a.tv_sec) * 1e6 + (double)(b.tv_nsec - a.tv_nsec) / 1e3) /
	               (double)(cand.count - 1));
	return 0;
}
