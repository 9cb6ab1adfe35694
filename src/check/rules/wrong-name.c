/* wrong-name.c - the greeting names somebody else, or spells the name wrong. */
#include "check/match.h"

#include <string.h>

#include "check/words/names.h"
#include "text/greeting.h"
#include "text/same.h"

/* How a word of the greeting relates to the recipient's name. */
enum kin { KIN_SAME, KIN_FORM, KIN_CLOSE, KIN_NONE };

struct relation {
	enum kin kin;
	size_t word; /* of the recipient's name */
};

/* Names this different in script cannot be compared. */
static bool latin(const char *fold) { return (unsigned char)fold[0] < 0xcd; }

static bool starts_with(const char *s, const char *start)
{
	return !strncmp(s, start, strlen(start));
}

/* "juergen" for "jurgen", which is how jürgen folds. */
static bool spelled_out(const char *a, const char *b)
{
	for (; *a && *b; a++, b++) {
		if (*a != *b)
			return false;
		if (strchr("aou", *a) && a[1] == 'e' && b[1] != 'e')
			a++;
	}
	return !*a && !*b;
}

/* "annemarie" for "anne" and "marie". */
static bool joined(const struct dc_doc *name, size_t i, const char *w)
{
	size_t len = name->words[i].fold_len;

	return i + 1 < name->word_count && starts_with(w, name->words[i].fold) &&
	       !strcmp(w + len, name->words[i + 1].fold);
}

/* "Susie" for "Susan", "Carlitos" for "Carlos", but not "Stephanie" for "Stefanie". */
static bool pet_name(const char *w, const char *n)
{
	enum { VOWELS = 3 }; /* of these endings sound alike */
	static const char *const ends[] = { "ie",    "y",    "i",    "ito",   "ita",
		                            "itos",  "inho", "inha", "inhos", "uccio",
		                            "uccia", "illo", "chen", "lein" };

	const size_t len = strlen(w), own = strlen(n);
	/* "Emily" is no pet name of "Emilie". */
	const bool theirs_too = own > 2 && strchr("iy", n[own - 1 - (n[own - 1] == 'e')]);

	for (size_t i = theirs_too ? VOWELS : 0; i < DC_COUNT(ends); i++) {
		const size_t end = strlen(ends[i]);

		if (len < end + 3 || strcmp(w + len - end, ends[i]) != 0)
			continue;
		/* The last letter before the ending may be doubled, or stand for another. */
		if (!strncmp(w, n, len - end) || dc_names_alike(w, n))
			return true;
	}
	return false;
}

/* "JB" for "Jean-Baptiste". */
static bool initials(const struct dc_doc *name, size_t i, const struct dc_word *w)
{
	if (w->letters < 2 || w->capitals != w->letters || i + w->letters > name->word_count)
		return false;
	for (size_t k = 0; k < w->letters; k++)
		if (w->fold[k] != name->words[i + k].fold[0])
			return false;
	return true;
}

enum { SOUND_MAX = 40 };

/* The name as it sounds: "stefen" for "stephen". */
static const char *sound(char out[SOUND_MAX], const char *fold)
{
	static const char *const same[][2] = { { "ph", "f" }, { "th", "t" }, { "ck", "k" },
		                               { "c", "k" },  { "y", "i" },  { "w", "v" } };
	size_t n = 0;

	while (*fold && n + 1 < SOUND_MAX) {
		size_t k = 0;

		while (k < DC_COUNT(same) && !starts_with(fold, same[k][0]))
			k++;
		const char c = k < DC_COUNT(same) ? same[k][1][0] : *fold;

		fold += k < DC_COUNT(same) ? strlen(same[k][0]) : 1;
		if (!n || out[n - 1] != c) /* letters that double sound like one */
			out[n++] = c;
	}
	out[n] = '\0';
	return out;
}

/* "Stefan" for "Stephen": another spelling, or another language's. */
static bool sounds_close(const struct dc_word *w, const struct dc_word *n)
{
	char a[SOUND_MAX], b[SOUND_MAX];

	return w->letters > 4 && n->letters > 4 && sound(a, w->fold)[0] == sound(b, n->fold)[0] &&
	       dc_text_distance(a, b, 1) <= 1;
}

static enum kin kin_of(const struct dc_doc *name, size_t i, const struct dc_word *w)
{
	const struct dc_word *n = &name->words[i];

	if (!strcmp(w->fold, n->fold))
		return KIN_SAME;
	if (w->letters == 1 || n->letters == 1)
		return w->fold[0] == n->fold[0] ? KIN_FORM : KIN_NONE;
	if (spelled_out(w->fold, n->fold) || spelled_out(n->fold, w->fold) ||
	    joined(name, i, w->fold) || initials(name, i, w) || pet_name(w->fold, n->fold))
		return KIN_FORM;
	if (sounds_close(w, n))
		return KIN_CLOSE;
	const bool short_one = w->letters < 3 || n->letters < 3;
	const size_t apart = short_one ? 3 : dc_text_distance(w->fold, n->fold, 2);

	/* "Jon" for "John" is a slip, although both are names. */
	if (apart <= 1 && (w->fold[0] == n->fold[0] || w->letters > 4))
		return KIN_CLOSE;
	/* So is "Steven" for "Stephen"; short forms differ more in length. */
	if (apart <= 2 && w->fold[0] == n->fold[0] && w->letters > 4 && n->letters > 4 &&
	    (w->letters > n->letters ? w->letters - n->letters : n->letters - w->letters) <= 1)
		return KIN_CLOSE;
	/* "Sam" for "Samantha", but not "Ann" for "Anna". */
	if (dc_names_alike(w->fold, n->fold) ||
	    (!short_one && n->letters >= w->letters + 2 && starts_with(n->fold, w->fold)))
		return KIN_FORM;
	/* "L\u00ea" for "Let\u00edcia", as in Brazil; "Fr" or "Al" would be somebody's, too. */
	if (w->letters == 2 && n->letters > 4 && starts_with(n->fold, w->fold) &&
	    strchr("aeiou", w->fold[1]) && !dc_names_given(w->fold))
		return KIN_FORM;
	/* "Seun" for "Oluwaseun", "Tina" for "Martina". */
	if (w->letters >= 4 && n->letters >= w->letters + 2 &&
	    !strcmp(n->fold + n->fold_len - w->fold_len, w->fold))
		return KIN_FORM;
	/* "Wolf" for "Woldemar": what friends call them, as it is nobody else's name. */
	if (!short_one && w->letters <= 4 && n->letters >= w->letters + 2 &&
	    !strncmp(w->fold, n->fold, 2) && !dc_names_given(w->fold))
		return KIN_FORM;
	/* "Kathi" for "Katharina", "Gabi" for "Gabriele". */
	if (w->letters >= 4 && n->letters >= w->letters && strchr("iy", w->fold[w->fold_len - 1]) &&
	    !strncmp(w->fold, n->fold, w->fold_len - 1))
		return KIN_FORM;
	return apart <= 2 && w->fold[0] == n->fold[0] && w->letters > 5 ? KIN_CLOSE : KIN_NONE;
}

static struct relation relate(const struct dc_doc *name, const struct dc_word *w)
{
	struct relation best = { KIN_NONE, 0 };

	for (size_t i = 0; i < name->word_count && best.kin != KIN_SAME; i++) {
		/* "Prof." is no name that "Professorin" misspells. */
		if (dc_greeting_fills(name->words[i].fold, name->words[i].fold_len))
			continue;
		enum kin kin = kin_of(name, i, w);

		if (kin < best.kin)
			best = (struct relation){ kin, i };
	}
	return best;
}

static bool comparable(const struct dc_doc *name)
{
	for (size_t i = 0; i < name->word_count; i++)
		if (!latin(name->words[i].fold))
			return false;
	return name->word_count > 0;
}

/* A word that may be in a greeting without being a name. */
static bool no_name(const struct dc_case *c, const struct dc_word *w)
{
	return dc_names_role(w->fold) || !w->letters || !latin(w->fold) ||
	       (dc_doc_has(c->company, w->fold) && !dc_doc_has(c->name, w->fold));
}

/* How the recipient writes the word; a string of bytes in the name. */
static const char *written(const struct dc_case *c, size_t word, char out[64])
{
	const struct dc_span at = c->name->words[word].at;
	size_t len = at.to - at.from;

	if (len > 63)
		len = 0;
	memcpy(out, c->name->text + at.from, len);
	out[len] = '\0';
	return out;
}

/* A list has blanks around each word. */
static bool listed(const char *list, const char *w)
{
	const size_t len = strlen(w);

	for (const char *s = list; (s = strstr(s, w)); s += len)
		if (s > list && s[-1] == ' ' && s[len] == ' ')
			return true;
	return false;
}

/* "Señora De la Fuente": behind a title they have a capital letter. */
static const char particles[] =
	" de da do dos das di del della la le les van von vom der den zu ten "
	"ter el al bin ibn af av ";

static void say_spelling(const struct dc_case *c, const struct dc_word *w, size_t word,
                         bool misspelt, struct dc_sink *sink)
{
	const struct dc_span theirs = c->name->words[word].at;
	const char *note = c->doc->text, *name = c->name->text;
	enum dc_same same = dc_text_same(note + w->at.from, w->at.to - w->at.from,
	                                 name + theirs.from, theirs.to - theirs.from);
	char right[64];

	if (same == DC_SAME_EXACT || (same == DC_SAME_CASE && listed(particles, w->fold)))
		return;
	dc_check_flag_at(sink, w->at, "\"%.*s\" is spelt \"%.*s\".", (int)(w->at.to - w->at.from),
	                 note + w->at.from, (int)(theirs.to - theirs.from), name + theirs.from);
	if (!misspelt)
		dc_check_soften(sink,
		                same == DC_SAME_CASE ? DC_SEVERITY_WARNING : DC_SEVERITY_INFO);
	if (*written(c, word, right)) {
		dc_check_text(sink, "name", right);
		dc_check_fix(sink, w->at, right);
	}
}

/* "Hi Vey," to Ada Vey, without "Ms" or the like before it. */
static bool family_only(const struct dc_case *c, size_t i, size_t word)
{
	const struct dc_greeting *g = &c->doc->greeting;
	/* The words of c->name are those of first name, nickname, last name, all of it. */
	const size_t last = strlen(c->d->first) + 1 + strlen(c->d->nick) + 1;
	const size_t at = c->name->words[word].at.from;

	return !c->d->name_doubtful && *c->d->first && g->name_to - g->name_from == 1 && i == 1 &&
	       at >= last && at < last + strlen(c->d->last);
}

/* What stands before word i in the greeting is a title of that kind: "Ms Smith", "Herr Schmidt". */
static bool titled(const struct dc_doc *doc, size_t i, unsigned kind)
{
	return i && dc_greeting_word(doc->words[i - 1].fold, doc->words[i - 1].fold_len) & kind;
}

/* "Herr Thomas", "Mr Thomas" to Thomas Vey: such a title wants the family name. */
static bool given_for_family(const struct dc_case *c, size_t i, size_t word)
{
	const struct dc_greeting *g = &c->doc->greeting;
	const char *w = c->name->words[word].fold;

	return g->name_to - g->name_from == 1 && !c->d->name_doubtful && *c->d->last &&
	       titled(c->doc, i, DC_GREETING_CIVIL) &&
	       c->name->words[word].at.to <= strlen(c->d->first) && dc_names_alike(w, w) &&
	       !dc_doc_copied(c->name, c->name->words[word].at, c->d->last);
}

/* "Herr Vey" to Ada Vey. */
static bool flag_title(const struct dc_case *c, struct dc_sink *sink)
{
	const enum dc_gender gender = *c->d->first && !c->d->name_doubtful
	                                      ? dc_names_gender(c->name->words[0].fold)
	                                      : DC_GENDER_UNKNOWN;
	const unsigned other = gender == DC_GENDER_SHE  ? DC_GREETING_HIM
	                       : gender == DC_GENDER_HE ? DC_GREETING_HER
	                                                : 0;

	for (size_t i = 0; i < c->doc->greeting.name_from; i++) {
		const struct dc_word *w = &c->doc->words[i];
		const int len = (int)(w->at.to - w->at.from);

		if (!(dc_greeting_word(w->fold, w->fold_len) & other))
			continue;
		dc_check_flag_at(
			sink, w->at,
			gender == DC_GENDER_SHE
				? "\"%.*s\" is for a man; %s is a woman's name as far as is known."
				: "\"%.*s\" is for a woman; %s is a man's name as far as is known.",
			len, c->doc->text + w->at.from, c->d->first);
		dc_check_soften(sink, DC_SEVERITY_WARNING);
		dc_check_text(sink, "name", c->d->first);
		dc_check_advise(sink,
		                "Look at the profile before you write a title, or leave it out.");
		return true;
	}
	return false;
}

/* "Oi, thiago, …": their name behind a greeting that names nobody, without its capital letter. */
static void flag_small_letter(const struct dc_case *c, struct dc_sink *sink)
{
	const struct dc_greeting *g = &c->doc->greeting;
	const struct dc_word *w = &c->doc->words[g->words];

	if (g->words >= c->doc->word_count || w->title || w->langs || w->letters < 3 ||
	    w->at.to >= c->doc->len || c->doc->text[w->at.to] != ',')
		return;
	const struct relation r = relate(c->name, w);

	if (r.kin == KIN_SAME)
		say_spelling(c, w, r.word, false, sink);
}

static void judge(const struct dc_case *c, size_t i, struct relation r, bool sure,
                  struct dc_sink *sink)
{
	const struct dc_word *w = &c->doc->words[i];
	const int len = (int)(w->at.to - w->at.from);

	if (r.kin == KIN_SAME && family_only(c, i, r.word)) {
		dc_check_flag_at(sink, w->at, "\"%.*s\" is the family name of %s.", len,
		                 c->doc->text + w->at.from, c->d->name);
		dc_check_soften(sink, DC_SEVERITY_WARNING);
		dc_check_text(sink, "name", c->d->first);
		dc_check_advise(sink, "Write \"%s\", or put a title before it.", c->d->first);
	} else if (r.kin == KIN_SAME && given_for_family(c, i, r.word)) {
		dc_check_flag_at(sink, w->at, "\"%.*s\" is the given name of %s.", len,
		                 c->doc->text + w->at.from, c->d->name);
		dc_check_soften(sink, DC_SEVERITY_WARNING);
		dc_check_text(sink, "name", c->d->last);
		dc_check_advise(sink, "Write \"%s\" behind the title.", c->d->last);
	} else if (r.kin == KIN_SAME || r.kin == KIN_CLOSE) {
		say_spelling(c, w, r.word, r.kin == KIN_CLOSE, sink);
	} else if (r.kin == KIN_NONE && sure) {
		dc_check_flag_at(sink, w->at, "\"%.*s\" is not %s.", len, c->doc->text + w->at.from,
		                 *c->d->name ? c->d->name : c->d->first);
		dc_check_text(sink, "name", c->d->name);
		/* What is no name that we know may be a title, or what friends call them. */
		if (!dc_names_given(w->fold) && !titled(c->doc, i, DC_GREETING_TITLE))
			dc_check_soften(sink, DC_SEVERITY_WARNING);
	}
}

/* "Hi Vey Ada,": all of it is theirs, the wrong way round. */
static bool turned_round(const struct dc_case *c, struct dc_sink *sink)
{
	const struct dc_greeting *g = &c->doc->greeting;
	const struct dc_word *w = &c->doc->words[g->name_from];
	const size_t last = strlen(c->d->first) + 1 + strlen(c->d->nick) + 1;

	if (g->name_to - g->name_from != 2 || c->d->name_doubtful || !*c->d->first || !*c->d->last)
		return false;
	const struct relation a = relate(c->name, w), b = relate(c->name, w + 1);
	const size_t at = c->name->words[a.word].at.from;

	if (a.kin != KIN_SAME || b.kin != KIN_SAME || at < last ||
	    at >= last + strlen(c->d->last) ||
	    c->name->words[b.word].at.from >= strlen(c->d->first))
		return false;
	dc_check_flag_at(sink, g->name, "\"%.*s\" is %s, family name first.",
	                 (int)(g->name.to - g->name.from), c->doc->text + g->name.from, c->d->name);
	dc_check_soften(sink, DC_SEVERITY_WARNING);
	dc_check_text(sink, "name", c->d->first);
	dc_check_advise(sink, "Write \"%s\".", c->d->first);
	return true;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	const struct dc_greeting *g = &doc->greeting;

	/* "Ola, I'm Bex": what greets elsewhere is their name here. */
	if (!g->present || !comparable(c->name) || dc_doc_has(c->name, doc->words[0].fold) ||
	    flag_title(c, sink))
		return;
	if (g->name_to == g->name_from) {
		flag_small_letter(c, sink);
		return;
	}
	/* "Hi {first_name},": a place to fill in is another rule's. */
	if (g->name_to > g->name_from && strchr("{[<%$#*_@", doc->text[g->name.from - 1]))
		return;
	for (size_t i = g->name_from; i < g->name_to; i++)
		if (no_name(c, &doc->words[i]))
			return;
	if (turned_round(c, sink))
		return;
	bool known = false; /* a word before was theirs */

	for (size_t i = g->name_from; i < g->name_to; i++) {
		const struct dc_word *w = &doc->words[i];
		const struct relation r = relate(c->name, w);

		if (r.kin >= KIN_CLOSE && !w->title && w->langs)
			return; /* "Hello from Lisbon!": the sentence has begun */
		/* A capital word in a closed greeting is a name; else it must be one that we know.
		 */
		bool sure = (g->closed && w->title) || dc_names_given(w->fold);

		/* Behind their given name: a middle name, or the rest of a sentence.  Before
		 * their family name: "Barrister Vey". */
		if (r.kin == KIN_NONE && i + 1 < g->name_to &&
		    (known || (!dc_names_given(w->fold) &&
		               relate(c->name, &doc->words[g->name_to - 1]).kin == KIN_SAME)))
			continue;
		judge(c, i, r, sure, sink);
		known = known || r.kin <= KIN_FORM;
		if (r.kin >= KIN_CLOSE)
			return;
	}
}

#define JURGEN                                                          \
	(&(const struct dc_dossier){ .key = "in/jm",                    \
	                             .name = "J\u00fcrgen M\u00fcller", \
	                             .first = "J\u00fcrgen",            \
	                             .last = "M\u00fcller" })
#define ROBERT                       \
	(&(const struct dc_dossier){ \
		.key = "in/rs", .name = "Robert Stone", .first = "Robert", .last = "Stone" })

const struct dc_rule dc_rule_wrong_name = {
	.info = {
		.id = "wrong-name",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_ERROR,
		.summary = "The greeting names somebody else or misspells the name.",
		.why = "A wrong name is the surest mark of a text that went to many.  Usual short forms "
		       "are fine; a family name alone and wrong capitals are a warning, missing "
		       "diacritics a hint.",
		.advice = "Use the name that they use for themselves.",
		.source = "career advisers: the name they use, spelled right",
		.bad = DC_EXAMPLES({ .note = "Hi Anna, I enjoyed your talk on query plans." },
		                   { .note = "Dear Dr. Vay, I enjoyed your talk on query plans." },
		                   { .note = "Hi Vey, I enjoyed your talk on query plans." },
		                   { .note = "Dear Mr. Vey, I enjoyed your talk on query plans." },
		                   { .note = "Dear Mr. Robert, I enjoyed your talk on query plans.",
		                     .dossier = ROBERT },
		                   { .note = "Oi, ada, gostei muito da sua palestra sobre bancos de dados." },
		                   { .note = "Hi Vey Ada, I enjoyed your talk on query plans." },
		                   { .note = "Hi ada, I enjoyed your talk on query plans." },
		                   { .note = "Hallo Jurgen, vielen Dank f\u00fcr Ihren Vortrag.",
		                     .dossier = JURGEN },
		                   { .note = "Hallo J\u00f6rgen, vielen Dank f\u00fcr Ihren Vortrag.",
		                     .dossier = JURGEN }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, I enjoyed your talk on query plans." },
		                    { .note = "Dear Dr. Vey, I enjoyed your talk on query plans." },
		                    { .note = "Hi Bob, I enjoyed your talk on query plans.",
		                      .dossier = ROBERT },
		                    { .note = "Hello from Lisbon! I enjoyed your talk on query plans." },
		                    { .note = "Hallo Herr M\u00fcller, vielen Dank f\u00fcr Ihren Vortrag.",
		                      .dossier = JURGEN },
		                    { .note = "Dear Barrister Vey, I enjoyed your talk on query plans." },
		                    { .note = "Gentile architetto, il Suo intervento a Lione mi \u00e8 piaciuto." },
		                    { .note = "Dear colleague, I enjoyed your talk on query plans." }),
	},
	.run = run,
};
