/* import.c - exports of every era and quirk into a ledger, and hostile ones nowhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include <decorum/buf.h>
#include <decorum/import.h>

#include "import/date.h"

#define NOW INT64_C(1793577600000) /* 2 November 2026 */
#define ERAS "tests/data/eras/"
#define SAMPLE "tests/data/sample"
#define HOSTILE "tests/data/hostile/"

static char dir[] = "/tmp/decorum-import-XXXXXX";
static char unpack[4096];

static int set_up(void **state)
{
	const char *build = getenv("BUILD");

	(void)state;
	snprintf(unpack, sizeof(unpack), "%s/libexec/decorum-unpack", build ? build : "build");
	return mkdtemp(dir) ? 0 : -1;
}

static int tear_down(void **state)
{
	DC_AUTO(dc_str) char *command = dc_printf("rm -rf %s", dir);

	(void)state;
	return (system)(command);
}

static struct dc_ledger *new_ledger(void)
{
	struct dc_ledger *l = NULL;
	struct dc_error err = { 0 };

	if (dc_ledger_open(&l, ":memory:", &err))
		fail_msg("%s", err.msg);
	return l;
}

static int import_with(struct dc_import_result *out, struct dc_ledger *l, struct dc_error *err,
                       struct dc_import_options o, const char *const *paths, size_t count)
{
	o.paths = paths;
	o.path_count = count;
	o.unpack = unpack;
	o.now = NOW;
	*out = (struct dc_import_result){ 0 };
	return dc_import(out, l, &o, err);
}

static void must_import(struct dc_import_result *out, struct dc_ledger *l, const char *path)
{
	struct dc_error err = { 0 };

	if (import_with(out, l, &err, (struct dc_import_options){ 0 }, &path, 1))
		fail_msg("%s: %s", path, err.msg);
}

/* Writes a file into the private folder; the path lives until the next call. */
static const char *file(const char *name, const char *bytes, size_t len)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
	return path;
}

static const struct dc_import_file *of(const struct dc_import_result *r, const char *name)
{
	for (size_t i = 0; i < r->count; i++)
		if (!strcmp(r->files[i].name, name))
			return &r->files[i];
	fail_msg("no file %s in the answer", name);
	return NULL;
}

static void assert_counts(const struct dc_import_file *f, size_t read, size_t fresh, size_t known,
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

static void assert_skip(const struct dc_import_file *f, const char *part, size_t count, int row)
{
	for (size_t i = 0; i < f->skip_count; i++)
		if (strstr(f->skips[i].reason, part)) {
			assert_int_equal(f->skips[i].count, count);
			assert_int_equal(f->skips[i].first_row, row);
			return;
		}
	fail_msg("%s: nothing was skipped because of \"%s\"", f->name, part);
}

static struct dc_person person(struct dc_ledger *l, const char *key, struct dc_arena *arena)
{
	struct dc_person p = { 0 };
	struct dc_error err = { 0 };

	if (dc_ledger_person_by_key(l, &p, key, arena, &err))
		fail_msg("%s: %s", key, err.msg);
	return p;
}

/* The one person found by that name. */
static struct dc_person named(struct dc_ledger *l, const char *name, struct dc_arena *arena)
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

/* The dump with its lines sorted, each once. */
static char *state_of(struct dc_ledger *l)
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

/* --- dates */

static void every_table_has_its_own_dates(void **state)
{
	static const struct {
		int64_t (*read)(const char *s, size_t len);
		const char *text, *want;
	} cases[] = {
		{ dc_import_date_day, "08 Feb 2026", "2026-02-08T00:00:00Z" },
		{ dc_import_date_day, "8 Feb 2026", "2026-02-08T00:00:00Z" },
		{ dc_import_date_day, "12 Mar 19", "2019-03-12T00:00:00Z" },
		{ dc_import_date_day, "7-Feb-22", "2022-02-07T00:00:00Z" },
		{ dc_import_date_day, "07-FEB-2022", "2022-02-07T00:00:00Z" },
		{ dc_import_date_day, "1 September 2020", "2020-09-01T00:00:00Z" },
		{ dc_import_date_day, " 29 Feb 2024 ", "2024-02-29T00:00:00Z" },
		{ dc_import_date_day, "29 Feb 2025", NULL },
		{ dc_import_date_day, "31 Feb 2026", NULL },
		{ dc_import_date_day, "08 f\xc3\xa9vr. 2026", NULL },
		{ dc_import_date_day, "08 Okt 2026", NULL },
		{ dc_import_date_day, "2/8/2026", NULL },
		{ dc_import_date_day, "2026-02-08", NULL },
		{ dc_import_date_day, "08 Feb", NULL },
		{ dc_import_date_day, "08 Feb 2026 x", NULL },
		{ dc_import_date_day, "", NULL },
		{ dc_import_date_minute, "1/29/26, 2:37 PM", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "1/29/26, 2:37\xe2\x80\xafPM", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "1/29/26, 2:37\xc2\xa0PM", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "1/29/26, 2:37PM", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "12/31/2026, 12:05 AM", "2026-12-31T00:05:00Z" },
		{ dc_import_date_minute, "12/31/2026, 12:05 pm", "2026-12-31T12:05:00Z" },
		{ dc_import_date_minute, "1/29/2026 14:37", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "1/29/2026 14:37:59", "2026-01-29T14:37:59Z" },
		{ dc_import_date_minute, "29/1/26, 2:37 PM", NULL },
		{ dc_import_date_minute, "1/29/26, 13:37 PM", NULL },
		{ dc_import_date_minute, "1/29/26, 0:37 AM", NULL },
		{ dc_import_date_minute, "1/29/26, 2:37 XM", NULL },
		{ dc_import_date_minute, "1/29/26", NULL },
		{ dc_import_date_minute, "1/29/26, 2:60 PM", NULL },
		{ dc_import_date_second, "2025-06-01 14:03:22 UTC", "2025-06-01T14:03:22Z" },
		{ dc_import_date_second, "2025-06-01 14:03:22", "2025-06-01T14:03:22Z" },
		{ dc_import_date_second, "2025-06-01T14:03:22Z", "2025-06-01T14:03:22Z" },
		{ dc_import_date_second, "2025-06-01 14:03", "2025-06-01T14:03:00Z" },
		{ dc_import_date_second, "2025-06-01 14:03:22 CET", NULL },
		{ dc_import_date_second, "2025-13-01 14:03:22 UTC", NULL },
		{ dc_import_date_second, "01 Jun 2025", NULL },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		int64_t got = cases[i].read(cases[i].text, strlen(cases[i].text));
		char iso[DC_TIME_MAX];

		dc_time_iso(iso, got);
		if (cases[i].want ? strcmp(iso, cases[i].want) != 0 : got != 0)
			fail_msg("'%s' is %s", cases[i].text, iso);
	}
}

static void the_name_of_an_archive_tells_its_day(void **state)
{
	static const struct {
		const char *name, *day;
	} cases[] = {
		{ "Basic_LinkedInDataExport_11-01-2026.zip", "1 Nov 2026" },
		{ "Complete_LinkedInDataExport_03-12-2024.zip", "12 Mar 2024" },
		{ "/home/x/Basic_LinkedInDataExport_11-01-2026 (1).zip", "1 Nov 2026" },
		{ "Basic_LinkedInDataExport_11-01-2026", "1 Nov 2026" },
		{ "export.zip", "1 Jan 1970" },
		{ "Basic_LinkedInDataExport_13-01-2026.zip", "1 Jan 1970" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		char day[DC_TIME_MAX];

		assert_string_equal(dc_time_day(day, dc_import_date_named(cases[i].name)),
		                    cases[i].day);
	}
}

/* --- the sample */

static void the_sample_is_read_whole(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_person me = { 0 };

	(void)state;
	must_import(&r, l, SAMPLE);
	assert_int_equal(r.count, 5);
	assert_false(of(&r, "Registration.csv")->recognised);
	assert_counts(of(&r, "Registration.csv"), 0, 0, 0, 0, 0);
	assert_counts(of(&r, "Connections.csv"), 41, 39, 0, 0, 2);
	assert_skip(of(&r, "Connections.csv"), "hidden member", 2, 3);
	assert_counts(of(&r, "Invitations.csv"), 26, 26, 0, 0, 0);
	assert_int_equal(of(&r, "messages.csv")->read, 9);
	assert_skip(of(&r, "messages.csv"), "received", 3, 2);
	assert_skip(of(&r, "messages.csv"), "draft", 1, 9);
	assert_skip(of(&r, "messages.csv"), "LinkedIn Member", 1, 7);
	assert_int_equal(of(&r, "messages.csv")->fresh, 4);
	assert_int_equal(dc_ledger_self(l, &me, &arena, NULL), 0);
	assert_string_equal(me.key, "in/robin-vale");
	assert_string_equal(me.name, "Robin Vale");
	/* Evidence names file, row and day. */
	assert_string_equal(person(l, "in/noor-haddad-7a1", &arena).connected.source,
	                    "row 1 of Connections.csv in the export of 1 November 2026");
	/* What follows: those who are connected have accepted, the others wait. */
	struct dc_request *all;
	size_t n, accepted = 0, pending = 0;

	assert_int_equal(
		dc_ledger_request_list(l, &all, &n, &(struct dc_request_filter){ 0 }, &arena, NULL),
		0);
	assert_int_equal(n, 24);
	for (size_t i = 0; i < n; i++) {
		accepted += all[i].state == DC_STATE_ACCEPTED;
		pending += all[i].state == DC_STATE_SENT;
	}
	assert_int_equal(accepted, 10);
	assert_true(pending >= 10);
	assert_string_equal(named(l, "ada vey", &arena).key, "in/ada-vey");
}

static void importing_again_changes_nothing(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, again = { 0 };

	(void)state;
	must_import(&r, l, SAMPLE);
	DC_AUTO(dc_str) char *before = state_of(l);

	must_import(&again, l, SAMPLE);
	DC_AUTO(dc_str) char *after = state_of(l);

	assert_string_equal(before, after);
	for (size_t i = 0; i < again.count; i++) {
		assert_int_equal(again.files[i].fresh, 0);
		assert_int_equal(again.files[i].changed, 0);
		assert_int_equal(again.files[i].read,
		                 again.files[i].known + again.files[i].skipped);
	}
}

static void the_order_of_paths_means_nothing(void **state)
{
	static const char *const names[] = { SAMPLE "/Connections.csv", SAMPLE "/Invitations.csv",
		                             SAMPLE "/messages.csv", SAMPLE "/Profile.csv" };
	DC_AUTO(dc_str) char *want = NULL;

	(void)state;
	for (int code = 0; code < 256; code++) {
		const char *paths[4];
		unsigned used = 0;

		for (int i = 0; i < 4; i++) {
			int which = code >> 2 * i & 3;

			used |= 1u << which;
			paths[i] = names[which];
		}
		if (used != 15)
			continue;
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		struct dc_error err = { 0 };

		if (import_with(&r, l, &err, (struct dc_import_options){ 0 }, paths, 4))
			fail_msg("%s", err.msg);
		DC_AUTO(dc_str) char *got = state_of(l);

		if (want)
			assert_string_equal(got, want);
		else
			want = DC_STEAL(got);
	}
}

/* --- eras */

static const char *read_era(struct dc_ledger *l, struct dc_import_result *r, const char *era,
                            const char *as)
{
	char bytes[8192];
	FILE *f = fopen(era, "rb");

	assert_non_null(f);
	size_t n = fread(bytes, 1, sizeof(bytes), f);

	fclose(f);
	must_import(r, l, file(as, bytes, n));
	return as;
}

static void connections_of_every_era(void **state)
{
	static const struct {
		const char *era, *name, *key, *company, *day;
		size_t read, skipped;
	} cases[] = {
		{ "connections-2019.csv", "Ada Vey", "", "Northwind", "12 Mar 2019", 2, 0 },
		{ "connections-2019.csv", "Bo Ek", "", "Ek, Ek & Co", "1 Jan 2020", 2, 0 },
		{ "connections-2022.csv", "Ada Vey", "", "Northwind", "8 Feb 2022", 2, 0 },
		{ "connections-2022.csv", "Bo Ek", "", "", "1 Jan 1970", 2, 0 },
		{ "connections-2026.csv", "Ada Vey", "in/ada-vey", "Northwind", "8 Feb 2026", 4,
		  1 },
		{ "connections-2026.csv", "Bo", "in/bo-ek", "Line\nbreak Ltd", "3 Feb 2026", 4, 1 },
		{ "connections-2026.csv", "Cy Dow", "in/cy-dow", "", "1 Jan 1970", 4, 1 },
		{ "connections-spreadsheet.csv", "Ada Vey", "in/ada-vey", "Northwind", "7 Feb 2022",
		  1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		DC_AUTO(dc_str) char *path = dc_printf(ERAS "%s", cases[i].era);
		char day[DC_TIME_MAX];

		must_import(&r, l, path);
		assert_counts(&r.files[0], cases[i].read, cases[i].read - cases[i].skipped, 0, 0,
		              cases[i].skipped);
		struct dc_person p = named(l, cases[i].name, &arena);

		assert_string_equal(p.key, cases[i].key);
		assert_string_equal(p.company, cases[i].company);
		assert_string_equal(dc_time_day(day, p.connected.at), cases[i].day);
		assert_non_null(p.connected.source);
	}
}

static void names_are_stored_unchanged(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };

	(void)state;
	must_import(&r, l, ERAS "connections-2026.csv");
	struct dc_person p = person(l, "in/bo-ek", &arena);

	assert_string_equal(p.name, "Bo 🚀 Ek, PhD");
	assert_string_equal(p.first, "Bo 🚀");
	assert_string_equal(p.last, "Ek, PhD");
	assert_string_equal(person(l, "in/ada-vey", &arena).headline, "Analyst, \"senior\"");
}

static void an_address_and_an_email_in_one_row_are_one_person(void **state)
{
	static const char text[] =
		"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
		"Ada,Vey,linkedin.com/in/ada-vey,Ada@Example.org,Northwind,Analyst,08 Feb 2026\n"
		"Bo,Ek,linkedin.com/in/bo-ek,ada@example.org,Northwind,Clerk,08 Feb 2026\n";
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, again = { 0 };
	struct dc_person known = { .key = "email/ada@example.org", .name = "A. Vey" };
	struct dc_error err = { 0 };
	int64_t id;

	(void)state;
	assert_int_equal(dc_ledger_person_put(l, &id, &known, "you", NOW, &err), 0);
	must_import(&r, l, file("Connections.csv", text, strlen(text)));
	assert_int_equal(person(l, "email/ada@example.org", &arena).id,
	                 person(l, "in/ada-vey", &arena).id);
	/* Two addresses in one export are two people, whatever mailbox they share. */
	assert_int_not_equal(person(l, "in/bo-ek", &arena).id, person(l, "in/ada-vey", &arena).id);
	must_import(&again, l, file("Connections.csv", text, strlen(text)));
	assert_int_equal(again.files[0].known, 2);
	if (dc_ledger_verify(l, &err))
		fail_msg("%s", err.msg);
}

static void invitations_of_every_era(void **state)
{
	static const struct {
		const char *era, *name, *key, *sent, *note;
	} cases[] = {
		{ "invitations-2022.csv", "Ada Vey", "", "2022-05-03T14:00:00Z", "" },
		{ "invitations-2026.csv", "Ada Vey", "in/ada-vey", "2026-05-03T14:00:00Z",
		  "Hi Ada,\n\nsee you at FOSDEM." },
		{ "invitations-2026.csv", "Cy Dow", "member/1927818", "1970-01-01T00:00:00Z", "" },
		{ "invitations-spaced.csv", "Ada Vey", "in/ada-vey", "2026-05-03T14:00:00Z", "" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		DC_AUTO(dc_str) char *path = dc_printf(ERAS "%s", cases[i].era);
		struct dc_request *q;
		size_t n;
		char iso[DC_TIME_MAX];

		must_import(&r, l, path);
		struct dc_person p = named(l, cases[i].name, &arena);
		struct dc_request_filter f = { .person = p.id };

		assert_string_equal(p.key, cases[i].key);
		assert_int_equal(dc_ledger_request_list(l, &q, &n, &f, &arena, NULL), 0);
		assert_int_equal(n, 1);
		assert_string_equal(dc_time_iso(iso, q[0].sent), cases[i].sent);
		assert_string_equal(q[0].note, cases[i].note);
	}
}

static void incoming_hidden_and_odd_invitations(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_known in = { 0 };
	struct dc_person me = { 0 };

	(void)state;
	must_import(&r, l, ERAS "invitations-2026.csv");
	assert_counts(&r.files[0], 5, 3, 0, 0, 2);
	assert_skip(&r.files[0], "hidden member", 1, 4);
	assert_skip(&r.files[0], "Direction", 1, 5);
	assert_int_equal(dc_ledger_incoming(l, &in, person(l, "in/bo-ek", &arena).id, &arena, NULL),
	                 0);
	assert_non_null(in.source);
	assert_non_null(strstr(in.source, "row 3 of invitations-2026.csv"));
	/* Without Profile.csv it is the invitations that tell who the owner is. */
	assert_int_equal(dc_ledger_self(l, &me, &arena, NULL), 0);
	assert_string_equal(me.key, "in/robin-vale");
}

static size_t letters_to(struct dc_ledger *l, int64_t id)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_known last = { 0 };
	size_t n = 0;

	assert_int_equal(dc_ledger_written(l, &last, &n, id, &arena, NULL), 0);
	return n;
}

static void only_letters_of_the_owner_count(void **state)
{
	static const char *const paths[] = { ERAS "messages-13.csv", SAMPLE "/Profile.csv" };
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, old = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_error err = { 0 };

	(void)state;
	if (import_with(&r, l, &err, (struct dc_import_options){ 0 }, paths, 2))
		fail_msg("%s", err.msg);
	assert_counts(of(&r, "messages-13.csv"), 5, 2, 0, 0, 3);
	assert_int_equal(letters_to(l, person(l, "in/ada-vey", &arena).id), 2);
	assert_int_equal(letters_to(l, person(l, "in/bo-ek", &arena).id), 1);
	/* A later export, alone: the ledger remembers who its owner is. */
	must_import(&old, l, ERAS "messages-9.csv");
	assert_counts(&old.files[0], 3, 1, 0, 0, 2);
	assert_skip(&old.files[0], "several recipients", 1, 3);
}

static void letters_of_nobody_in_particular_do_not_count(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };

	(void)state;
	must_import(&r, l, ERAS "messages-13.csv");
	assert_skip(&r.files[0], "nobody knows which letters are yours", 4, 1);
}

static void letters_of_assistants_are_no_conversations(void **state)
{
	static const char *const names[] = { "guide_messages.csv", "learning_coach_messages.csv",
		                             "coach_messages.csv" };

	(void)state;
	for (size_t i = 0; i < DC_COUNT(names); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		DC_AUTO(dc_str) char *path = dc_printf(ERAS "%s", names[i]);
		const char *paths[] = { path, SAMPLE "/Profile.csv" };

		assert_int_equal(
			import_with(&r, l, NULL, (struct dc_import_options){ 0 }, paths, 2), 0);
		assert_false(of(&r, names[i])->recognised);
	}
}

static void a_table_is_told_by_its_header_not_by_its_name(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };

	(void)state;
	(void)read_era(l, &r, ERAS "invitations-2026.csv", "my old things.txt");
	assert_true(r.files[0].recognised);
	assert_int_equal(r.files[0].table, DC_IMPORT_INVITATIONS);
}

/* --- archives */

static void an_archive_is_read_like_a_folder(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };

	(void)state;
	must_import(&r, l, HOSTILE "Basic_LinkedInDataExport_11-01-2026.zip");
	assert_int_equal(r.count, 3);
	assert_counts(of(&r, "Connections.csv"), 4, 3, 0, 0, 1);
	assert_counts(of(&r, "Export/invitations.CSV"), 5, 3, 0, 0, 2);
	assert_false(of(&r, "Jobs/Job Seeker Preferences.csv")->recognised);
	assert_string_equal(person(l, "in/ada-vey", &arena).connected.source,
	                    "row 1 of Connections.csv in the export of 1 November 2026");
}

static void rotten_archives_are_refused_whole(void **state)
{
	static const struct {
		const char *name, *why;
	} cases[] = {
		{ "traversal.zip", "leads out of it with '..'" },
		{ "absolute.zip", "absolute path" },
		{ "backslash.zip", "backslash" },
		{ "nested.zip", "another archive in it" },
		{ "encrypted.zip", "encrypted" },
		{ "bomb.zip", "expands more than 100 times" },
		{ "overlap.zip", "overlap" },
		{ "huge.zip", "600 MiB; the limit is 512" },
		{ "lying.zip", "holds more than it says" },
		{ "crc.zip", "CRC" },
		{ "cut.zip", "no whole ZIP archive" },
		{ "empty.zip", "no CSV file in this archive" },
		{ "nothing.zip", "no CSV file in this archive" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		DC_AUTO(dc_str) char *path = dc_printf(HOSTILE "%s", cases[i].name);
		DC_AUTO(dc_str) char *before = state_of(l);
		const char *p = path;
		struct dc_error err = { 0 };

		if (import_with(&r, l, &err, (struct dc_import_options){ 0 }, &p, 1) != DC_INVALID)
			fail_msg("%s was read", path);
		if (!strstr(err.msg, cases[i].why) || !strstr(err.msg, cases[i].name))
			fail_msg("%s: %s", path, err.msg);
		DC_AUTO(dc_str) char *after = state_of(l);

		assert_string_equal(before, after);
	}
}

static void a_missing_helper_is_said(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	struct dc_import_result r = { 0 };
	const char *path = HOSTILE "Basic_LinkedInDataExport_11-01-2026.zip";
	struct dc_import_options o = { .paths = &path, .path_count = 1, .unpack = "/no/such" };
	struct dc_error err = { 0 };

	(void)state;
	assert_int_equal(dc_import(&r, l, &o, &err), DC_SYSTEM);
	assert_non_null(strstr(err.msg, "/no/such"));
}

/* --- two exports */

#define CONNECTIONS "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
#define INVITATIONS "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
#define OUT(name, slug)                                                                 \
	"Robin Vale," name ",\"5/3/26, 2:00 PM\",,OUTGOING,linkedin.com/in/robin-vale," \
	"linkedin.com/in/" slug "\n"
#define BOB "Bob,Ek,linkedin.com/in/bob-ek,,,,07 Sep 2026\n"

/* A folder that is an export of that day; NULL leaves a table out. */
static const char *export(char path[4096], const char *day, const char *connections,
                          const char *invitations)
{
	DC_AUTO(dc_str) char *name = dc_printf("x_%s", day);
	DC_AUTO(dc_str) char *con = dc_printf("%s/Connections.csv", name);
	DC_AUTO(dc_str) char *inv = dc_printf("%s/Invitations.csv", name);

	snprintf(path, 4096, "%s/%s", dir, name);
	mkdir(path, 0700);
	if (connections)
		file(con, connections, strlen(connections));
	else
		unlink(file(con, "", 0));
	file(inv, invitations, strlen(invitations));
	return path;
}

static struct dc_request request_to(struct dc_ledger *l, const char *key, struct dc_arena *arena)
{
	struct dc_request_filter f = { .person = person(l, key, arena).id };
	struct dc_request *r;
	size_t n;

	assert_int_equal(dc_ledger_request_list(l, &r, &n, &f, arena, NULL), 0);
	assert_int_equal(n, 1);
	return r[0];
}

static void import_both(struct dc_ledger *l, const char *first, const char *second, bool at_once)
{
	const char *paths[] = { first, second };
	DC_AUTO(dc_import_result_clear) struct dc_import_result a = { 0 }, b = { 0 };
	struct dc_error err = { 0 };

	if (import_with(&a, l, &err, (struct dc_import_options){ 0 }, paths, at_once ? 2 : 1) ||
	    (!at_once && import_with(&b, l, &err, (struct dc_import_options){ 0 }, paths + 1, 1)))
		fail_msg("%s", err.msg);
}

static void gone_and_not_connected_is_inferred_to_be_closed(void **state)
{
	static const char all[] = INVITATIONS OUT("Ada Vey", "ada-vey") OUT("Bob Ek", "bob-ek")
		OUT("Cy Dow", "cy-dow");
	static const char later[] = INVITATIONS OUT("Cy Dow", "cy-dow");
	char a[4096], b[4096];
	const char *old = export(a, "09-01-2026", CONNECTIONS, all);
	const char *new = export(b, "11-01-2026", CONNECTIONS BOB, later);

	(void)state;
	/* Whatever comes first, at once or one after the other. */
	for (int way = 0; way < 4; way++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		struct dc_error err = { 0 };

		import_both(l, way & 1 ? new : old, way & 1 ? old : new, way & 2);
		struct dc_request r = request_to(l, "in/ada-vey", &arena);

		assert_int_equal(r.state, DC_STATE_CLOSED);
		assert_int_equal(r.how, DC_HOW_INFERRED);
		assert_int_equal(request_to(l, "in/bob-ek", &arena).state, DC_STATE_ACCEPTED);
		assert_int_equal(request_to(l, "in/cy-dow", &arena).state, DC_STATE_SENT);
		if (dc_ledger_verify(l, &err))
			fail_msg("%s", err.msg);
		/* Both again change nothing. */
		DC_AUTO(dc_str) char *once = state_of(l);

		import_both(l, old, new, true);
		DC_AUTO(dc_str) char *twice = state_of(l);

		assert_string_equal(once, twice);
	}
}

static void nothing_is_inferred_from_half_an_export(void **state)
{
	static const char all[] = INVITATIONS OUT("Ada Vey", "ada-vey") OUT("Cy Dow", "cy-dow");
	static const char later[] = INVITATIONS OUT("Cy Dow", "cy-dow");
	static const char cut[] = INVITATIONS OUT("Cy Dow", "cy-dow") "\"";
	char a[4096], b[4096];
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };

	(void)state;
	for (int way = 0; way < 2; way++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, s = { 0 };
		/* No connections: they may have accepted.  Half a list: it may be there. */
		const char *old = export(a, "09-01-2026", CONNECTIONS, all);
		const char *new = export(b, "11-01-2026", way ? CONNECTIONS : NULL,
		                         way ? cut : later);
		struct dc_error err = { 0 };

		must_import(&r, l, old);
		if (import_with(&s, l, &err, (struct dc_import_options){ .partial = way }, &new, 1))
			fail_msg("%s", err.msg);
		assert_int_equal(request_to(l, "in/ada-vey", &arena).state, DC_STATE_SENT);
	}
}

static void what_is_listed_again_was_not_closed(void **state)
{
	static const char both[] = INVITATIONS OUT("Ada Vey", "ada-vey") OUT("Cy Dow", "cy-dow");
	static const char one[] = INVITATIONS OUT("Cy Dow", "cy-dow");
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	char a[4096], b[4096], c[4096];
	struct dc_error err = { 0 };

	(void)state;
	import_both(l, export(a, "09-01-2026", CONNECTIONS, both),
	            export(b, "10-01-2026", CONNECTIONS, one), false);
	assert_int_equal(request_to(l, "in/ada-vey", &arena).state, DC_STATE_CLOSED);
	must_import(&r, l, export(c, "11-01-2026", CONNECTIONS, both));
	assert_int_equal(request_to(l, "in/ada-vey", &arena).state, DC_STATE_SENT);
	if (dc_ledger_verify(l, &err))
		fail_msg("%s", err.msg);
}

/* --- hostile files */

#define HEADER "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
#define ROW "Ada,Vey,https://www.linkedin.com/in/ada-vey,,Northwind,Analyst,08 Feb 2026\n"
#define TEXT(s) s, sizeof(s) - 1

static const struct {
	const char *bytes;
	size_t len;
	const char *where, *why;
} broken[] = {
	{ TEXT(HEADER ROW "Bo,E\0k,,,,,\n"), "Connections.csv:3:5:", "NUL" },
	{ TEXT(HEADER ROW "Bo,Caf\xe9,,,,,\n"), "Connections.csv:3:7:", "0xe9 is not UTF-8" },
	{ TEXT(HEADER ROW "Bo,\xed\xa0\x80,,,,,\n"), "Connections.csv:3:4:", "not UTF-8" },
	{ TEXT(HEADER ROW "B\xc3\xb6,\xc3,,,,,\n"), "Connections.csv:3:4:", "not UTF-8" },
	{ TEXT(HEADER ROW "Bo,Ek,,,\n"), "Connections.csv:3:9:", "5 fields, its header has 7" },
	{ TEXT(HEADER ROW "Bo,Ek,,,,,,,\n"), "Connections.csv:3:12:", "9 fields" },
	{ TEXT(HEADER ROW "Bo\n" ROW), "Connections.csv:3:1:", "1 field, its header has 7" },
	{ TEXT(HEADER ROW "Bo,\"Ek\nEk\nEk\",,,\n"), "Connections.csv:5:7:", "5 fields" },
	{ TEXT(HEADER ROW "Bo,\"Ek,,,,,\n" ROW), "Connections.csv:3:4:", "never closed" },
	{ TEXT(HEADER ROW "Bo,E\"k,,,,,\n"), "Connections.csv:3:5:", "a quote stands where" },
	{ TEXT(HEADER ROW "Bo,\"E\"k,,,,,\n"), "Connections.csv:3:7:", "a quote stands where" },
	{ TEXT(HEADER ROW "\n\r\n\nBo,E\0k"), "Connections.csv:6:5:", "NUL" },
	{ TEXT("\xef\xbb\xbf" HEADER "A\0"), "Connections.csv:2:2:", "NUL" },
	{ TEXT("\xff\xfe"
	       "F\0i\0"),
	  "Connections.csv:1:1:", "UTF-16" },
	{ TEXT("a,b,c\n1,2,3\n"), "Connections.csv:1:1:", "no header" },
	{ TEXT(""), "Connections.csv:1:1:", "no header" },
	{ TEXT("PK\1\1\0\0"), "Connections.csv:1:5:", "NUL" },
};

static void broken_files_are_refused_with_their_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(broken); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		const char *path = file("Connections.csv", broken[i].bytes, broken[i].len);
		DC_AUTO(dc_str) char *before = state_of(l);
		struct dc_error err = { 0 };

		if (import_with(&r, l, &err, (struct dc_import_options){ 0 }, &path, 1) !=
		    DC_INVALID)
			fail_msg("case %zu (%s) was read", i, broken[i].why);
		if (strncmp(err.msg, broken[i].where, strlen(broken[i].where)) != 0 ||
		    !strstr(err.msg, broken[i].why))
			fail_msg("%s", err.msg);
		DC_AUTO(dc_str) char *after = state_of(l);

		assert_string_equal(before, after);
	}
}

static void a_field_without_end_is_refused_in_bounded_memory(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };
	struct dc_error err = { 0 };

	(void)state;
	dc_buf_puts(&b, HEADER "Bo,\"");
	while (b.len < (17u << 20))
		dc_buf_puts(&b, "All work and no play makes Jack a dull boy.\n");
	const char *path = file("Connections.csv", b.data, b.len);

	assert_int_equal(import_with(&r, l, &err, (struct dc_import_options){ 0 }, &path, 1),
	                 DC_INVALID);
	assert_non_null(strstr(err.msg, "Connections.csv:2:4: a field larger than 16 MiB"));
}

static void partial_keeps_the_rows_before_the_bad_one(void **state)
{
	static const char text[] = HEADER ROW "Bo,Ek,https://www.linkedin.com/in/bo-ek,,,,\nCy,D\0";
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const char *paths[] = { file("Connections.csv", TEXT(text)), SAMPLE "/Invitations.csv" };
	struct dc_error err = { 0 };

	(void)state;
	if (import_with(&r, l, &err, (struct dc_import_options){ .partial = true }, paths, 2))
		fail_msg("%s", err.msg);
	assert_counts(of(&r, "Connections.csv"), 2, 2, 0, 0, 0);
	assert_string_equal(of(&r, "Connections.csv")->error,
	                    "Connections.csv:4:5: it contains a NUL byte");
	assert_null(of(&r, "Invitations.csv")->error);
	assert_int_equal(of(&r, "Invitations.csv")->read, 26);
	(void)person(l, "in/bo-ek", &arena);
}

static void trying_changes_nothing(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_str) char *before = state_of(l);
	const char *path = SAMPLE;
	struct dc_error err = { 0 };

	(void)state;
	if (import_with(&r, l, &err, (struct dc_import_options){ .dry_run = true }, &path, 1))
		fail_msg("%s", err.msg);
	assert_counts(of(&r, "Connections.csv"), 41, 39, 0, 0, 2);
	DC_AUTO(dc_str) char *after = state_of(l);

	assert_string_equal(before, after);
}

static int stop_at(void *data, const char *name, int64_t done, int64_t total)
{
	int *calls = data;

	assert_non_null(name);
	assert_true(done >= 0 && done <= total);
	return --*calls <= 0;
}

/* Stops at every call: what is kept says so, and the next import ends as one that was not
 * stopped. */
static void what_is_stopped_goes_on(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *whole = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result w = { 0 };
	size_t went_on = 0;

	(void)state;
	must_import(&w, whole, SAMPLE);
	DC_AUTO(dc_str) char *want = state_of(whole);

	for (int at = 1, rc = DC_TEMP; rc; at++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, again = { 0 };
		DC_AUTO(dc_str) char *before = state_of(l);
		const char *path = SAMPLE;
		int calls = at;
		struct dc_import_options o = { .slice = 1,
			                       .progress = stop_at,
			                       .progress_data = &calls };
		struct dc_error err = { 0 };

		rc = import_with(&r, l, &err, o, &path, 1);
		assert_true(!rc || rc == DC_TEMP);
		if (dc_ledger_verify(l, &err))
			fail_msg("%s", err.msg);
		if (strstr(err.msg, "nothing of it was kept")) {
			DC_AUTO(dc_str) char *after = state_of(l);

			assert_string_equal(before, after);
		} else if (rc) {
			assert_non_null(strstr(err.msg, "import the same files again"));
		}
		must_import(&again, l, path);
		for (size_t i = 0; i < again.count; i++)
			went_on += again.files[i].had > 0;
		DC_AUTO(dc_str) char *now = state_of(l);

		assert_string_equal(now, want);
	}
	assert_true(went_on > 3);
}

/* Slices are made durable only of files that are whole. */
static void a_broken_file_leaves_no_slice_behind(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_str) char *before = state_of(l);
	static const char short_row[] = "From,To,Sent At,Message,Direction\n"
					"A,B,\"1/29/26, 2:37 PM\",,OUTGOING\nA,B\n";
	struct dc_error err = { 0 };
	const char *paths[] = { SAMPLE "/Connections.csv",
		                file("Invitations.csv", short_row, sizeof(short_row) - 1) };

	(void)state;
	assert_int_equal(
		import_with(&r, l, &err, (struct dc_import_options){ .slice = 1 }, paths, 2),
		DC_INVALID);
	assert_non_null(strstr(err.msg, "Invitations.csv:3:"));
	DC_AUTO(dc_str) char *after = state_of(l);

	assert_string_equal(before, after);
}

static void what_is_no_export_is_refused(void **state)
{
	static const struct {
		const char *path, *why;
	} cases[] = {
		{ "/no/such/file.csv", "No such file" },
		{ "/dev/null", "neither a file nor a folder" },
		{ "tests/unit", "no CSV file in this folder" },
		{ SAMPLE "/Registration.csv", "none of the 1 CSV files" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = new_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		struct dc_error err = { 0 };

		assert_int_equal(import_with(&r, l, &err, (struct dc_import_options){ 0 },
		                             &cases[i].path, 1),
		                 DC_INVALID);
		if (!strstr(err.msg, cases[i].why))
			fail_msg("%s: %s", cases[i].path, err.msg);
	}
}

static void tables_have_names(void **state)
{
	(void)state;
	assert_string_equal(dc_import_table_name(DC_IMPORT_MESSAGES), "messages");
	assert_string_equal(dc_import_table_name(DC_IMPORT_TABLE_COUNT), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table_has_its_own_dates),
		cmocka_unit_test(the_name_of_an_archive_tells_its_day),
		cmocka_unit_test(the_sample_is_read_whole),
		cmocka_unit_test(importing_again_changes_nothing),
		cmocka_unit_test(the_order_of_paths_means_nothing),
		cmocka_unit_test(connections_of_every_era),
		cmocka_unit_test(names_are_stored_unchanged),
		cmocka_unit_test(an_address_and_an_email_in_one_row_are_one_person),
		cmocka_unit_test(invitations_of_every_era),
		cmocka_unit_test(incoming_hidden_and_odd_invitations),
		cmocka_unit_test(only_letters_of_the_owner_count),
		cmocka_unit_test(letters_of_nobody_in_particular_do_not_count),
		cmocka_unit_test(letters_of_assistants_are_no_conversations),
		cmocka_unit_test(a_table_is_told_by_its_header_not_by_its_name),
		cmocka_unit_test(an_archive_is_read_like_a_folder),
		cmocka_unit_test(gone_and_not_connected_is_inferred_to_be_closed),
		cmocka_unit_test(nothing_is_inferred_from_half_an_export),
		cmocka_unit_test(what_is_listed_again_was_not_closed),
		cmocka_unit_test(rotten_archives_are_refused_whole),
		cmocka_unit_test(a_missing_helper_is_said),
		cmocka_unit_test(broken_files_are_refused_with_their_place),
		cmocka_unit_test(a_field_without_end_is_refused_in_bounded_memory),
		cmocka_unit_test(partial_keeps_the_rows_before_the_bad_one),
		cmocka_unit_test(trying_changes_nothing),
		cmocka_unit_test(what_is_stopped_goes_on),
		cmocka_unit_test(a_broken_file_leaves_no_slice_behind),
		cmocka_unit_test(what_is_no_export_is_refused),
		cmocka_unit_test(tables_have_names),
	};

	return cmocka_run_group_tests_name("import", tests, set_up, tear_down);
}
