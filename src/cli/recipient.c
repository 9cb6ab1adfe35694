/* recipient.c - from what the user typed to a person, without guessing. */
#include "recipient.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/person.h>

#include "ask.h"
#include "cmd.h"

enum { SHOWN = 8 };

bool dc_request_id(int64_t *out, const char *text)
{
	char *end;

	text += *text == '#';
	if (!*text || strspn(text, "0123456789") != strlen(text) || strlen(text) > 18)
		return false;
	*out = strtoll(text, &end, 10);
	return *out > 0;
}

int dc_request_operand(int64_t *id, struct dc_cli *cli, struct dc_error *err)
{
	const char *text = dc_cli_operand(cli, 0);

	*id = 0;
	if (text && !dc_request_id(id, text))
		return dc_fail(err, DC_INVALID,
		               "'%.60s' is no request id; 'decorum queue' shows the ids", text);
	return 0;
}

const char *dc_person_called(const struct dc_person *p) { return *p->name ? p->name : p->key; }
const char *dc_request_called(const struct dc_request *r) { return *r->name ? r->name : r->key; }

void dc_request_put(struct dc_cli *cli, const struct dc_request *r)
{
	dc_out_put(cli->out, "id", NULL, dc_int_cell(r->id));
	dc_out_put(cli->out, "state", NULL, dc_text_cell(dc_state_name(r->state)));
	dc_out_put(cli->out, "recipient", NULL, dc_text_cell(r->key));
}

static int by_request(struct dc_recipient *out, struct dc_cli *cli, int64_t id,
                      struct dc_error *err)
{
	struct dc_request r;
	int rc = dc_ledger_request_get(cli->ledger, &r, id, &cli->arena, err);

	if (rc)
		return rc;
	out->request = id;
	return dc_ledger_person_by_id(cli->ledger, &out->person, r.person, &cli->arena, err);
}

static int by_key(struct dc_recipient *out, struct dc_cli *cli, const char *key,
                  struct dc_error *err)
{
	int rc = dc_ledger_person_by_key(cli->ledger, &out->person, key, &cli->arena, err);

	if (rc != DC_NOTFOUND)
		return rc;
	out->person = (struct dc_person){ .key = key,
		                          .name = "",
		                          .first = "",
		                          .last = "",
		                          .headline = "",
		                          .company = "",
		                          .email = "" };
	return 0;
}

static int by_address(struct dc_recipient *out, struct dc_cli *cli, const char *text,
                      struct dc_error *err)
{
	DC_AUTO(dc_str) char *key = NULL;
	int rc = dc_person_key(&key, text, err);

	return rc ? rc : by_key(out, cli, dc_arena_strdup(&cli->arena, key), err);
}

/* "@ada-vey" is short for the address of somebody who is in the ledger. */
static int by_handle(struct dc_recipient *out, struct dc_cli *cli, const char *handle,
                     struct dc_error *err)
{
	DC_AUTO(dc_str) char *address = dc_printf("https://www.linkedin.com/in/%s", handle);
	int rc = by_address(out, cli, address, err);

	if (!rc && !out->person.id)
		return dc_fail(
			err, DC_NOTFOUND,
			"nobody in the ledger has the handle @%.100s; give the profile address",
			handle);
	return rc;
}

/* "Ada Vey, Analyst at Northwind (in/ada-vey)" */
static void describe(struct dc_buf *out, const struct dc_person *p)
{
	dc_buf_puts(out, dc_person_called(p));
	if (*p->headline)
		dc_buf_printf(out, ", %s", p->headline);
	if (*p->company)
		dc_buf_printf(out, " at %s", p->company);
	if (*p->key && *p->name)
		dc_buf_printf(out, " (%s)", p->key);
}

static int several(struct dc_cli *cli, const char *name, const struct dc_person *people,
                   size_t count, bool more, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf list = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (cli->terminal) {
			DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };

			describe(&line, &people[i]);
			dc_cli_tell(cli, "  %s", line.data);
		} else {
			dc_buf_printf(&list, "%s%s", list.len ? ", " : ": ",
			              *people[i].key ? people[i].key : people[i].name);
		}
	}
	if (count == 1)
		return dc_fail(err, DC_INVALID,
		               "'%.60s' is a name, and without a terminal nobody is guessed; if %s "
		               "is meant, "
		               "give that address",
		               name, *people[0].key ? people[0].key : people[0].name);
	return dc_fail(err, DC_INVALID, "'%.60s' could be %s%zu people%s; give an address", name,
	               more ? "more than " : "", count, dc_buf_str(&list));
}

static int by_name(struct dc_recipient *out, struct dc_cli *cli, const char *name,
                   struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf question = { 0 };
	struct dc_person *people;
	size_t count;
	bool yes = false;
	int rc = dc_ledger_person_search(cli->ledger, &people, &count, name, SHOWN + 1, &cli->arena,
	                                 err);

	if (rc)
		return rc;
	if (count == 0)
		return dc_fail(err, DC_NOTFOUND,
		               "nobody in the ledger is called '%.60s'; give the profile address",
		               name);
	if (count > 1 || !cli->terminal)
		return several(cli, name, people, count > SHOWN ? SHOWN : count, count > SHOWN,
		               err);
	dc_buf_puts(&question, "Is it ");
	describe(&question, people);
	dc_buf_putc(&question, '?');
	if ((rc = dc_ask_yes(cli, &yes, question.data, err)))
		return rc;
	if (!yes)
		return dc_fail(err, DC_NOTFOUND,
		               "then nobody in the ledger is meant; give the profile address");
	out->person = people[0];
	return 0;
}

int dc_recipient_find(struct dc_recipient *out, struct dc_cli *cli, const char *text,
                      struct dc_error *err)
{
	int64_t id;

	*out = (struct dc_recipient){ 0 };
	if (!*text)
		return dc_fail(err, DC_INVALID, "the recipient is empty; give a profile address");
	if (dc_request_id(&id, text))
		return by_request(out, cli, id, err);
	if (text[0] == '@')
		return by_handle(out, cli, text + 1, err);
	return dc_person_is_address(text) ? by_address(out, cli, text, err)
	                                  : by_name(out, cli, text, err);
}

int dc_recipient_known(struct dc_recipient *out, struct dc_cli *cli, const char *text,
                       struct dc_error *err)
{
	int rc = dc_recipient_find(out, cli, text, err);

	if (!rc && !out->person.id)
		return dc_fail(err, DC_NOTFOUND,
		               "%s is not in the ledger: nothing is known about them",
		               out->person.key);
	return rc;
}

int dc_recipient_key(const char **out, struct dc_cli *cli, const char *text, struct dc_error *err)
{
	struct dc_recipient who;
	int rc = dc_recipient_find(&who, cli, text, err);

	if (!rc && !*who.person.key)
		return dc_fail(err, DC_INVALID,
		               "%s is known by name only; give the profile address",
		               dc_person_called(&who.person));
	*out = rc ? NULL : who.person.key;
	return rc;
}

int dc_recipient_request(struct dc_request *out, struct dc_cli *cli, const char *text,
                         unsigned states, struct dc_error *err)
{
	struct dc_recipient who;
	struct dc_request *list;
	size_t count;
	int rc = dc_recipient_known(&who, cli, text, err);

	if (rc)
		return rc;
	if (who.request)
		return dc_ledger_request_get(cli->ledger, out, who.request, &cli->arena, err);
	if ((rc = dc_ledger_request_list(cli->ledger, &list, &count,
	                                 &(struct dc_request_filter){ .states = states,
	                                                              .person = who.person.id,
	                                                              .limit = 1 },
	                                 &cli->arena, err)))
		return rc;
	if (count) {
		*out = list[0];
		return 0;
	}
	if ((rc = dc_ledger_request_list(
		     cli->ledger, &list, &count,
		     &(struct dc_request_filter){ .person = who.person.id, .limit = 1 },
		     &cli->arena, err)))
		return rc;
	if (!count)
		return dc_fail(err, DC_NOTFOUND, "there is no request to %s on file",
		               dc_person_called(&who.person));
	return dc_fail(err, DC_NOTFOUND, "the request to %s is %s", dc_person_called(&who.person),
	               dc_state_name(list[0].state));
}
