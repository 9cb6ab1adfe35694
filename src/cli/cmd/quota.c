/* quota.c - `decorum quota`: the budgets, counted from the ledger. */
#include "cmd.h"

static const struct dc_column columns[] = {
	{ "window", "budget" },       { "used", "used" },  { "limit", "limit" },
	{ "next_free", "next free" }, { "summary", NULL }, { "as_of", "as of" },
	{ "source", "says who" },
};

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *on = dc_cli_arg(cli, "on");
	int64_t now = cli->now.wall;
	struct dc_quota *list;
	size_t count;
	int rc;

	if ((on && (rc = dc_time_parse(&now, on, err))) ||
	    (rc = dc_quota_read(&list, &count, cli->ledger, cli->settings, now, &cli->arena, err)))
		return rc;
	dc_out_table(cli->out, "quota", columns, DC_COUNT(columns));
	for (size_t i = 0; i < count; i++)
		dc_out_row(cli->out, (struct dc_cell[]){ dc_text_cell(list[i].window),
		                                         dc_int_cell((int64_t)list[i].used),
		                                         dc_int_cell(list[i].limit.value),
		                                         dc_moment_cell(list[i].next_free),
		                                         dc_text_cell(list[i].limit.summary),
		                                         dc_text_cell(list[i].limit.as_of),
		                                         dc_text_cell(list[i].limit.source) });
	dc_out_table_end(cli->out);
	return 0;
}

static const struct dc_option options[] = {
	{ "on", 0, "DATE", .help = "as it would be on that day" },
	{ 0 },
};

const struct dc_cmd dc_cmd_quota = {
	.name = "quota",
	.summary = "how many requests fit in the day, the week, the month",
	.about = "LinkedIn does not publish its limits and changes them; each one here is a dated "
		 "fact with "
		 "its source.  Yours may differ: 'decorum config set limits.week 80'.",
	.options = options,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_READING,
	.run = run,
};
