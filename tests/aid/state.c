/* state.c - `state DB ID [due]`: the state of a request, or "none", or when its hold ends; for
 * scripts. */
#include <stdio.h>
#include <stdlib.h>

#include <decorum/ledger.h>

int main(int argc, char **argv)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = NULL;
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request r;
	struct dc_error err = { 0 };

	if (argc < 3)
		return 2;
	int rc = dc_ledger_open_reading(&l, argv[1], &err);

	if (!rc)
		rc = dc_ledger_request_get(l, &r, strtoll(argv[2], NULL, 10), &arena, &err);
	if (rc && rc != DC_NOTFOUND) {
		fprintf(stderr, "%s\n", err.msg);
		return 1;
	}
	if (argc > 3)
		printf("%lld\n", rc ? 0LL : (long long)r.due_wall);
	else
		puts(rc ? "none" : dc_state_name(r.state));
	return 0;
}
