/* exports.c - see exports.h. */
#include "shared/exports.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include <decorum/buf.h>

static char dir[] = "/tmp/decorum-import-XXXXXX";
static char unpack[4096];

int export_enter(void **state)
{
	const char *build = getenv("BUILD");

	(void)state;
	snprintf(unpack, sizeof(unpack), "%s/libexec/decorum-unpack", build ? build : "build");
	return mkdtemp(dir) ? 0 : -1;
}

int export_leave(void **state)
{
	DC_AUTO(dc_str) char *command = dc_printf("rm -rf %s", dir);

	(void)state;
	return (system)(command);
}

struct dc_ledger *export_ledger(void)
{
	struct dc_ledger *l = NULL;
	struct dc_error err = { 0 };

	if (dc_ledger_open(&l, ":memory:", &err))
		fail_msg("%s", err.msg);
	return l;
}

int export_read_with(struct dc_import_result *out, struct dc_ledger *l, struct dc_error *err,
                     struct dc_import_options o, const char *const *paths, size_t count)
{
	o.paths = paths;
	o.path_count = count;
	o.unpack = unpack;
	o.now = EXPORT_NOW;
	*out = (struct dc_import_result){ 0 };
	return dc_import(out, l, &o, err);
}

void export_read(struct dc_import_result *out, struct dc_ledger *l, const char *path)
{
	struct dc_error err = { 0 };

	if (export_read_with(out, l, &err, (struct dc_import_options){ 0 }, &path, 1))
		fail_msg("%s: %s", path, err.msg);
}

const char *export_file(const char *name, const char *bytes, size_t len)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
	return path;
}

const char *export_folder(char path[4096], const char *day, const char *connections,
                          const char *invitations)
{
	DC_AUTO(dc_str) char *name = dc_printf("x_%s", day);
	DC_AUTO(dc_str) char *con = dc_printf("%s/Connections.csv", name);
	DC_AUTO(dc_str) char *inv = dc_printf("%s/Invitations.csv", name);

	snprintf(path, 4096, "%s/%s", dir, name);
	mkdir(path, 0700);
	if (connections)
		export_file(con, connections, strlen(connections));
	else
		unlink(export_file(con, "", 0));
	export_file(inv, invitations, strlen(invitations));
	return path;
}

const struct dc_import_file *export_table(const struct dc_import_result *r, const char *name)
{
	for (size_t i = 0; i < r->count; i++)
		if (!strcmp(r->files[i].name, name))
			return &r->files[i];
	fail_msg("no file %s in the answer", name);
	return NULL;
}

void export_counts(const struct dc_import_file *f, size_t read, size_t fresh, size_t known,
                   size_t changed, size_t skipped)
{
	if (f->read != read || f->fresh != fresh || f->known != known || f->changed != changed ||
	    f->skipped != skipped)
		fail_msg("%s: read %zu new %zu known %zu changed %zu skipped %zu", f->name, f->read,
		         f->fresh, f->known, f->changed, f->skipped);
	size_t skips = 0;

	for (size_t i = 0; i < f->skip_count; i++)
		skips += f->skips[i].count;
	assert_int_equal(skips, skipped);
}

void export_skip(const struct dc_import_file *f, const char *part, size_t count, int row)
{
	for (size_t i = 0; i < f->skip_count; i++)
		if (strstr(f->skips[i].reason, part)) {
			assert_int_equal(f->skips[i].count, count);
			assert_int_equal(f->skips[i].first_row, row);
			return;
		}
	fail_msg("%s: nothing was skipped because of \"%s\"", f->name, part);
}

struct dc_person export_person(struct dc_ledger *l, const char *key, struct dc_arena *arena)
{
	struct dc_person p = { 0 };
	struct dc_error err = { 0 };

	if (dc_ledger_person_by_key(l, &p, key, arena, &err))
		fail_msg("%s: %s", key, err.msg);
	return p;
}

struct dc_person export_named(struct dc_ledger *l, const char *name, struct dc_arena *arena)
{
	struct dc_person *found;
	size_t count;

	assert_int_equal(dc_ledger_person_search(l, &found, &count, name, 10, arena, NULL), 0);
	if (count != 1)
		fail_msg("%zu people are called %s", count, name);
	return found[0];
}

/* All requests, people and letters as text, in an order of its own: to compare ledgers. */
static void dump(struct dc_buf *out, struct dc_ledger *l)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request_filter all = { 0 };
	struct dc_request *r;
	struct dc_person me;
	size_t n;

	assert_int_equal(dc_ledger_request_list(l, &r, &n, &all, &arena, NULL), 0);
	for (size_t i = 0; i < n; i++)
		dc_buf_printf(out, "%s|%s|%s|%s|%lld|%lld|%s\n", r[i].key, r[i].name, r[i].note,
		              dc_state_name(r[i].state), (long long)r[i].sent,
		              (long long)r[i].state_at, r[i].source);
	if (!dc_ledger_self(l, &me, &arena, NULL))
		dc_buf_printf(out, "me %s %s\n", me.key, me.name);
	for (const char *letter = "abcdefghijklmnopqrstuvwxyz"; *letter; letter++) {
		char word[2] = { *letter, 0 };
		struct dc_person *p;

		assert_int_equal(dc_ledger_person_search(l, &p, &n, word, 1000, &arena, NULL), 0);
		for (size_t i = 0; i < n; i++) {
			struct dc_known written = { 0 }, incoming = { 0 };
			size_t letters = 0;

			assert_int_equal(
				dc_ledger_written(l, &written, &letters, p[i].id, &arena, NULL), 0);
			assert_int_equal(dc_ledger_incoming(l, &incoming, p[i].id, &arena, NULL),
			                 0);
			dc_buf_printf(out, "%s|%s|%s|%s|%s|%s|%zu|%s|%s\n", p[i].key, p[i].name,
			              p[i].headline, p[i].company, p[i].email,
			              p[i].connected.source ? p[i].connected.source : "-", letters,
			              written.source ? written.source : "-",
			              incoming.source ? incoming.source : "-");
		}
	}
}

static int by_line(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char *export_state(struct dc_ledger *l)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 }, out = { 0 };
	char *lines[2000];
	size_t n = 0;

	dump(&text, l);
	for (char *s = text.data; s && *s; n++) {
		assert_true(n < DC_COUNT(lines));
		lines[n] = s;
		s = strchr(s, '\n');
		*s++ = '\0';
	}
	qsort(lines, n, sizeof(*lines), by_line);
	for (size_t i = 0; i < n; i++)
		if (!i || strcmp(lines[i], lines[i - 1]) != 0) {
			dc_buf_puts(&out, lines[i]);
			dc_buf_putc(&out, '\n');
		}
	return dc_buf_take(&out);
}
