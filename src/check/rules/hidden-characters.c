/* hidden-characters.c - what nobody sees, and letters that are not what they seem. */
#include "check/match.h"

#include <string.h>

#include "text/letters.h"
#include "text/utf8.h"

static const struct {
	uint32_t from, to;
	const char *what;
} hidden[] = {
	{ 0x00, 0x08, "a control character" },
	{ 0x0b, 0x0c, "a control character" },
	{ 0x0e, 0x1f, "a control character" },
	{ 0x7f, 0x9f, "a control character" },
	{ 0xad, 0xad, "a soft hyphen" },
	{ 0x34f, 0x34f, "an invisible character" },
	{ 0x61c, 0x61c, "a direction mark" },
	{ 0x115f, 0x1160, "an invisible character" },
	{ 0x180e, 0x180e, "an invisible character" },
	{ 0x200b, 0x200d, "a zero-width character" },
	{ 0x200e, 0x200f, "a direction mark" },
	{ 0x2028, 0x2029, "a line separator" },
	{ 0x202a, 0x202e, "a direction override" },
	{ 0x2060, 0x2064, "an invisible character" },
	{ 0x2066, 0x206f, "a direction override" },
	{ 0x3164, 0x3164, "an invisible character" },
	{ 0xfeff, 0xfeff, "a byte order mark" },
	{ 0xffa0, 0xffa0, "an invisible character" },
	{ 0xe0000, 0xe007f, "a tag character" },
};

static const char *what_hides(uint32_t c)
{
	for (size_t i = 0; i < DC_COUNT(hidden); i++)
		if (c >= hidden[i].from && c <= hidden[i].to)
			return hidden[i].what;
	return NULL;
}

/* Joiners and direction marks belong into emoji and into scripts that need them. */
static bool at_home(uint32_t c, uint32_t before)
{
	if (c == 0x200c || c == 0x200d)
		return before >= 0x600 && (before < 0x2000 || before >= 0x2190);
	if (c == 0x200e || c == 0x200f)
		return before >= 0x590 && before < 0x900;
	return c >= 0xe0000 && before >= 0x1f000; /* flags of regions */
}

/* Cyrillic and Greek letters that look like the Latin one beside them. */
static const struct {
	const char *fake, *latin;
} twins[] = {
	{ "\u0430", "a" }, { "\u0435", "e" }, { "\u043e", "o" }, { "\u0440", "p" },
	{ "\u0441", "c" }, { "\u0443", "y" }, { "\u0445", "x" }, { "\u0456", "i" },
	{ "\u0458", "j" }, { "\u0455", "s" }, { "\u0501", "d" }, { "\u051b", "q" },
	{ "\u051d", "w" }, { "\u04bb", "h" }, { "\u0410", "A" }, { "\u0412", "B" },
	{ "\u0415", "E" }, { "\u041a", "K" }, { "\u041c", "M" }, { "\u041d", "H" },
	{ "\u041e", "O" }, { "\u0420", "P" }, { "\u0421", "C" }, { "\u0422", "T" },
	{ "\u0425", "X" }, { "\u0406", "I" }, { "\u0405", "S" }, { "\u0408", "J" },
	{ "\u03bf", "o" }, { "\u0391", "A" }, { "\u0392", "B" }, { "\u0395", "E" },
	{ "\u0396", "Z" }, { "\u0397", "H" }, { "\u0399", "I" }, { "\u039a", "K" },
	{ "\u039c", "M" }, { "\u039d", "N" }, { "\u039f", "O" }, { "\u03a1", "P" },
	{ "\u03a4", "T" }, { "\u03a7", "X" }, { "\u03a5", "Y" }, { "\u03bd", "v" },
	{ "\u03b9", "i" },
};

/* True when the word has both Latin letters and look-alikes. */
static bool mixed(const struct dc_doc *doc, const struct dc_word *w, size_t *fakes)
{
	bool latin = false;

	*fakes = 0;
	for (size_t i = w->at.from; i < w->at.to;) {
		uint32_t c;

		if ((unsigned char)doc->text[i] < 0x80) {
			latin = latin || (doc->text[i] | 32) >= 'a';
			i++;
			continue;
		}
		for (size_t t = 0; t < DC_COUNT(twins); t++)
			*fakes += !strncmp(doc->text + i, twins[t].fake, 2);
		i += dc_text_decode(&c, doc->text + i, w->at.to - i);
	}
	return latin && *fakes;
}

static void look_alikes(const struct dc_doc *doc, struct dc_sink *sink)
{
	for (size_t i = 0; i < doc->word_count; i++) {
		const struct dc_word *w = &doc->words[i];
		size_t fakes;

		if (w->at.to - w->at.from < 2 || !mixed(doc, w, &fakes))
			continue;
		dc_check_flag_at(
			sink, w->at,
			"\"%.*s\" has %zu letter%s of another script that only look%s right.",
			(int)(w->at.to - w->at.from), doc->text + w->at.from, fakes,
			fakes == 1 ? "" : "s", fakes == 1 ? "s" : "");
		for (size_t b = w->at.from; b + 1 < w->at.to; b++)
			for (size_t t = 0; t < DC_COUNT(twins); t++)
				if (!memcmp(doc->text + b, twins[t].fake, 2))
					dc_check_fix(sink, (struct dc_span){ b, b + 2 },
					             twins[t].latin);
	}
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	uint32_t before = 0, cp;

	if (!doc->valid)
		return;
	for (size_t at = 0, n; at < doc->len; at += n, before = cp) {
		n = dc_text_decode(&cp, doc->text + at, doc->len - at);
		const char *what = cp >= 0x20 && cp < 0x7f ? NULL : what_hides(cp);

		if (!what || at_home(cp, before))
			continue;
		dc_check_flag_at(sink, (struct dc_span){ at, at + n },
		                 "There is %s (U+%04X) in the note.", what, (unsigned)cp);
		dc_check_fix(sink, (struct dc_span){ at, at + n }, "");
	}
	look_alikes(doc, sink);
}

const struct dc_rule dc_rule_hidden_characters = {
	.info = {
		.id = "hidden-characters",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "There are characters that nobody sees, or that pose as others.",
		.why = "Zero-width and direction characters come with copied text, turn words around, and "
		       "are used to get past filters; so are Cyrillic letters in Latin words.",
		.advice = "Take them out, or type the word anew.",
		.source = "Unicode technical standard 39, security mechanisms",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, your ta\u200blk on joins was superb." },
		                   { .note = "Hi Ada, your \u202etalk\u202c on joins was superb." },
		                   { .note = "Hi Ada, your t\u0430lk on joins was superb." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, the \u041f\u0435\u0442\u0440 case in your talk was superb." },
		                    { .note = "Hi Ada \U0001f469\u200d\U0001f4bb your talk on joins was superb." }),
	},
	.run = run,
};
