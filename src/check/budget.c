/* budget.c - one comparison for all windows. */
#include "check/budget.h"

#include <inttypes.h>
#include <string.h>

#include "check/match.h"

void dc_check_run_budget(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	const struct dc_budget *b = rule->data;
	const struct dc_limit limit = dc_settings_limit(c->settings, b->limit);
	char when[DC_PHRASE_MAX];
	size_t used;
	int64_t next;

	memcpy(&used, (const char *)c->d + b->used, sizeof(used));
	memcpy(&next, (const char *)c->d + b->free, sizeof(next));
	if (used < (size_t)limit.value)
		return;
	dc_check_flag(sink, "%zu %s%s went out or wait to go out %s, and %" PRId64 " %s the limit.",
	              used, b->what, used == 1 ? "" : "s", b->where, limit.value,
	              limit.value == 1 ? "is" : "are");
	if (next > c->now)
		dc_check_advise(sink, "Keep it as a draft; the next one fits %s.",
		                dc_check_moment(when, next, c->now));
	dc_check_number(sink, "used", (int64_t)used);
	dc_check_number(sink, "limit", limit.value);
	if (*limit.as_of)
		dc_check_text(sink, "as-of", limit.as_of);
	if (next > c->now)
		dc_check_day(sink, "next-free", next);
	dc_check_source(sink, limit.source);
}
