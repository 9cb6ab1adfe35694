/* import.c - `decorum import`: the export into the ledger, with what became of each row. */
#include <decorum/import.h>

#include "ask.h"
#include "cmd.h"
#include "progress.h"

static int on_progress(void *data, const char *file, int64_t done, int64_t total)
{
	return dc_progress(data, file, done, total);
}

static const struct dc_column columns[] = {
	{ "file", "file" },       { "table", NULL },        { "recognised", NULL },
	{ "read", "read" },       { "new", "new" },         { "known", "known" },
	{ "changed", "changed" }, { "skipped", "skipped" }, { "error", NULL },
	{ "had", NULL },
};

static void put_files(struct dc_cli *cli, const struct dc_import_result *r)
{
	dc_out_table(cli->out, "files", columns, DC_COUNT(columns));
	for (size_t i = 0; i < r->count; i++) {
		const struct dc_import_file *f = &r->files[i];

		if (!f->recognised && !cli->json)
			continue;
		dc_out_row(
			cli->out,
			(struct dc_cell[]){
				dc_text_cell(f->name),
				dc_text_cell(f->recognised ? dc_import_table_name(f->table) : NULL),
				dc_bool_cell(f->recognised), dc_int_cell((int64_t)f->read),
				dc_int_cell((int64_t)f->fresh), dc_int_cell((int64_t)f->known),
				dc_int_cell((int64_t)f->changed), dc_int_cell((int64_t)f->skipped),
				dc_text_cell(f->error), dc_int_cell((int64_t)f->had) });
	}
	dc_out_table_end(cli->out);
}

/* Why rows were skipped, and files that were not read to the end. */
static void put_skips(struct dc_cli *cli, const struct dc_import_result *r)
{
	dc_out_open(cli->out, "skips", '[');
	for (size_t i = 0; i < r->count; i++)
		for (size_t k = 0; k < r->files[i].skip_count; k++) {
			const struct dc_import_skip *s = &r->files[i].skips[k];

			dc_out_open(cli->out, NULL, '{');
			dc_out_put(cli->out, "file", NULL, dc_text_cell(r->files[i].name));
			dc_out_put(cli->out, "reason", NULL, dc_text_cell(s->reason));
			dc_out_put(cli->out, "count", NULL, dc_int_cell((int64_t)s->count));
			dc_out_put(cli->out, "first_row", NULL, dc_int_cell(s->first_row));
			dc_out_close(cli->out, '}');
			dc_out_say(cli->out, "%s: %zu skipped, %s (first: row %lld)",
			           r->files[i].name, s->count, s->reason, (long long)s->first_row);
		}
	dc_out_close(cli->out, ']');
	for (size_t i = 0; i < r->count; i++)
		if (r->files[i].had)
			dc_out_say(cli->out,
			           "%s: taken up at row %zu, where an import was interrupted",
			           r->files[i].name, r->files[i].had + 1);
	for (size_t i = 0; i < r->count; i++)
		if (r->files[i].error)
			dc_out_say(cli->out, "%s: read only in part: %s", r->files[i].name,
			           r->files[i].error);
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_import_result_clear) struct dc_import_result result = { 0 };
	struct dc_progress progress;

	dc_progress_begin(&progress, cli);
	int rc = dc_import(&result, cli->ledger,
	                   &(struct dc_import_options){
				   .paths = cli->args.operands,
				   .path_count = cli->args.operand_count,
				   .unpack = cli->paths.unpack,
				   .dry_run = cli->dry_run,
				   .partial = dc_cli_flag(cli, "partial"),
				   .now = cli->now.wall,
				   .progress = on_progress,
				   .progress_data = &progress,
			   },
	                   err);

	dc_progress_end(&progress);
	if (rc)
		return rc;
	dc_out_put(cli->out, "dry_run", NULL, dc_bool_cell(cli->dry_run));
	put_files(cli, &result);
	put_skips(cli, &result);
	if (cli->dry_run)
		dc_out_say(cli->out, "Nothing was kept (--dry-run).");
	return 0;
}

static const struct dc_option options[] = {
	{ "partial", .help = "keep the whole rows before a bad one instead of refusing the file" },
	{ 0 },
};

const struct dc_cmd dc_cmd_import = {
	.name = "import",
	.operands = "FILE…",
	.min = 1,
	.max = DC_ANY,
	.summary = "read your LinkedIn data export: the archive, its folder, or single CSV files",
	.about =
		"Importing again changes nothing.  A file that cannot be read names line and "
		"column, and nothing of the import is kept.  An import that is interrupted goes on "
		"where it was when the same files are imported again.",
	.example = "decorum import ~/Downloads/Basic_LinkedInDataExport_11-01-2026.zip",
	.options = options,
	.offer = DC_OFFER_FILE,
	.needs = DC_NEEDS_WRITING,
	.run = run,
};
