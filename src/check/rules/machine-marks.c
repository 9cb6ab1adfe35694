/* machine-marks.c - marks and phrases of a text that was pasted from a machine. */
#include "check/rule.h"
#include "check/senses.h"

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

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	struct dc_span at;

	if (dc_senses_at(c->senses, DC_C_MACHINE, &at)) {
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
		                   { .note = "Hi Ada, your talk on joins \u2014 and its demo \u2014 was superb." },
			{ .note = "Hallo Ada, ich hoffe, diese Nachricht erreicht Sie gut." },
			{ .note = "Bonjour Ada, j'esp\u00e8re que ce message vous trouve en forme." },
			{ .note = "Hola Ada, espero que este mensaje te encuentre bien." },
			{ .note = "Ol\u00e1 Ada, espero que esta mensagem a encontre bem." },
			{ .note = "Ciao Ada, spero che questo messaggio ti trovi bene." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your talk on joins - and its demo - was superb." },
		                    { .note = "Hi Ada, \"Joins for everyone\" was superb." }),
	},
	.run = run,
};
