/* meeting-request.c - a meeting before they know each other. */
#include "check/frame.h"

/* clang-format off: one frame a line */
static const struct dc_frame frames[] = {
	DC_TOGETHER(2, ASK, MEETING),
	DC_TOGETHER(2, ASK, DURATION),
	DC_TOGETHER(2, ASK, MEET, WHEN),
	DC_TOGETHER(2, ASK, MEET, SLOT),
	DC_TOGETHER(2, ASK, SLOT, WHEN),
	DC_TOGETHER(2, MEETING, WHEN, QUESTION),
	DC_TOGETHER(2, MEETING, SLOT),
	DC_IN_ORDER(2, BOOK, SLOT),
	DC_IN_ORDER(2, BOOK, DURATION),
	DC_IN_ORDER(2, BOOK, MEETING),
	DC_TOGETHER(1, DURATION, SLOT),
	DC_TOGETHER(2, MEETING, ARRANGE, WHEN),
	DC_TOGETHER(2, DURATION, QUESTION),
	DC_TOGETHER(2, MEETING, DURATION),
	DC_TOGETHER(1, PICK_YOUR_BRAIN),
	DC_TOGETHER(1, PICK_YOUR_BRAIN, WHEN),
	DC_TOGETHER(1, PICK_YOUR_BRAIN, ASK),
	DC_TOGETHER(1, PICK_YOUR_BRAIN, QUESTION),
	DC_TOGETHER(1, PICK_YOUR_BRAIN, BARE),
	DC_TOGETHER(1, PICK_YOUR_BRAIN, YOU),
	DC_TOGETHER(1, PICK_YOUR_BRAIN, DURATION),
	DC_TOGETHER(1, MEETING, UNTIED),
	DC_TOGETHER(1, PICK_YOUR_BRAIN, UNTIED),
	DC_TOGETHER(1, DURATION, UNTIED),
	DC_TOGETHER(1, MEET, QUESTION),
	DC_TOGETHER(1, ASK, MEET),
	DC_ANYWHERE(1, MEET, SLOT),
	DC_LAST_FRAME,
};

/* What is in a sentence with one of these is doubtful. */
static const struct dc_frame unless[] = {
	DC_TOGETHER(1, SHARED_PAST),
	DC_TOGETHER(1, MEET, EVENT),
	DC_TOGETHER(1, MEETING, EVENT),
	DC_TOGETHER(1, THANKS, MEETING),
	DC_LAST_FRAME,
};
/* clang-format on */

static const struct dc_frame_rule rule = {
	.frames = frames,
	.unless = unless,
	.message = "asks for a meeting before you know each other.",
	.class = DC_CLASS_MEETING_REQUEST,
};

const struct dc_rule dc_rule_meeting_request = {
	.info = {
		.id = "meeting-request",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It asks for a meeting.",
		.why = "A call is more than a click: asked of a stranger, in the first lines, it "
		       "makes the request a thing to get rid of.",
		.advice = "Ask for the connection only; a meeting can follow when you have talked.",
		.source = "career advisers: no ask beyond connecting: no job, meeting, link or pitch",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, would you be open to a quick call next week?" },
			{ .note = "Hi Ada, can we grab a coffee and talk about SQLite?" },
			{ .note = "Hallo Ada, h\u00e4tten Sie Zeit f\u00fcr ein kurzes Telefonat?" },
			{ .note = "Bonjour Ada, auriez-vous 15 minutes pour un appel ?" },
			{ .note = "Hola Ada, \u00bfpodemos agendar una llamada?" },
			{ .note = "Ol\u00e1 Ada, podemos marcar uma reuni\u00e3o?" },
			{ .note = "Ciao Ada, possiamo fissare una breve chiamata?" }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I answered your call for papers last spring; thank you for the careful review." },
			{ .note = "Hi Ada, your coffee-chat podcast with Tom Reed made me rewrite our on-call guide." }),
	},
	.run = dc_check_run_frames,
	.data = &rule,
};
