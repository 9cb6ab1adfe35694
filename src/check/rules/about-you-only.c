/* about-you-only.c - it is about the sender. */
#include "check/frame.h"
#include "check/whom.h"

/* clang-format off: one frame a line */
static const struct dc_frame frames[] = {
	DC_TOGETHER(2, GROW, MY, NETWORK), DC_TOGETHER(1, FOR_ME),     DC_TOGETHER(1, FOR_ME, BARE),
	DC_TOGETHER(1, FOR_ME, UNTIED),    DC_TOGETHER(1, FOR_ME, MY), DC_LAST_FRAME,
};
/* clang-format on */

static const struct dc_frame_rule gains = {
	.frames = frames,
	.message = "is what you gain; what is in it for them?",
	.class = DC_CLASS_ABOUT_YOU_ONLY,
};

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	if (dc_check_flag_frames(&gains, c, sink))
		return;
	const size_t mine = dc_whom_sender_only(c);

	if (!mine)
		return;
	dc_check_flag(sink, "The note speaks of you only, and of them in no word.");
	dc_check_soften(sink, DC_SEVERITY_INFO);
	dc_check_number(sink, "words-about-you", (int64_t)mine);
}

const struct dc_rule dc_rule_about_you_only = {
	.info = {
		.id = "about-you-only",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It is about you, not about them.",
		.why = "\"I am trying to build my network\" is a reason for the sender only.  Whoever reads "
		       "it is a means.",
		.advice = "Say what made you think of them.",
		.source = "career advisers: \"I am trying to build my network\" is about the sender",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I am trying to build my network." },
			{ .note = "Hi Ada, I am a consultant. I have ten years of experience and I love my job." },
			{ .note = "Hallo Ada, ich m\u00f6chte mein Netzwerk erweitern." },
			{ .note = "Bonjour Ada, je cherche \u00e0 d\u00e9velopper mon r\u00e9seau \u00e0 Lyon." },
			{ .note = "Hola Ada, quiero ampliar mi red de contactos en Madrid." },
			{ .note = "Ol\u00e1 Ada, estou tentando ampliar minha rede em S\u00e3o Paulo." },
			{ .note = "Ciao Ada, vorrei ampliare la mia rete di contatti a Milano." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I use your query planner notes every week; I owe you a coffee." },
			{ .note = "Hi Ada, we met at FOSDEM, where I had the broken laptop." }),
	},
	.run = run,
};
