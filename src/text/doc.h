/* doc.h - a note, segmented once: words, sentences, greeting, language.
 *
 * Rules read it and never allocate.  Grapheme clusters are walked with
 * dc_text_next(), which needs no memory.
 */
#ifndef DC_TEXT_DOC_H
#define DC_TEXT_DOC_H

#include <decorum/text.h>

#include "text/lang.h"

/* Words of a longer text are not looked at: no note can be that long. */
enum { DC_DOC_MAX = 16384 };

/* "No word": end of a chain, or there is none. */
#define DC_NO_WORD SIZE_MAX

struct dc_word {
	struct dc_span at;
	const char *fold; /* folded, with a plain apostrophe; NUL-terminated */
	size_t fold_len;
	size_t sentence;
	size_t next;     /* the next word whose fold starts with the same byte */
	size_t letters;  /* code points that are letters */
	size_t capitals; /* … and of these, capital ones */
	bool title;      /* the first letter is a capital one */
	unsigned langs;  /* bit per language that has it as a function word */
};

struct dc_greeting {
	bool present;
	bool closed;               /* ended by punctuation or a new line */
	struct dc_span at;         /* from the opening word to its closing mark */
	size_t words;              /* words of the note that it takes */
	size_t name_from, name_to; /* the words of the note that name somebody: "Anna", "Vey" */
	struct dc_span name;       /* the same as bytes; empty when nobody is named */
};

struct dc_doc {
	const char *text; /* borrowed */
	size_t len;
	bool valid; /* false: not UTF-8, and nothing below is filled */
	const struct dc_word *words;
	size_t word_count;
	size_t first[256]; /* by first byte of the fold: the first such word */
	const struct dc_span *sentences;
	size_t sentence_count;
	struct dc_greeting greeting;
	enum dc_lang lang;
	/* private */
	struct dc_word *owned_words;
	struct dc_span *owned_sentences;
	struct dc_buf folded;
};

/* `text` must outlive the doc. */
void dc_doc_init(struct dc_doc *d, const char *text, size_t len);
/* Words only, as for a name. */
void dc_doc_init_words(struct dc_doc *d, const char *text, size_t len);
void dc_doc_clear(struct dc_doc *d);
DC_DEFINE_CLEAR(struct dc_doc, dc_doc_clear)

/* Votes for each language among the words of [from, to); the best one, or
 * DC_LANG_UNKNOWN.  *votes (may be NULL) is how many words speak for it alone. */
enum dc_lang dc_doc_lang(const struct dc_doc *d, size_t from, size_t to, size_t *votes);

/* A bit for each language that its words may well be in: the best one, and what comes near. */
unsigned dc_doc_langs(const struct dc_doc *d);

/* True when word i is exactly the folded `w`. */
bool dc_doc_word_is(const struct dc_doc *d, size_t i, const char *w);
/* True when one of the words is exactly the folded `w`. */
bool dc_doc_has(const struct dc_doc *d, const char *w);
/* True when `text` has these bytes of the doc in it, as they are: so does a template copy them. */
bool dc_doc_copied(const struct dc_doc *d, struct dc_span at, const char *text);

#endif
