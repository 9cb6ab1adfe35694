/* csv.c - each row of a file: a person, a note, or both, judged with its line. */
#include <decorum/import.h>
#include <decorum/person.h>

#include <stdio.h>
#include <string.h>

#include "ask.h"
#include "judge/judge.h"
#include "progress.h"
#include "spelling.h"

/* One row per column: what it is, and how headers call it. */
#define COLUMNS(X)                                                                           \
	X(NAME, "name|fullname")                                                             \
	X(FIRST, "firstname|givenname")                                                      \
	X(LAST, "lastname|familyname|surname")                                               \
	X(ADDRESS, "profileaddress|profileurl|profile|url|address|linkedin|linkedinurl|key") \
	X(HEADLINE, "headline|title|position|jobtitle")                                      \
	X(COMPANY, "company|organisation|organization|employer|currentcompany")              \
	X(NOTE, "note|message|text")

enum column {
#define X(name, text) name,
	COLUMNS(X)
#undef X
		COLUMN_COUNT
};

static const char *const columns[] = {
#define X(name, text) [name] = text,
	COLUMNS(X)
#undef X
};

struct table {
	struct dc_judge *judge;
	const char *path;
	struct dc_batch *batch;
	struct dc_progress progress;
	int refused; /* code of the last row that could not be judged */
};

static const char *full_name(const char *const *fields, struct dc_arena *arena)
{
	const char *first = fields[FIRST] ? fields[FIRST] : "",
		   *last = fields[LAST] ? fields[LAST] : "";

	if (fields[NAME] && *fields[NAME])
		return fields[NAME];
	if (!*first && !*last)
		return NULL;
	return dc_arena_printf(arena, "%s%s%s", first, *first && *last ? " " : "", last);
}

/* A row that cannot be judged is told with its line and does not end the others. */
static int refuse(struct table *t, size_t line, const struct dc_error *why)
{
	struct dc_error err = { 0 };

	dc_progress_wipe(&t->progress);
	t->refused = dc_fail(&err, why->code, "%s:%zu: %s", t->path, line, why->msg);
	dc_cli_complain(t->judge->cli, &err);
	return 0;
}

static int on_row(void *data, const char *const *fields, size_t line, struct dc_error *err)
{
	struct table *t = data;
	struct dc_cli *cli = t->judge->cli;
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	DC_AUTO(dc_str) char *key = NULL;
	struct dc_error why = { 0 };

	if (fields[ADDRESS] && *fields[ADDRESS] && dc_person_key(&key, fields[ADDRESS], &why))
		return refuse(t, line, &why);
	struct dc_draft_request r = {
		.key = key,
		.name = full_name(fields, &arena),
		.headline = fields[HEADLINE],
		.company = fields[COMPANY],
		.note = fields[NOTE],
		.note_len = fields[NOTE] ? strlen(fields[NOTE]) : 0,
		.batch = t->batch,
		.line = line,
	};

	if (!r.key && !r.name && !r.note_len) {
		dc_fail(&why, DC_INVALID, "this row has neither a person nor a note");
		return refuse(t, line, &why);
	}
	dc_spelling(cli, &r, true, &arena);
	int rc = dc_review(&report, cli->ledger, &r, cli->settings, cli->now.wall, err);

	if (!rc)
		dc_judge_one(t->judge, report, r.note, r.note_len, t->path, line);
	return rc;
}

static int on_progress(void *data, int64_t done, int64_t total)
{
	struct table *t = data;

	return dc_progress(&t->progress, t->path, done, total);
}

int dc_judge_csv(struct dc_judge *j, const char *path, struct dc_error *err)
{
	DC_AUTO(dc_batch_free) struct dc_batch *batch = dc_batch_new();
	struct table t = { .judge = j, .path = path, .batch = batch };

	dc_ledger_expect_many(j->cli->ledger);
	dc_progress_begin(&t.progress, j->cli);
	int rc = dc_rows_read(&(struct dc_rows_options){ .path = path,
	                                                 .columns = columns,
	                                                 .column_count = COLUMN_COUNT,
	                                                 .row = on_row,
	                                                 .progress = on_progress,
	                                                 .data = &t },
	                      err);

	dc_progress_end(&t.progress);
	if (rc == DC_TEMP && dc_interrupted())
		return dc_fail(err, DC_TEMP, "interrupted after %zu row%s", j->run.checked,
		               j->run.checked == 1 ? "" : "s");
	return rc ? rc : t.refused;
}
