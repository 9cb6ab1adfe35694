/* closing-missing.c - a long note that just stops. */
#include "check/match.h"

#include <string.h>

/* From so many words on a note looks for an end, in its last words. */
enum { LONG = 36, LAST = 8 };

/* Words that close a letter; blanks around each. */
static const char closings[] =
	" best regards thanks thank cheers sincerely warmly kind wishes yours bye see soon touch "
	"care "
	"grusse gruss grussen danke dank liebe beste herzlich viele bald freue freuen "
	"cordialement merci bientot salutations amities cordiales bonne plaisir "
	"saludos gracias abrazo cordialmente atentamente pronto saludo "
	"abraco abracos obrigado obrigada cumprimentos atenciosamente breve "
	"saluti grazie cordiali cordialmente presto distinti piacere buona ";

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;

	if (doc->word_count < LONG || doc->lang >= DC_LANG_KNOWN)
		return;
	/* A name alone at the end signs it; a question asks for an answer. */
	const struct dc_word *last = &doc->words[doc->word_count - 1];

	if (last->sentence != doc->words[doc->word_count - 2].sentence ||
	    doc->text[doc->len - 1] == '?')
		return;
	for (size_t i = doc->word_count - LAST; i < doc->word_count; i++)
		for (const char *s = closings; (s = strstr(s, doc->words[i].fold)); s++)
			if (s != closings && s[-1] == ' ' && s[doc->words[i].fold_len] == ' ')
				return;
	dc_check_flag(sink, "The note stops without a closing.");
}

const struct dc_rule dc_rule_closing_missing = {
	.info = {
		.id = "closing-missing",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_INFO,
		.summary = "A long note without a closing.",
		.why = "After several sentences a \"Best regards\" or your name rounds it off, if there is "
		       "room.",
		.advice = "Add a closing, or leave it if the room is short.",
		.source = "career advisers; a matter of taste",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, your talk on query plans at FOSDEM made me look at our slow "
		                             "reports again. We found an index that nobody used and a join that "
		                             "ran over the whole table every single night." },
		                   { .note = "Hallo Ada, Ihr Vortrag \u00fcber Abfragepl\u00e4ne in Ulm hat mich auf unsere "
		                             "langsamen Berichte gebracht. Ein Index fehlte, und ein Verbund lief jede "
		                             "Nacht \u00fcber die ganze Tabelle der Auftr\u00e4ge, und seit dem Umbau laufen sie in Minuten durch." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your talk on query plans at FOSDEM made me look at our slow "
		                              "reports again. We found an index that nobody used and a join that "
		                              "ran over the whole table. Thanks, Tom" },
		                    { .note = "Hi Ada, your talk on query plans at FOSDEM was superb." }),
	},
	.run = run,
};
