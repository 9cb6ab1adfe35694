/* mark.c - `decorum mark`: what the user knows and decorum cannot see. */
#include <string.h>

#include "cmd.h"
#include "recipient.h"

/* The words a user may say, and the state they lead to. */
static const struct word {
	const char *text;
	enum dc_state to;
} words[] = {
	{ "sent", DC_STATE_SENT },         { "not-sent", DC_STATE_HELD },
	{ "accepted", DC_STATE_ACCEPTED }, { "declined", DC_STATE_DECLINED },
	{ "ignored", DC_STATE_IGNORED },   { "withdrawn", DC_STATE_WITHDRAWN },
};

static int word_of(enum dc_state *out, const char *text, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf all = { 0 };

	for (size_t i = 0; i < DC_COUNT(words); i++) {
		dc_buf_printf(&all, "%s%s", i ? ", " : "", words[i].text);
		if (!strcmp(words[i].text, text)) {
			*out = words[i].to;
			return 0;
		}
	}
	return dc_fail(err, DC_INVALID, "cannot mark a request '%.60s'; it is one of %s", text,
	               all.data);
}

/* The states from which that word leads somewhere, also by way of "sent". */
static unsigned states_before(enum dc_state to)
{
	unsigned states = 1u << to;

	for (size_t i = 0; dc_edge_at(i); i++)
		if (dc_edge_at(i)->to == to ||
		    (dc_edge_at(i)->to == DC_STATE_SENT && dc_edge_legal(DC_STATE_SENT, to)))
			states |= 1u << dc_edge_at(i)->from;
	return states;
}

/* The newest request that it can be said of: its id; 0 when the person has none at all. */
static int find(int64_t *id, struct dc_cli *cli, const struct dc_recipient *who, enum dc_state to,
                struct dc_error *err)
{
	struct dc_request_filter filter = { .states = states_before(to),
		                            .person = who->person.id,
		                            .limit = 1 };
	struct dc_request *list;
	size_t count = 0;

	*id = who->request;
	if (*id || !who->person.id)
		return 0;
	for (int round = 0; round < 2; round++, filter.states = 0) {
		int rc = dc_ledger_request_list(cli->ledger, &list, &count, &filter, &cli->arena,
		                                err);

		if (rc)
			return rc;
		if (count)
			break;
	}
	*id = count ? list[0].id : 0;
	return 0;
}

/* Somebody whom no export has told of: what the user says is the first that is known. */
static int mark_person(struct dc_request *out, struct dc_cli *cli, struct dc_recipient *who,
                       enum dc_state to, int64_t when, struct dc_error *err)
{
	int rc = 0;

	if (!who->person.id)
		rc = dc_ledger_person_put(cli->ledger, &who->person.id, &who->person, "you",
		                          cli->now.wall, err);
	return rc ? rc
	          : dc_outbox_mark_person(&cli->outbox, out, who->person.id, to, when, &cli->now,
	                                  &cli->arena, err);
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *on = dc_cli_arg(cli, "on"), *word = dc_cli_operand(cli, 1);
	struct dc_recipient who;
	struct dc_request marked;
	int64_t id, when = 0;
	enum dc_state to;
	int rc;

	if ((rc = word_of(&to, word, err)) || (on && (rc = dc_time_parse(&when, on, err))))
		return rc;
	if (when > cli->now.wall)
		return dc_fail(err, DC_INVALID,
		               "--on %s is in the future; only what has happened can be told", on);
	if ((rc = dc_recipient_find(&who, cli, dc_cli_operand(cli, 0), err)) ||
	    (rc = find(&id, cli, &who, to, err)))
		return rc;
	if (cli->dry_run) {
		dc_out_say(cli->out, "The request to %s would be noted as %s.",
		           dc_person_called(&who.person), word);
		return 0;
	}
	rc = id ? dc_outbox_mark(&cli->outbox, &marked, id, to, when, &cli->now, &cli->arena, err)
	        : mark_person(&marked, cli, &who, to, when, err);
	if (rc)
		return rc;
	dc_out_put(cli->out, "id", NULL, dc_int_cell(marked.id));
	dc_out_put(cli->out, "recipient", NULL, dc_text_cell(marked.key));
	dc_out_put(cli->out, "state", NULL, dc_text_cell(dc_state_name(marked.state)));
	dc_out_say(cli->out, "Noted, because you said so: request %lld to %s is %s.",
	           (long long)marked.id, dc_request_called(&marked), dc_state_name(marked.state));
	return 0;
}

static const struct dc_option options[] = {
	{ "on", 0, "DATE", .help = "when it happened (default: now)" },
	{ 0 },
};

const struct dc_cmd dc_cmd_mark = {
	.name = "mark",
	.operands = "ID|RECIPIENT sent|not-sent|accepted|declined|ignored|withdrawn",
	.min = 2,
	.max = 2,
	.summary = "tell what you know and decorum cannot see",
	.example = "decorum mark in/ada-vey declined --on 2026-05-09\ndecorum mark 12 sent",
	.options = options,
	.offer = DC_OFFER_REQUEST,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
