/* vague-flattery.c - praise that would fit anybody. */
#include "check/frame.h"

/* clang-format off: one frame a line */
static const struct dc_frame frames[] = {
	DC_TOGETHER(2, PRAISE, VAGUE),  DC_TOGETHER(1, FLATTERY),
	DC_TOGETHER(1, FLATTERY, BARE), DC_TOGETHER(1, FLATTERY, PRAISE),
	DC_TOGETHER(2, HONOUR, BARE),   DC_LAST_FRAME,
};

/* Not in a sentence where one of these is. */
static const struct dc_frame unless[] = {
	DC_TOGETHER(1, PARTICULAR),
	DC_TOGETHER(1, WILL_FOLLOW),
	DC_LAST_FRAME,
};
/* clang-format on */

static const struct dc_frame_rule rule = {
	.frames = frames,
	.unless = unless,
	.message = "would fit anybody.",
	.class = DC_CLASS_VAGUE_FLATTERY,
};

const struct dc_rule dc_rule_vague_flattery = {
	.info = {
		.id = "vague-flattery",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Praise that would fit anybody.",
		.why = "\"Impressive background\" can be said without opening the profile, and is, "
		       "thousands of times a day. Praise counts when it names the thing.",
		.advice = "Name the talk, the text, the project or the decision that you mean.",
		.source = "career advisers: no vague flattery",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I came across your profile and was impressed by your background. Let's connect." },
			{ .note = "Hi Ada, people like you are the reason why I love this platform." },
			{ .note = "Hallo Ada, Ihr Werdegang ist wirklich beeindruckend." },
			{ .note = "Bonjour Ada, votre parcours est tr\u00e8s impressionnant." },
			{ .note = "Hola Ada, tu trayectoria me parece admirable." },
			{ .note = "Ol\u00e1 Ada, fiquei impressionado com a sua trajet\u00f3ria." },
			{ .note = "Ciao Ada, sono rimasto colpito dal tuo percorso." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, your post on why Northwind dropped its ORM changed how my team writes queries." },
			{ .note = "Hi Ada, we met at PyCon in Lisbon; your profile photo is by the same photographer as mine." }),
	},
	.run = dc_check_run_frames,
	.data = &rule,
};
