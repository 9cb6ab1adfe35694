/* machine-marks.c - marks and phrases of a text that was pasted from a machine. */
#include "check/match.h"

#include <string.h>

static const struct {
	const char *mark, *name;
} marks[] = {
	{ "\u2014", "a long dash" },
	{ "\u201d", "curly quotes" },
	{ "\u2026", "a one-character ellipsis" },
	{ "**", "Markdown asterisks" },
	{ "\u2022", "a bullet" },
};

static const struct dc_phrases phrases = { {
	[DC_LANG_EN] =
		(const char *const[]){
			"hope this|my|the message|note|email|mail|invitation|request? finds you",
			"hope you're|you are doing well and", "as an ai",
			"here is|are|here's a|your|the ... message|note|draft",
			"delve|delving into", "in today's fast paced", "ever evolving",
			"resonate|resonates|resonated deeply|strongly with", "i trust this message",
			"rich tapestry", "at the intersection of", NULL },
	[DC_LANG_DE] = (const char *const[]){ "ich hoffe diese|meine nachricht erreicht|findet",
	                                      "hoffe es geht ihnen|dir gut", "als ki", NULL },
	[DC_LANG_FR] = (const char *const[]){ "espere que ce|mon message vous|te trouve",
	                                      "espere que vous allez|tu vas bien", NULL },
	[DC_LANG_ES] =
		(const char *const[]){
			"espero que este|mi|te mensaje|encuentres|encuentre te|le|bien encuentre?",
			"espero que estes|este muy? bien", NULL },
	[DC_LANG_PT] = (const char *const[]){ "espero que esta|a mensagem o|a|te|lhe|encontre",
	                                      "espero que esteja|estejas bem|tudo", NULL },
	[DC_LANG_IT] = (const char *const[]){ "spero che questo|il messaggio ti|la trovi",
	                                      "spero che tu|lei|stia stia|bene bene?", NULL },
} };

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	struct dc_span at;

	if (dc_check_any_phrase(doc, &phrases, &at)) {
		dc_check_flag_at(sink, at, "\"%.*s\" is what machines write.",
		                 (int)(at.to - at.from), doc->text + at.from);
		return;
	}
	for (size_t i = 0; i + 1 < doc->len; i++)
		for (size_t m = 0; m < DC_COUNT(marks); m++) {
			if (doc->text[i] != marks[m].mark[0])
				continue;
			size_t n = strlen(marks[m].mark);

			if (i + n > doc->len || memcmp(doc->text + i, marks[m].mark, n))
				continue;
			dc_check_flag_at(sink, (struct dc_span){ i, i + n },
			                 "There is %s in the note, as in a pasted text.",
			                 marks[m].name);
			return;
		}
}

const struct dc_rule dc_rule_machine_marks = {
	.info = {
		.id = "machine-marks",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_INFO,
		.summary = "Marks or phrases of a text pasted from a machine.",
		.why = "Long dashes, curly quotes and \"I hope this message finds you well\" are what "
		       "writing programs leave.  Readers have learned to see it, rightly or not.",
		.advice = "Fine if they are yours; else say it as you would aloud.",
		.source = "our advice: what readers take for generated text",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, I hope this message finds you well." },
		                   { .note = "Hi Ada, your talk on joins \u2014 and its demo \u2014 was superb." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your talk on joins - and its demo - was superb." },
		                    { .note = "Hi Ada, \"Joins for everyone\" was superb." }),
	},
	.run = run,
};
