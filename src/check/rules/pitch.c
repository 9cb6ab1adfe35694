/* pitch.c - something is being sold. */
#include "check/frame.h"

/* clang-format off: one frame a line */
static const struct dc_frame frames[] = {
	DC_TOGETHER(1, SELLS),
	DC_TOGETHER(1, SELLS, YOU),
	DC_TOGETHER(1, SELLS, YOUR),
	DC_TOGETHER(1, SELLS, ASK),
	DC_TOGETHER(1, SELLS, BARE),
	DC_TOGETHER(1, SELLS, PRICE),
	DC_TOGETHER(1, SELLS, PRODUCT),
	DC_TOGETHER(1, SELLS, BETTER),
	DC_TOGETHER(1, SELLS, NUMBER),
	DC_IN_ORDER(2, HELP, CLIENTS),
	DC_TOGETHER(1, HELP, WE),
	DC_TOGETHER(1, HELP, ASK),
	DC_TOGETHER(1, HELP, BETTER),
	DC_TOGETHER(1, HELP, GAIN),
	DC_TOGETHER(2, HELP, PERCENT),
	DC_TOGETHER(1, OFFER, PRODUCT),
	DC_ANYWHERE(1, OFFER, PRICE),
	DC_ANYWHERE(1, OFFER, SHOW),
	DC_ANYWHERE(1, OFFER, INTERESTED),
	DC_ANYWHERE(1, OFFER, DURATION),
	DC_TOGETHER(1, OFFER, HYPE),
	DC_TOGETHER(1, OFFER, CLIENTS),
	DC_TOGETHER(1, OFFER, BETTER),
	DC_TOGETHER(1, PRODUCT, PRICE),
	DC_TOGETHER(1, PRODUCT, HYPE),
	DC_TOGETHER(1, PRODUCT, CLIENTS),
	DC_IN_ORDER(1, OUR, PRODUCT),
	DC_TOGETHER(1, BETTER, GAIN),
	DC_TOGETHER(1, BETTER, GAIN, YOUR),
	DC_TOGETHER(1, WE, BETTER, GAIN),
	DC_TOGETHER(1, BETTER, PERCENT),
	DC_TOGETHER(1, PRODUCT, BETTER),
	DC_TOGETHER(1, PRODUCT, MONEY),
	DC_TOGETHER(1, GET_RICH),
	DC_TOGETHER(1, GET_RICH, ASK),
	DC_TOGETHER(1, GET_RICH, YOU),
	DC_TOGETHER(1, PRICE, PERCENT),
	DC_TOGETHER(1, INTERESTED, PRODUCT),
	DC_TOGETHER(1, INTERESTED, GAIN),
	DC_TOGETHER(1, INTERESTED, QUESTION),
	DC_TOGETHER(1, SHOW, PRODUCT),
	DC_TOGETHER(1, SHOW, PRICE),
	DC_TOGETHER(1, SHOW, OUR),
	DC_TOGETHER(1, WE, CLIENTS, BETTER),
	DC_TOGETHER(1, WE, CLIENTS, UNTIED),
	DC_IN_ORDER(1, OUR, PRODUCT, UNTIED),
	DC_TOGETHER(1, OFFER, UNTIED),
	DC_TOGETHER(1, SELLS, UNTIED),
	DC_TOGETHER(1, PRICE, UNTIED),
	DC_TOGETHER(1, SHOW, UNTIED),
	DC_TOGETHER(1, HELP, UNTIED),
	DC_TOGETHER(1, OFFER, YOU, UNTIED),
	DC_TOGETHER(1, OFFER, QUESTION, UNTIED),
	DC_LAST_FRAME,
};

/* What is in a sentence with one of these is doubtful. */
static const struct dc_frame unless[] = {
	DC_TOGETHER(1, IN_PASSING),
	DC_LAST_FRAME,
};
/* clang-format on */

/* Many a clean note tells what the sender makes or sells. */
static const struct dc_frame_rule rule = {
	.frames = frames,
	.unless = unless,
	.message = "sells something.",
	.class = DC_CLASS_PITCH,
	.wary = true,
};

const struct dc_rule dc_rule_pitch = {
	.info = {
		.id = "pitch",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It sells something.",
		.why = "A request that opens with an offer is refused or reported. Whoever accepts a "
		       "request has not agreed to a sales talk.",
		.advice = "Ask for nothing but the connection; an offer can follow a conversation.",
		.source = "career advisers: no ask beyond connecting; LinkedIn: do not send commercial "
		       "messages unasked",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, we help companies like yours increase revenue by 30%." },
			{ .note = "Hi Ada, our platform saves HR teams ten hours a week. Care for a free trial?" },
			{ .note = "Hallo Ada, wir unterst\u00fctzen Unternehmen dabei, mehr Neukunden zu gewinnen." },
			{ .note = "Bonjour Ada, nous aidons les entreprises \u00e0 augmenter leur chiffre d'affaires." },
			{ .note = "Hola Ada, ayudamos a empresas a aumentar sus ventas." },
			{ .note = "Ol\u00e1 Ada, ajudamos empresas a reduzir seus custos." },
			{ .note = "Ciao Ada, aiutiamo le aziende ad aumentare il fatturato." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I help maintain SQLite's test suite, and your fuzzing post gave us two new cases." },
			{ .note = "Hi Ada, our platform team at Contoso uses your library every day. Thank you for it." },
			{ .note = "Hi Ada, your pitch at the demo day was the clearest of the evening." }),
	},
	.run = dc_check_run_frames,
	.data = &rule,
};
