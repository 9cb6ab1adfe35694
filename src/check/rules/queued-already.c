/* queued-already.c - a request to them is in the outbox. */
#include "check/match.h"

/* What its state means to the user; NULL: not in the outbox. */
static const char *const where[DC_STATE_COUNT] = {
	[DC_STATE_HELD] = "is on hold and can still be undone",
	[DC_STATE_HANDING] = "is being handed over to you",
	[DC_STATE_HANDED] = "was handed over to you, and decorum does not know whether you sent it",
	[DC_STATE_SENDING] = "is being sent",
	[DC_STATE_UNKNOWN] = "may or may not have gone out: nobody knows yet",
	[DC_STATE_WITHDRAWING] = "is being withdrawn",
};

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	for (size_t i = 0; i < c->d->past_count; i++) {
		const struct dc_past *p = &c->d->past[i];

		if (!where[p->state])
			continue;
		dc_check_flag(sink, "A request to %s %s.", dc_check_name(c->d), where[p->state]);
		dc_check_number(sink, "request", p->request);
		dc_check_text(sink, "state", dc_state_name(p->state));
		dc_check_day(sink, "since", p->now.at);
		dc_check_source(sink, p->now.source);
		return;
	}
}

const struct dc_rule dc_rule_queued_already = {
	.info = {
		.id = "queued-already",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_ERROR,
		.summary = "A request to them is in the outbox already.",
		.why = "The outbox holds one request for each person at a time, so that nobody is "
		       "asked twice by accident.",
		.advice = "`decorum queue` shows it; undo it first if this one is better.",
		.source = "decorum's own outbox",
		.bad = DC_EXAMPLES(
			DC_WHEN("A request to them is held.",
				DC_PAST(DC_STATE_HELD, 0, DC_HOW_OBSERVED, 0)),
			DC_WHEN("One was handed over yesterday; you have not said what came of it.",
				DC_PAST(DC_STATE_HANDED, 1, DC_HOW_OBSERVED, 1))),
		.good = DC_EXAMPLES(
			DC_WHEN("You took one back yesterday.",
				DC_PAST(DC_STATE_UNDONE, 1, DC_HOW_OBSERVED, 1)),
			DC_WHEN("One went out and was accepted.",
				DC_PAST(DC_STATE_ACCEPTED, 9, DC_HOW_TOLD, 8))),
	},
	.run = run,
};
