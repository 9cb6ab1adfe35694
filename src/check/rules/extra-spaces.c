/* extra-spaces.c - blanks that say nothing. */
#include "check/match.h"

#include <string.h>

static bool blank(char c) { return c == ' ' || c == '\t'; }
static bool space(char c) { return blank(c) || c == '\n' || c == '\r'; }

static void flag(struct dc_sink *sink, size_t from, size_t to, const char *what, const char *text)
{
	dc_check_flag_at(sink, (struct dc_span){ from, to }, "There are blanks %s.", what);
	dc_check_fix(sink, (struct dc_span){ from, to }, text);
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const char *s = c->doc->text;
	const size_t len = c->doc->len;
	size_t from = 0, to = len;

	while (from < len && space(s[from]))
		from++;
	while (to > from && space(s[to - 1]))
		to--;
	if (from == len)
		return; /* nothing else: rules/no-note.c */
	if (from)
		flag(sink, 0, from, "before the note", "");
	for (size_t i = from; i < to; i++) {
		size_t end = i;

		while (end < to && blank(s[end]))
			end++;
		if (end == i)
			continue;
		if (s[end] == '\n' || s[end] == '\r')
			flag(sink, i, end, "at the end of a line", "");
		else if (s[end] == ',' && (end + 1 == to || !strchr("0123456789", s[end + 1])))
			flag(sink, i, end, "before a comma", "");
		else if (end - i > 1)
			flag(sink, i, end, "where one would do", " ");
		i = end;
	}
	if (to < len)
		flag(sink, to, len, "behind the note", "");
}

const struct dc_rule dc_rule_extra_spaces = {
	.info = {
		.id = "extra-spaces",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_INFO,
		.summary = "Blanks that say nothing.",
		.why = "Double blanks come from cutting and pasting, or from a place of a template that was "
		       "filled with nothing.  Each takes one of your characters.",
		.advice = "Take them out.",
		.source = "typesetters",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, I saw  the talk on joins at FOSDEM." },
		                   { .note = " Hi Ada, I saw the talk on joins at FOSDEM." },
		                   { .note = "Hi Ada , I saw the talk on joins at FOSDEM." },
		                   { .note = "Hi Ada, I saw the talk on joins at FOSDEM.\n" }),
		.good = DC_EXAMPLES({ .note = "Hi Ada,\n\nI saw the talk on joins at FOSDEM." },
		                    { .note = "Bonjour Ada, votre expos\u00e9 \u00e0 Lyon \u00e9tait superbe !" }),
	},
	.run = run,
};
