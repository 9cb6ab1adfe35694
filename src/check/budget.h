/* budget.h - so many requests in so much time: the matcher of the window rules. */
#ifndef DC_CHECK_BUDGET_H
#define DC_CHECK_BUDGET_H

#include "check/rule.h"

/* Which numbers of the dossier a window rule compares. */
struct dc_budget {
	enum dc_limit_id limit;
	size_t used;       /* offset of a size_t in struct dc_dossier: requests in the window … */
	size_t free;       /* … and of an int64_t: when the next one fits */
	const char *what;  /* "request" or "note" */
	const char *where; /* "in 24 hours" */
};

/* Flags when this request would be one more than the limit; rule->data is a dc_budget. */
void dc_check_run_budget(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink);

#endif
