/* guilt.c - reproach. */
#include "check/frame.h"

/* clang-format off: one frame a line */
static const struct dc_frame frames[] = {
	DC_TOGETHER(1, GUILT),
	DC_TOGETHER(1, GUILT, BARE),
	DC_TOGETHER(1, GUILT, YOU),
	DC_ANYWHERE(1, GUILT, IGNORED),
	DC_ANYWHERE(1, GUILT, HURT),
	DC_ANYWHERE(1, GUILT, AGAIN),
	DC_TOGETHER(1, GUILT, QUESTION),
	DC_ANYWHERE(2, AGAIN, IGNORED),
	DC_ANYWHERE(1, AGAIN, HURT),
	DC_IN_ORDER(1, NUMBER, SENT),
	DC_TOGETHER(2, IGNORED, ME),
	DC_TOGETHER(2, IGNORED, YOU),
	DC_TOGETHER(2, IGNORED, HURT),
	DC_TOGETHER(1, IGNORED, BARE),
	DC_TOGETHER(2, HURT, YOU),
	DC_TOGETHER(2, AT_LEAST, YOU),
	DC_TOGETHER(2, AT_LEAST, IGNORED),
	DC_TOGETHER(1, AT_LEAST, RESPOND),
	DC_ANYWHERE(1, AT_LEAST, GUILT),
	DC_TOGETHER(1, AGAIN, RESPOND),
	DC_TOGETHER(1, HURT, NO),
	DC_TOGETHER(1, HURT, UNTIED),
	DC_TOGETHER(1, IGNORED, UNTIED),
	DC_TOGETHER(1, GUILT, UNTIED),
	DC_TOGETHER(1, AGAIN, UNTIED),
	DC_LAST_FRAME,
};

/* What is in a sentence with one of these is doubtful. */
static const struct dc_frame unless[] = {
	DC_TOGETHER(1, PAST_THERE),
	DC_TOGETHER(1, NO_HURRY),
	DC_LAST_FRAME,
};
/* clang-format on */

static const struct dc_frame_rule rule = {
	.frames = frames,
	.unless = unless,
	.message = "blames them.",
	.class = DC_CLASS_GUILT,
};

const struct dc_rule dc_rule_guilt = {
	.info = {
		.id = "guilt",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It blames or shames them.",
		.why = "Nobody owes a stranger an answer. Counting your messages to them, or their "
		       "silence, makes the next answer a block.",
		.advice = "Start afresh with a reason to connect, or leave it.",
		.source = "career advisers: after silence do not repeat",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, you still haven't accepted my request, this is the third time I write." },
			{ .note = "Hi Ada, it would be rude not to answer." },
			{ .note = "Hallo Ada, Sie haben auf meine Anfrage nicht reagiert." },
			{ .note = "Bonjour Ada, vous n'avez toujours pas r\u00e9pondu \u00e0 mon message." },
			{ .note = "Hola Ada, no me has respondido todav\u00eda." },
			{ .note = "Ol\u00e1 Ada, voc\u00ea ainda n\u00e3o respondeu." },
			{ .note = "Ciao Ada, non mi hai ancora risposto." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I have read your book three times, and the chapter on joins still surprises me." },
			{ .note = "Hi Ada, no answer needed: thank you for the review of my patch." }),
	},
	.run = dc_check_run_frames,
	.data = &rule,
};
