/* broken-text.c - bytes that are no text, or text that went through the wrong decoder. */
#include "check/match.h"

#include <string.h>

/* What UTF-8 looks like when it is read as Latin-1, and the mark for what was lost. */
static const char *const broken[] = {
	"\u00c3\u00a4",
	"\u00c3\u00b6",
	"\u00c3\u00bc",
	"\u00c3\u0178",
	"\u00c3\u00a9",
	"\u00c3\u00a8",
	"\u00c3\u00a1",
	"\u00c3\u00b3",
	"\u00c3\u00b1",
	"\u00c3\u00a7",
	"\u00c3\u00ad",
	"\u00c3\u00a3",
	"\u00e2\u20ac\u2122",
	"\u00e2\u20ac\u0153",
	"\u00e2\u20ac\u201c",
	"\u00e2\u20ac\u201d",
	"\ufffd",
};

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	size_t bad = 0;

	if (!dc_text_valid(doc->text, doc->len, &bad)) {
		dc_check_flag_at(sink, (struct dc_span){ bad, bad + 1 },
		                 "The note is not UTF-8 text from byte %zu on.", bad + 1);
		return;
	}
	for (size_t i = 0; i + 3 <= doc->len; i++)
		for (size_t b = 0; (unsigned char)doc->text[i] >= 0xc3 && b < DC_COUNT(broken);
		     b++) {
			size_t n = strlen(broken[b]);

			if (i + n > doc->len || memcmp(doc->text + i, broken[b], n))
				continue;
			dc_check_flag_at(sink, (struct dc_span){ i, i + n },
			                 "\"%.*s\" is a letter that was decoded wrong.", (int)n,
			                 doc->text + i);
			return;
		}
}

const struct dc_rule dc_rule_broken_text = {
	.info = {
		.id = "broken-text",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_ERROR,
		.summary = "Some of it is no text, or was decoded wrong.",
		.why = "\"J\u00c3\u00bcrgen\" comes from a list that was read with the wrong encoding, and "
		       "tells so.",
		.advice = "Write the letters anew, or convert the list that it came from to UTF-8.",
		.source = "the Unicode standard",
		.bad = DC_EXAMPLES({ .note = "Hallo J\u00c3\u00bcrgen, danke f\u00fcr den Vortrag." },
		                   { .note = "Hi Ada, your caf\ufffd story was fun." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your \u00c3guas story in S\u00e3o Paulo was fun." },
		                    { .note = "Hallo Ada, danke f\u00fcr den Vortrag." }),
	},
	.run = run,
};
