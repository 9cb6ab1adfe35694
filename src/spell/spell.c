/* spell.c - picks the words, asks about them, puts the answers to their places. */
#include "spell/spell.h"

#include <string.h>

/* What is asked goes out in one write.  No note that can be sent has more words. */
enum { ASKED_MAX = 4096 };

/* The words to ask about, one a line; '^' says that the line is no command. */
static size_t put_words(struct dc_buf *lines, struct dc_span *at, const struct dc_doc *doc,
                        const char *own)
{
	size_t n = 0;

	for (size_t i = 0; i < doc->word_count; i++) {
		const struct dc_span w = doc->words[i].at;

		if (!dc_spell_askable(doc, i, own))
			continue;
		if (lines->len + (w.to - w.from) + 2 > ASKED_MAX)
			break;
		dc_buf_putc(lines, '^');
		for (size_t k = w.from; k < w.to; k++)
			if (w.to - k >= 3 && !memcmp(doc->text + k, "\u2019", 3)) {
				dc_buf_putc(lines, '\'');
				k += 2;
			} else {
				dc_buf_putc(lines, doc->text[k]);
			}
		dc_buf_putc(lines, '\n');
		at[n++] = w;
	}
	return n;
}

/* "jorg" for "Jörg": the same letters but for case or a diacritic. */
static bool same_letters(const char *word, size_t len, const char *suggestion)
{
	DC_AUTO(dc_str) char *copy = dc_strndup(word, len);
	DC_AUTO(dc_buf_clear) struct dc_buf a = { 0 }, b = { 0 };

	dc_text_fold(&a, word, len);
	dc_text_fold(&b, suggestion, strlen(suggestion));
	return !strcmp(dc_buf_str(&a), dc_buf_str(&b)) &&
	       dc_text_distance(copy, suggestion, 1) <= 1;
}

size_t dc_spell(const struct dc_misspelt **out, const struct dc_speller *s, const char *note,
                size_t len, struct dc_arena *arena)
{
	DC_AUTO(dc_buf_clear) struct dc_buf dictionary = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf own = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf lines = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf said = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc doc = { 0 };
	size_t n = 0;

	*out = NULL;
	if (!s->program)
		return 0;
	dc_doc_init(&doc, note, len);
	if (!doc.valid || !dc_spell_dictionary(&dictionary, s, doc.lang))
		return 0;
	struct dc_span *at = dc_arena_alloc(arena, doc.word_count + 1, sizeof(*at));

	dc_spell_own(&own, s->own, s->own_len);
	const size_t asked = put_words(&lines, at, &doc, dc_buf_str(&own));
	struct dc_spell_answer *answers = dc_arena_alloc(arena, asked + 1, sizeof(*answers));
	struct dc_misspelt *list = dc_arena_alloc(arena, asked + 1, sizeof(*list));

	if (!asked ||
	    !dc_spell_ask(&said, s, dc_buf_str(&dictionary), dc_buf_str(&lines), lines.len) ||
	    !dc_spell_answers(answers, asked, dc_buf_str(&said), said.len))
		return 0;
	for (size_t i = 0; i < asked; i++) {
		const struct dc_spell_answer *a = &answers[i];
		const char *text = dc_arena_strndup(arena, dc_buf_str(&said) + a->suggestion.from,
		                                    a->suggestion.to - a->suggestion.from);

		if (a->wrong)
			list[n++] = (struct dc_misspelt){
				.at = at[i],
				.suggestion = text,
				.sure = a->suggestions == 1 &&
				        same_letters(note + at[i].from, at[i].to - at[i].from,
				                     text),
			};
	}
	*out = list;
	return n;
}
