/* person.c - `decorum person`: keys, histories joined, and forgetting. */
#include <stdio.h>
#include <string.h>

#include <decorum/person.h>

#include "ask.h"
#include "cmd.h"
#include "recipient.h"

/* --- key */

static const struct dc_column key_columns[] = {
	{ "key", "key" },
	{ "url", "address" },
	{ "given", NULL },
};

/* One bad address among many does not hide the keys of the others. */
static int put_key(struct dc_cli *cli, const char *address, struct dc_error *err)
{
	DC_AUTO(dc_str) char *key = NULL;
	struct dc_error why = { 0 };
	int rc = dc_person_key(&key, address, &why);

	if (rc) {
		if (err->msg[0])
			dc_cli_complain(cli, err);
		return dc_fail(err, rc, "%s", why.msg);
	}
	DC_AUTO(dc_str) char *url = dc_person_url(key);

	dc_out_row(cli->out, (struct dc_cell[]){ dc_text_cell(key), dc_text_cell(url),
	                                         dc_text_cell(address) });
	return 0;
}

static int put_keys_from_stdin(struct dc_cli *cli, struct dc_error *err)
{
	int failed = 0;
	char *text, *line;
	size_t len;
	int rc = dc_paths_read(&text, &len, "-", 16 << 20, &cli->arena, err);

	if (rc)
		return rc;
	for (line = text; line < text + len;) {
		char *end = memchr(line, '\n', (size_t)(text + len - line));

		if (!end)
			end = text + len;
		char *last = end > line && end[-1] == '\r' ? end - 1 : end;

		*end = *last = '\0';
		if (*line && (rc = put_key(cli, line, err)))
			failed = rc;
		line = end + 1;
	}
	return failed;
}

static int run_key(struct dc_cli *cli, struct dc_error *err)
{
	int failed = 0, rc;

	dc_out_table(cli->out, "keys", key_columns, DC_COUNT(key_columns));
	for (size_t i = 0; i < cli->args.operand_count; i++) {
		const char *address = dc_cli_operand(cli, i);

		rc = strcmp(address, "-") ? put_key(cli, address, err)
		                          : put_keys_from_stdin(cli, err);
		failed = rc ? rc : failed;
	}
	if (!cli->args.operand_count)
		failed = put_keys_from_stdin(cli, err);
	dc_out_table_end(cli->out);
	return failed;
}

/* --- show */

static void put_known(struct dc_cli *cli, const char *key, const char *label,
                      const struct dc_known *k)
{
	char day[DC_TIME_MAX];
	DC_AUTO(dc_str)
	char *text = !k->source ? NULL
	             : k->at    ? dc_printf("%s (%s)", dc_time_day(day, k->at), k->source)
	                        : dc_printf("day unknown (%s)", k->source);

	dc_out_put(cli->out, key, NULL, dc_moment_cell(k->source ? k->at : 0));
	dc_out_put(cli->out, NULL, label, dc_text_cell(text));
}

static const struct dc_column request_columns[] = {
	{ "id", "request" },      { "state", "state" },   { "since", "since" },
	{ "known", "how known" }, { "source", "source" },
};

static int put_requests(struct dc_cli *cli, int64_t person, struct dc_error *err)
{
	struct dc_request *list;
	size_t count;
	int rc = dc_ledger_request_list(cli->ledger, &list, &count,
	                                &(struct dc_request_filter){ .person = person },
	                                &cli->arena, err);

	if (rc)
		return rc;
	if (count)
		dc_out_say(cli->out, "%s", "");
	dc_out_table(cli->out, "requests", request_columns, DC_COUNT(request_columns));
	for (size_t i = 0; i < count; i++)
		dc_out_row(cli->out, (struct dc_cell[]){ dc_int_cell(list[i].id),
		                                         dc_text_cell(dc_state_name(list[i].state)),
		                                         dc_day_cell(list[i].state_at),
		                                         dc_text_cell(dc_how_name(list[i].how)),
		                                         dc_text_cell(list[i].source) });
	dc_out_table_end(cli->out);
	return 0;
}

static int run_show(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_known incoming = { 0 }, written = { 0 };
	struct dc_recipient who;
	const char **keys, *met = "";
	size_t letters = 0, key_count;
	int64_t met_at;
	int rc = dc_recipient_known(&who, cli, dc_cli_operand(cli, 0), err);
	const struct dc_person *p = &who.person;

	if (rc ||
	    (rc = dc_ledger_person_keys(cli->ledger, &keys, &key_count, p->id, &cli->arena, err)) ||
	    (rc = dc_ledger_met(cli->ledger, &met, &met_at, p->id, &cli->arena, err)) ||
	    (rc = dc_ledger_incoming(cli->ledger, &incoming, p->id, &cli->arena, err)) ||
	    (rc = dc_ledger_written(cli->ledger, &written, &letters, p->id, &cli->arena, err)))
		return rc;
	dc_out_head(cli->out, "%s", dc_person_called(p));
	dc_out_put(cli->out, "name", NULL, dc_text_cell(p->name));
	dc_out_put(cli->out, "headline", "Headline", dc_text_cell(p->headline));
	dc_out_put(cli->out, "company", "Company", dc_text_cell(p->company));
	dc_out_open(cli->out, "keys", '[');
	for (size_t i = 0; i < key_count; i++) {
		DC_AUTO(dc_str) char *url = dc_person_url(keys[i]);

		dc_out_open(cli->out, NULL, '{');
		dc_out_put(cli->out, "key", i ? "also" : "Key", dc_text_cell(keys[i]));
		dc_out_put(cli->out, "url", NULL, dc_text_cell(url));
		dc_out_close(cli->out, '}');
	}
	dc_out_close(cli->out, ']');
	dc_out_put(cli->out, "met", "Met", dc_text_cell(met));
	put_known(cli, "connected", "Connected", &p->connected);
	put_known(cli, "invited_you", "Invited you", &incoming);
	put_known(cli, "written", "You wrote", &written);
	dc_out_put(cli->out, "letters", letters > 1 ? "Letters" : NULL,
	           dc_int_cell((int64_t)letters));
	return put_requests(cli, p->id, err);
}

/* --- met */

static int run_met(struct dc_cli *cli, struct dc_error *err)
{
	const char *where = dc_cli_operand(cli, 1);
	struct dc_recipient who;
	int64_t person;
	int rc = dc_recipient_find(&who, cli, dc_cli_operand(cli, 0), err);

	if (rc)
		return rc;
	if (!*where || !dc_text_valid(where, strlen(where), NULL))
		return dc_fail(err, DC_INVALID,
		               "say where and when you met, as in \"FOSDEM in February\"");
	person = who.person.id;
	if (!cli->dry_run &&
	    ((!person && (rc = dc_ledger_person_put(cli->ledger, &person, &who.person, "you",
	                                            cli->now.wall, err))) ||
	     (rc = dc_ledger_met_put(cli->ledger, person, where, cli->now.wall, err))))
		return rc;
	dc_out_put(cli->out, "key", NULL, dc_text_cell(who.person.key));
	dc_out_put(cli->out, "met", NULL, dc_text_cell(where));
	dc_out_say(cli->out, "%s for %s: \"%s\". Templates that ask where you met offer it.",
	           cli->dry_run ? "Would be noted" : "Noted", dc_person_called(&who.person), where);
	return 0;
}

/* --- alias, forget */

static int run_alias(struct dc_cli *cli, struct dc_error *err)
{
	const char *one, *other;
	int rc;

	if ((rc = dc_recipient_key(&one, cli, dc_cli_operand(cli, 0), err)) ||
	    (rc = dc_recipient_key(&other, cli, dc_cli_operand(cli, 1), err)))
		return rc;
	if (!cli->dry_run &&
	    (rc = dc_ledger_person_alias(cli->ledger, one, other, cli->now.wall, err)))
		return rc;
	dc_out_put(cli->out, "key", NULL, dc_text_cell(one));
	dc_out_put(cli->out, "other", NULL, dc_text_cell(other));
	dc_out_put(cli->out, "done", NULL, dc_bool_cell(!cli->dry_run));
	dc_out_say(cli->out, "%s and %s %s one person; their histories are joined.", one, other,
	           cli->dry_run ? "would be" : "are");
	return 0;
}

static int run_forget(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_recipient who;
	bool yes = true;
	int rc = dc_recipient_known(&who, cli, dc_cli_operand(cli, 0), err);

	if (rc)
		return rc;
	const char *called = dc_person_called(&who.person);
	DC_AUTO(dc_str)
	char *question = dc_printf("Erase all that is known about %s, for good?", called);

	if (!cli->dry_run) {
		if ((rc = dc_ask_yes(cli, &yes, question, err)))
			return rc;
		if (yes &&
		    (rc = dc_ledger_person_forget(cli->ledger, who.person.id, cli->now.wall, err)))
			return rc;
	}
	dc_out_put(cli->out, "done", NULL, dc_bool_cell(yes && !cli->dry_run));
	if (!yes)
		dc_out_say(cli->out, "Nothing was erased.");
	else
		dc_out_say(cli->out,
		           "%s %s forgotten.  Only a salted hash of the address stays, so that "
		           "decorum can "
		           "still warn before they are invited again.",
		           called, cli->dry_run ? "would be" : "is");
	return 0;
}

static const struct dc_cmd actions[] = {
	{ .name = "key",
	  .operands = "[ADDRESS…|-]",
	  .max = DC_ANY,
	  .summary = "the one key of an address in any spelling",
	  .run = run_key },
	{ .name = "show",
	  .operands = "RECIPIENT",
	  .min = 1,
	  .max = 1,
	  .summary = "what is known about a person, and from where",
	  .offer = DC_OFFER_PERSON,
	  .needs = DC_NEEDS_READING,
	  .run = run_show },
	{ .name = "met",
	  .operands = "RECIPIENT WHERE",
	  .min = 2,
	  .max = 2,
	  .summary = "note where you met, for templates that ask",
	  .offer = DC_OFFER_PERSON,
	  .needs = DC_NEEDS_WRITING,
	  .run = run_met },
	{ .name = "alias",
	  .operands = "ADDRESS OTHER",
	  .min = 2,
	  .max = 2,
	  .summary = "two addresses are one person: join their histories",
	  .offer = DC_OFFER_PERSON,
	  .needs = DC_NEEDS_WRITING,
	  .run = run_alias },
	{ .name = "forget",
	  .operands = "RECIPIENT",
	  .min = 1,
	  .max = 1,
	  .summary = "erase a person, and still not invite them again",
	  .offer = DC_OFFER_PERSON,
	  .needs = DC_NEEDS_WRITING,
	  .run = run_forget },
	{ 0 },
};

const struct dc_cmd dc_cmd_person = {
	.name = "person",
	.summary = "people: one key each, what is known, joining and forgetting",
	.example = "decorum person key https://uk.linkedin.com/in/Ada-Vey/?trk=x\n"
		   "decorum person met in/ada-vey \"FOSDEM in February\"\n"
		   "decorum person alias in/ada-vey in/ada-vey-lovelace",
	.actions = actions,
};
