/* history.c - `decorum history`: every event with its source. */
#include <string.h>

#include "cmd.h"
#include "recipient.h"

static const struct dc_column columns[] = {
	{ "at", "when" },       { "person", NULL }, { "name", "who" },      { "request", NULL },
	{ "kind", NULL },       { "from", NULL },   { "to", NULL },         { NULL, "what" },
	{ "how", "how known" }, { "detail", NULL }, { "source", "source" },
};

/* Names of people by id, looked up once each: a history is long and its people are few. */
struct names {
	struct {
		int64_t id;
		const char *name;
	} * list;
	size_t count;
};

static const char *name_of(struct names *n, struct dc_cli *cli, int64_t id)
{
	struct dc_person p;

	for (size_t i = n->count; i-- > 0;)
		if (n->list[i].id == id)
			return n->list[i].name;
	const char *name = id && !dc_ledger_person_by_id(cli->ledger, &p, id, &cli->arena, NULL)
	                           ? dc_person_called(&p)
	                           : "";

	n->list = dc_grow(n->list, n->count + 1, sizeof(*n->list));
	n->list[n->count].id = id;
	n->list[n->count++].name = name;
	return name;
}

static char *what_happened(const struct dc_event *e)
{
	/* The detail of these is a rule and a reason: it does not say what it was. */
	static const char *const reasons[] = { "override", "override-unused", "suppression" };

	for (size_t i = 0; i < DC_COUNT(reasons); i++)
		if (!strcmp(e->kind, reasons[i]))
			return dc_printf("%s: %s", e->kind, e->detail);
	if (*e->detail)
		return dc_strdup(e->detail);
	if (*e->to)
		return *e->from ? dc_printf("%s → %s", e->from, e->to) : dc_strdup(e->to);
	return dc_strdup(e->kind);
}

static void put_events(struct dc_cli *cli, const struct dc_event *list, size_t count)
{
	struct names names = { 0 };

	dc_out_table(cli->out, "events", columns, DC_COUNT(columns));
	for (size_t i = 0; i < count; i++) {
		const struct dc_event *e = &list[i];
		DC_AUTO(dc_str) char *what = what_happened(e);

		dc_out_row(cli->out,
		           (struct dc_cell[]){
				   dc_moment_cell(e->at), dc_int_cell(e->person),
				   dc_text_cell(name_of(&names, cli, e->person)),
				   e->request ? dc_int_cell(e->request) : (struct dc_cell){ 0 },
				   dc_text_cell(e->kind), dc_text_cell(*e->from ? e->from : NULL),
				   dc_text_cell(*e->to ? e->to : NULL), dc_text_cell(what),
				   dc_text_cell(dc_how_name(e->how)),
				   dc_text_cell(*e->detail ? e->detail : NULL),
				   dc_text_cell(e->source) });
	}
	dc_out_table_end(cli->out);
	dc_free(names.list);
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *whom = dc_cli_operand(cli, 0);
	struct dc_recipient who = { 0 };
	struct dc_event *list;
	size_t count;
	int rc;

	if ((whom && (rc = dc_recipient_known(&who, cli, whom, err))) ||
	    (rc = dc_ledger_history(cli->ledger, &list, &count, who.person.id, &cli->arena, err)))
		return rc;
	put_events(cli, list, count);
	if (!count)
		dc_out_say(cli->out, "Nothing has happened yet.");
	return 0;
}

const struct dc_cmd dc_cmd_history = {
	.name = "history",
	.operands = "[RECIPIENT]",
	.max = 1,
	.summary = "every event, oldest first, with its source",
	.offer = DC_OFFER_PERSON,
	.needs = DC_NEEDS_READING,
	.run = run,
};
