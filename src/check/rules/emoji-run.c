/* emoji-run.c - more pictures than words need. */
#include "check/match.h"

#include "text/utf8.h"

/* Two side by side, or more than so many in all. */
enum { MANY = 2 };

static bool is_emoji(uint32_t c)
{
	return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf) || c == 0x2b50 ||
	       c == 0x2b55 || (c >= 0x231a && c <= 0x23ff) || c == 0x2b1b || c == 0x2b1c;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	size_t all = 0, side = 0, from = 0;

	for (size_t at = 0, next; at < doc->len; at = next) {
		uint32_t cp;

		next = at + 1;
		if ((unsigned char)doc->text[at] < 0x80) {
			side = doc->text[at] == ' ' ? side : 0;
			continue;
		}
		dc_text_decode(&cp, doc->text + at, doc->len - at);
		next = dc_text_next(doc->text, doc->len, at);
		if (cp == DC_TEXT_BROKEN || !is_emoji(cp)) {
			side = 0;
			continue;
		}
		from = side ? from : at;
		if (++side > 1 || ++all > MANY) {
			dc_check_flag_at(sink, (struct dc_span){ side > 1 ? from : at, next },
			                 "More emoji than the words need.");
			return;
		}
	}
}

const struct dc_rule dc_rule_emoji_run = {
	.info = {
		.id = "emoji-run",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Emoji in a row, or more than two.",
		.why = "One may be warm; a row of them is what campaigns look like.  Each takes two or more "
		       "of your characters.",
		.advice = "Keep at most one.",
		.source = "career advisers; emoji count at least two UTF-16 units",
		.bad = DC_EXAMPLES({ .note = "Hi Ada \U0001f44b\U0001f680 your talk on joins was superb." },
		                   { .note = "Hi Ada \U0001f44b your talk \U0001f3a4 on joins was superb "
		                             "\U0001f525." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your talk on joins was superb \U0001f600" },
		                    { .note = "Hi Ada \U0001f44b\U0001f3fd, greetings to the "
		                              "\U0001f468\u200d\U0001f469\u200d\U0001f467 group from Ghent." }),
	},
	.run = run,
};
