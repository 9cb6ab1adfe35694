/* pushy.c - pressure. */
#include "check/frame.h"

/* clang-format off: one frame a line */
static const struct dc_frame frames[] = {
	DC_TOGETHER(1, INSISTS),
	DC_TOGETHER(1, INSISTS, BARE),
	DC_TOGETHER(1, INSISTS, YOU),
	DC_ANYWHERE(1, INSISTS, URGENT),
	DC_ANYWHERE(1, INSISTS, RESPOND),
	DC_ANYWHERE(1, INSISTS, SCARCE),
	DC_TOGETHER(1, SCARCE),
	DC_TOGETHER(1, SCARCE, BARE),
	DC_TOGETHER(1, SCARCE, NUMBER),
	DC_ANYWHERE(1, SCARCE, RESPOND),
	DC_ANYWHERE(1, SCARCE, URGENT),
	DC_TOGETHER(2, RESPOND, URGENT),
	DC_TOGETHER(2, RESPOND, DEMAND),
	DC_TOGETHER(2, DEMAND, URGENT),
	DC_TOGETHER(2, AGAIN, RESPOND),
	DC_TOGETHER(1, DEMAND, UNTIED),
	DC_TOGETHER(1, INSISTS, UNTIED),
	DC_TOGETHER(1, SCARCE, UNTIED),
	DC_TOGETHER(1, RESPOND, ASK, UNTIED),
	DC_TOGETHER(1, URGENT, UNTIED),
	DC_LAST_FRAME,
};

/* What is in a sentence with one of these is doubtful. */
static const struct dc_frame unless[] = {
	DC_TOGETHER(1, NO_HURRY),
	DC_LAST_FRAME,
};
/* clang-format on */

static const struct dc_frame_rule rule = {
	.frames = frames,
	.unless = unless,
	.message = "presses.",
	.class = DC_CLASS_PUSHY,
};

const struct dc_rule dc_rule_pushy = {
	.info = {
		.id = "pushy",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It presses.",
		.why = "Deadlines and orders work on nobody who owes you nothing; they are the mark "
		       "of a sales script.",
		.advice = "Leave them the time and the choice.",
		.source = "career advisers: a request is an offer, not a demand",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, please accept my invitation as soon as possible." },
			{ .note = "Hi Ada, this is urgent, I need your answer by tomorrow." },
			{ .note = "Hallo Ada, bitte nehmen Sie meine Anfrage umgehend an." },
			{ .note = "Bonjour Ada, merci d'accepter ma demande rapidement." },
			{ .note = "Hola Ada, acepta mi invitaci\u00f3n ya, por favor." },
			{ .note = "Ol\u00e1 Ada, n\u00e3o perca esta oportunidade." },
			{ .note = "Ciao Ada, accetta subito il mio invito." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, please accept my thanks for the review; your hint on locks was right." },
			{ .note = "Hi Ada, no need to answer: your talk on urgent care scheduling was a joy." }),
	},
	.run = dc_check_run_frames,
	.data = &rule,
};
