/* each.c - see each.h. */
#include "each.h"

#include "recipient.h"

static int read_one(struct dc_cli *cli, struct dc_request *out, enum dc_state state, int64_t id,
                    struct dc_error *err)
{
	const struct dc_request_filter newest = { .states = 1u << state, .limit = 1 };
	struct dc_request *list;
	size_t count;
	int rc;

	if (id)
		return dc_ledger_request_get(cli->ledger, out, id, &cli->arena, err);
	if ((rc = dc_ledger_request_list(cli->ledger, &list, &count, &newest, &cli->arena, err)))
		return rc;
	if (!count)
		return dc_fail(err, DC_NOTFOUND,
		               "nothing is %s; 'decorum queue' shows what there is",
		               dc_state_name(state));
	*out = *list;
	return 0;
}

static int all(struct dc_cli *cli, enum dc_state state, bool together, dc_each_fn *one,
               struct dc_error *err)
{
	const struct dc_request_filter f = { .states = 1u << state, .ours = true };
	struct dc_request *list;
	struct dc_error why;
	size_t count;
	int failed = 0;
	int rc = dc_ledger_request_list(cli->ledger, &list, &count, &f, &cli->arena, err);

	if (rc)
		return rc;
	if (!count)
		dc_out_say(cli->out, "Nothing is %s.", dc_state_name(state));
	dc_out_open(cli->out, "requests", '[');
	for (size_t i = count; i-- > 0;) {
		if (together && list[i].state_at != list[0].state_at)
			continue;
		dc_out_open(cli->out, NULL, '{');
		why = (struct dc_error){ 0 };
		if ((rc = one(cli, &list[i], &why))) {
			dc_cli_complain(cli, &why);
			failed = rc;
		}
		dc_out_close(cli->out, '}');
	}
	dc_out_close(cli->out, ']');
	return failed;
}

int dc_each(struct dc_cli *cli, enum dc_state state, bool together, dc_each_fn *one,
            struct dc_error *err)
{
	struct dc_request r;
	int64_t id;
	int rc = dc_request_operand(&id, cli, err);

	if (rc)
		return rc;
	if (dc_cli_flag(cli, "all"))
		return id ? dc_fail(err, DC_INVALID, "an id, or --all: not both")
		          : all(cli, state, together, one, err);
	rc = read_one(cli, &r, state, id, err);
	return rc ? rc : one(cli, &r, err);
}
