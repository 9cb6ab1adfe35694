/* import.c - paths to members, members to exports, exports to the ledger. */
#include <decorum/import.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <decorum/text.h>
#include "import/date.h"
#include "import/load.h"
#include "import/scan.h"
#include "import/source.h"

enum { LARGE = 1 << 20 }; /* bytes: a slice may end within them */

/* One file on its way into the ledger. */
struct file {
	const struct dc_import_member *member;
	struct dc_import_scan scan;
	int64_t exported; /* of the export that it belongs to */
	struct dc_import_file *result;
};

struct import {
	const struct dc_import_options *o;
	struct dc_import_members members;
	struct file *files;
	struct dc_import_file *results;
	struct dc_arena *arena;
	struct dc_import_load load;
	int64_t done, total; /* bytes, for the progress */
};

static void import_clear(struct import *in)
{
	dc_import_members_clear(&in->members);
	dc_free(in->files);
	dc_import_load_clear(&in->load);
}
DC_DEFINE_CLEAR(struct import, import_clear)

/* --- what there is */

/* The date of an export: told by its name, else the newest date in it, else its files' own. */
static int64_t export_date(const struct import *in, const char *where)
{
	int64_t named = dc_import_date_named(where), newest = 0, modified = 0;

	for (size_t i = 0; i < in->members.count; i++) {
		const struct file *f = &in->files[i];

		if (strcmp(f->member->where, where) != 0)
			continue;
		if (f->scan.recognised && f->scan.newest > newest)
			newest = f->scan.newest;
		if (f->member->modified > modified)
			modified = f->member->modified;
	}
	int64_t date = named ? named : newest ? newest : modified;

	if (in->o->now && date > in->o->now)
		date = in->o->now;
	return date - date % DC_DAY;
}

static int compare(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

/* Tables as they build on each other, whatever export they are from: the owner is known
 * before any letter is read.  Of one table the oldest export comes first. */
static int in_order(const void *a, const void *b)
{
	const struct file *x = a, *y = b;
	int by[] = {
		compare(!x->scan.recognised, !y->scan.recognised),
		compare(dc_import_load_rank(x->scan.layout.table),
		        dc_import_load_rank(y->scan.layout.table)),
		compare(x->exported, y->exported),
		strcmp(x->member->where, y->member->where),
		strcmp(x->member->name, y->member->name),
	};

	for (size_t i = 0; i < DC_COUNT(by); i++)
		if (by[i])
			return by[i];
	return strcmp(x->member->path, y->member->path);
}

static int look(struct import *in, struct dc_error *err)
{
	bool any = false;

	for (size_t i = 0; i < in->o->path_count; i++) {
		int rc = dc_import_members_find(&in->members, in->o->paths[i], in->o->unpack,
		                                in->arena, err);

		if (rc)
			return rc;
	}
	size_t n = in->members.count;

	in->files = dc_alloc(n, sizeof(*in->files));
	for (size_t i = 0; i < n; i++) {
		struct file *f = &in->files[i];

		f->member = &in->members.all[i];
		bool dated = dc_import_date_named(f->member->where) != 0;
		int rc = dc_import_scan_member(&f->scan, f->member, in->o->unpack, !dated, err);

		if (rc)
			return rc;
		any = any || f->scan.recognised;
	}
	if (!any)
		return dc_fail(err, DC_INVALID,
		               "%s is %s table that decorum reads: Connections, Invitations, "
		               "messages or Profile of a LinkedIn export",
		               n == 1 ? in->members.all[0].name : "none of the CSV files given",
		               n == 1 ? "no" : "a");
	for (size_t i = 0; i < n; i++)
		in->files[i].exported = export_date(in, in->files[i].member->where);
	qsort(in->files, n, sizeof(*in->files), in_order);
	return 0;
}

static const char *label(struct import *in, int64_t exported)
{
	static const char *const months[] = { "January",   "February", "March",    "April",
		                              "May",       "June",     "July",     "August",
		                              "September", "October",  "November", "December" };
	struct dc_date d = dc_date_of(exported);

	return dc_arena_printf(in->arena, "the export of %d %s %d", d.day, months[d.month - 1],
	                       d.year);
}

/* --- rows */

/* What the callback of the reader needs. */
struct reading {
	struct import *in;
	struct dc_csv *csv;
	struct dc_import_layout *layout;
	bool past_header;
	bool ledger_failed; /* the file is innocent */
	bool only_looks;
	const char *name;
};

static int on_row(void *data, const struct dc_csv_row *row, struct dc_error *err)
{
	struct reading *r = data;
	const size_t columns = r->layout->columns;

	if (!r->past_header) {
		r->past_header = dc_import_layout_of(r->layout, row, r->name);
		return 0;
	}
	if (row->count != columns)
		return dc_csv_complain(r->csv, row->count < columns ? row->count - 1 : columns, err,
		                       "this row has %zu field%s, its header has %zu", row->count,
		                       row->count == 1 ? "" : "s", columns);
	if (r->only_looks)
		return 0;
	int rc = dc_import_load_row(&r->in->load, row, err);

	r->ledger_failed = rc != 0;
	return rc;
}

static int stopped(struct import *in, const char *name, struct dc_error *err)
{
	const size_t rows = in->load.tally.read;
	bool kept = false;
	int rc = 0;

	if (in->load.to && !in->o->dry_run) {
		rc = dc_ledger_import_stop(in->load.to, &kept, err);
		in->load.to = NULL;
	}
	if (rc)
		return rc;
	return kept ? dc_fail(err, DC_TEMP,
	                      "interrupted; what was read is kept, up to row %zu of %s: import the "
	                      "same files again to go on from there",
	                      rows, name)
	            : dc_fail(err, DC_TEMP, "interrupted; nothing of it was kept");
}

static int tell(struct import *in, const char *name, struct dc_error *err)
{
	return in->o->progress && in->o->progress(in->o->progress_data, name, in->done, in->total)
	               ? stopped(in, name, err)
	               : 0;
}

/* Feeds the member's bytes to the reader.  *spoilt: the failure is the file's own. */
static int stream(struct import *in, const struct file *f, struct reading *r, bool *spoilt,
                  struct dc_error *err)
{
	DC_AUTO(dc_import_source_clear) struct dc_import_source s = { .fd = -1 };
	enum { BLOCK = 1 << 18 };
	DC_AUTO(dc_str) char *block = dc_alloc(BLOCK, 1);
	size_t got;
	int rc = dc_import_source_open(&s, f->member, in->o->unpack, err);

	if (rc)
		return rc;
	do {
		if ((rc = tell(in, f->member->name, err)))
			return rc;
		if (!(rc = dc_import_source_read(&s, block, BLOCK, &got, err)))
			rc = got ? dc_csv_feed(r->csv, block, got, err) : dc_csv_end(r->csv, err);
		if (rc) {
			*spoilt = rc == DC_INVALID && !r->ledger_failed;
			return rc;
		}
		in->done += (int64_t)got;
		if (!r->only_looks && !in->o->dry_run &&
		    (rc = dc_ledger_import_reach(in->load.to, (int64_t)in->load.tally.read, err)))
			return rc;
	} while (got);
	return tell(in, f->member->name, err);
}

/* Of an import that is made durable slice by slice, all is looked at before the first of them:
 * a file that cannot be read leaves nothing behind. */
static int look_through(struct import *in, struct dc_error *err)
{
	for (size_t i = 0; i < in->members.count; i++) {
		const struct file *f = &in->files[i];
		struct dc_import_layout layout;
		struct reading r = {
			.in = in, .layout = &layout, .only_looks = true, .name = f->member->name
		};
		DC_AUTO(dc_csv_free) struct dc_csv *csv = dc_csv_new(r.name, on_row, &r);
		bool spoilt;
		int rc;

		r.csv = csv;
		if (f->scan.recognised && (rc = stream(in, f, &r, &spoilt, err)))
			return rc;
	}
	return 0;
}

static void report(struct import *in, struct dc_import_file *out)
{
	const struct dc_import_tally *t = &in->load.tally;
	struct dc_import_skip *skips = dc_arena_alloc(in->arena, t->skip_count,
	                                              sizeof(t->skips[0]));

	memcpy(skips, t->skips, t->skip_count * sizeof(t->skips[0]));
	out->read = t->read;
	out->fresh = t->did[DC_ROW_NEW];
	out->known = t->did[DC_ROW_KNOWN];
	out->changed = t->did[DC_ROW_CHANGED];
	out->skipped = t->skipped;
	out->skips = skips;
	out->skip_count = t->skip_count;
}

static int load_file(struct import *in, struct file *f, struct dc_error *err)
{
	struct reading r = { .in = in, .layout = &in->load.layout, .name = f->member->name };
	DC_AUTO(dc_csv_free) struct dc_csv *csv = dc_csv_new(f->member->name, on_row, &r);
	struct dc_error why = { 0 };
	bool spoilt = false;
	int64_t had;
	int rc = dc_ledger_import_file(in->load.to, f->member->name, err);

	if (rc || (rc = dc_ledger_import_go_on(in->load.to, &had, f->member->size,
	                                       f->member->modified, err)))
		return rc;
	f->result->had = (size_t)had;
	r.csv = csv;
	in->load.tally = (struct dc_import_tally){ 0 };
	rc = stream(in, f, &r, &spoilt, &why);
	if (rc && !(spoilt && in->o->partial)) {
		if (err)
			*err = why;
		return rc;
	}
	report(in, f->result);
	if (rc) {
		f->result->error = dc_arena_strdup(in->arena, why.msg);
		return 0;
	}
	if (f->scan.layout.table == DC_IMPORT_CONNECTIONS)
		return dc_ledger_import_whole(in->load.to, DC_WHOLE_CONNECTIONS, err);
	if (f->scan.layout.table == DC_IMPORT_INVITATIONS)
		return dc_ledger_import_whole(in->load.to, DC_WHOLE_INVITATIONS, err);
	return 0;
}

static int load_all(struct import *in, struct dc_error *err)
{
	const struct file *before = NULL;

	for (size_t i = 0; i < in->members.count; i++) {
		struct file *f = &in->files[i];
		int rc = 0;

		if (!f->scan.recognised)
			continue;
		if (before && strcmp(before->member->where, f->member->where) != 0)
			rc = dc_ledger_import_export(in->load.to, label(in, f->exported),
			                             f->exported, err);
		if (!rc)
			rc = load_file(in, f, err);
		if (rc)
			return rc;
		before = f;
	}
	return 0;
}

/* Who the ledger already knows as its owner, for an export that does not tell. */
static int known_owner(struct import *in, struct dc_ledger *l, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_person me;
	const char **keys;
	size_t count;
	int rc = dc_ledger_self(l, &me, &arena, err);

	if (rc)
		return rc == DC_NOTFOUND ? 0 : rc;
	(void)dc_import_owner_add_name(&in->load.owner, me.name);
	if ((rc = dc_ledger_person_keys(l, &keys, &count, me.id, &arena, err)))
		return rc;
	for (size_t i = 0; i < count; i++)
		(void)dc_import_owner_add_key(&in->load.owner, keys[i]);
	return 0;
}

/* The answer lists every file, those without use for decorum as well. */
static void prepare_results(struct import *in)
{
	size_t n = in->members.count;

	in->results = dc_arena_alloc(in->arena, n, sizeof(*in->results));
	for (size_t i = 0; i < n; i++) {
		struct file *f = &in->files[i];

		f->result = &in->results[i];
		*f->result = (struct dc_import_file){
			.name = f->member->name,
			.table = f->scan.layout.table,
			.recognised = f->scan.recognised,
		};
		in->total += f->scan.recognised ? f->member->size : 0;
	}
}

int dc_import(struct dc_import_result *out, struct dc_ledger *l, const struct dc_import_options *o,
              struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(import_clear) struct import in = { .o = o, .arena = &arena };
	int rc = look(&in, err);

	if (!rc)
		rc = known_owner(&in, l, err);
	if (rc)
		return rc;
	prepare_results(&in);
	if (!o->partial && !o->dry_run && (o->slice || in.total >= LARGE)) {
		in.total *= 2;
		if ((rc = look_through(&in, err)))
			return rc;
	}
	rc = dc_ledger_import_begin(l, &in.load.to, label(&in, in.files[0].exported),
	                            in.files[0].exported, o->now, err);
	if (rc)
		return rc;
	dc_ledger_import_slice(in.load.to, o->slice);
	rc = load_all(&in, err);
	if (rc || o->dry_run)
		dc_ledger_import_rollback(in.load.to);
	else
		rc = dc_ledger_import_commit(in.load.to, err);
	if (rc)
		return rc;
	*out = (struct dc_import_result){
		.files = in.results,
		.count = in.members.count,
		.arena = arena,
	};
	arena = (struct dc_arena){ 0 };
	return 0;
}

void dc_import_result_clear(struct dc_import_result *r)
{
	dc_arena_clear(&r->arena);
	*r = (struct dc_import_result){ 0 };
}
