/* fake-personal.c - closeness that anybody could claim. */
#include "check/frame.h"

/* clang-format off: one frame a line */
static const struct dc_frame frames[] = {
	DC_TOGETHER(2, IN_COMMON),
	DC_TOGETHER(2, ALIKE, BARE),
	DC_TOGETHER(2, FOUND_YOU, BARE),
	DC_TOGETHER(2, FOLLOWS, VAGUE_FOLLOWED, BARE),
	DC_TOGETHER(2, FOLLOWS, BARE),
	DC_TOGETHER(2, STUDIED_YOU),
	DC_LAST_FRAME,
};

/* Not in a sentence where one of these is. */
static const struct dc_frame unless[] = {
	DC_TOGETHER(1, REALLY_SHARED),
	DC_TOGETHER(1, PARTICULAR),
	DC_LAST_FRAME,
};
/* clang-format on */

static const struct dc_frame_rule rule = {
	.frames = frames,
	.unless = unless,
	.message = "sounds personal, but anybody could claim it.",
	.class = DC_CLASS_FAKE_PERSONAL,
};

const struct dc_rule dc_rule_fake_personal = {
	.info = {
		.id = "fake-personal",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It claims a closeness that anybody could claim.",
		.why = "Shared contacts, \"the same industry\" or \"I follow your journey\" sound "
		       "personal and are not: software fills them in. Readers know the phrases.",
		.advice = "Say the one thing that really links you, or leave it out.",
		.source = "career advisers: could the note be sent to anyone? Then it is impersonal",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I noticed we have many mutual connections, so let's connect." },
			{ .note = "Hi Ada, I've been following your journey and we are in the same industry." },
			{ .note = "Hallo Ada, wir haben viele gemeinsame Kontakte und sind in derselben Branche." },
			{ .note = "Hola Ada, tenemos muchos contactos en com\u00fan." },
			{ .note = "Bonjour Ada, nous avons plusieurs relations en commun." },
			{ .note = "Ol\u00e1 Ada, vi que temos muitas conex\u00f5es em comum." },
			{ .note = "Ciao Ada, ho visto che abbiamo molti collegamenti in comune." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, Tom Reed, whom we both worked with at Contoso, said I should write to you." },
			{ .note = "Hi Ada, we were both on the panel about indexes at PGConf in 2024." }),
	},
	.run = dc_check_run_frames,
	.data = &rule,
};
