/* no-reason.c - neither how you know them nor why this person.
 *
 * A note has a reason when some of its words say something: an event, a text, a tool, a
 * day.  What is left once function words, the vocabulary of networking, the recipient's
 * own data and the sender's introduction are taken away is what it says.
 */
#include "check/match.h"

#include <string.h>

#include "check/words/generic.h"

/* Points from which on the note says something. */
enum { ENOUGH = 2 };

/* A template fills these in by itself; they are no reason. */
static bool merged_in(const struct dc_doc *theirs, const struct dc_word *w)
{
	for (size_t i = theirs->first[(unsigned char)w->fold[0]]; i != DC_NO_WORD;
	     i = theirs->words[i].next)
		if (!strcmp(theirs->words[i].fold, w->fold))
			return true;
	return false;
}

static bool in_headline(const char *headline, const char *note, const struct dc_word *w)
{
	const size_t len = w->at.to - w->at.from;

	/* Byte for byte is how a template copies it. */
	for (const char *s = headline; w->letters > 2 && (s = strchr(s, note[w->at.from])); s++)
		if (!strncmp(s, note + w->at.from, len))
			return true;
	return false;
}

/* "I'm a student of …": who the sender is, up to the next mark, unless it is about "you". */
static const struct dc_phrases introductions = { {
	[DC_LANG_EN] = (const char *const[]){ "i'm|i am? a|an|currently|working|based",
	                                      "my name is", "i work|run|lead|study|own", NULL },
	[DC_LANG_DE] = (const char *const[]){ "ich bin|arbeite|studiere|leite", "mein name ist",
	                                      "als _ bin|arbeite ich", NULL },
	[DC_LANG_FR] = (const char *const[]){ "je suis|travaille|dirige", "je m'appelle", NULL },
	[DC_LANG_ES] = (const char *const[]){ "soy|trabajo|estudio|dirijo", "me llamo", NULL },
	[DC_LANG_PT] = (const char *const[]){ "sou|trabalho|estudo|dirijo", "me chamo", "meu nome",
	                                      NULL },
	[DC_LANG_IT] = (const char *const[]){ "sono|lavoro|studio|dirigo", "mi chiamo", NULL },
} };

static const char you[] = " you your yours you're sie ihr ihre ihren ihrem ihrer du dein deine "
			  "deinen deinem vous votre vos "
			  "tu ton ta tes te usted su sus ti contigo voce seu sua seus suas tua tuo "
			  "tuoi suo suoi lei tue sue vostro vostra vostri vostre ";

/* What somebody does for others to meet, although the words are common ones. */
static const char deeds[] = " talk talks answer answers question questions comment comments course "
			    "frage fragen antwort antworten question questions reponse reponses "
			    "charla charlas pregunta preguntas respuesta respuestas pergunta "
			    "perguntas resposta respostas domanda domande risposta risposte ";

static const char theirs[] =
	" your ihr ihre ihren ihrem ihrer dein deine deinen deinem deiner votre "
	"vos ton ta tes tu su tus sus seu sua seus suas teu tua tuo tua tuoi "
	"tue suo suoi sue ";

struct scan {
	const struct dc_doc *doc;
	struct dc_marks you; /* words that speak to the recipient */
	struct dc_marks *skip;
};

/* Where the clause of word i ends: behind a comma, a dash, or at the end of its sentence. */
static size_t clause_end(const struct dc_doc *doc, size_t i)
{
	for (; i + 1 < doc->word_count; i++) {
		if (doc->words[i + 1].sentence != doc->words[i].sentence)
			break;
		for (size_t b = doc->words[i].at.to; b < doc->words[i + 1].at.from; b++)
			if (strchr(",;:-(", doc->text[b]) || (unsigned char)doc->text[b] >= 0xe2)
				return i + 1;
	}
	return i + 1;
}

static bool skip_introduction(void *data, size_t from, size_t end)
{
	struct scan *s = data;
	/* "Il suo studio", "your work": theirs, or no verb. */
	if (from && dc_marks_has(&s->you, from - 1))
		return true;
	const size_t stop = clause_end(s->doc, end - 1);

	for (size_t i = from; i < stop; i++)
		if (dc_marks_has(&s->you, i))
			return true;
	for (size_t i = from; i < stop; i++)
		dc_marks_set(s->skip, i);
	return true;
}

/* The word from which on it is the sender's name: capital words behind a mark at the end. */
static size_t signature(const struct dc_doc *doc)
{
	size_t i = doc->word_count;

	while (i > doc->greeting.words + 1 && doc->words[i - 1].title && doc->word_count - i < 3) {
		i--;
		const size_t from = doc->words[i - 1].at.to;
		const size_t len = doc->words[i].at.from - from;

		for (size_t b = 0; b < len; b++)
			if (strchr(",\n-.!", doc->text[from + b]))
				return i;
	}
	return doc->word_count;
}

/* Marks "your talk", "your excellent answer". */
static void mark_deeds(struct dc_marks *done, const struct dc_doc *doc)
{
	struct dc_marks deed = { { 0 } }, their = { { 0 } };

	dc_marks_list(&deed, doc, deeds);
	dc_marks_list(&their, doc, theirs);
	for (size_t i = 1; i < doc->word_count; i++)
		if (dc_marks_has(&deed, i) &&
		    (dc_marks_has(&their, i - 1) || (i > 1 && dc_marks_has(&their, i - 2))))
			dc_marks_set(done, i);
}

static size_t points(const struct dc_case *c, const struct dc_marks *skip,
                     const struct dc_marks *done)
{
	const struct dc_doc *doc = c->doc;
	const size_t end = signature(doc);
	size_t sum = 0;

	for (size_t i = doc->greeting.words; i < end && sum < ENOUGH; i++) {
		const struct dc_word *w = &doc->words[i];

		if (dc_marks_has(done, i)) {
			sum++;
			continue;
		}
		if (dc_marks_has(skip, i) || w->langs & (1u << doc->lang) || w->fold_len < 2 ||
		    merged_in(c->name, w) || merged_in(c->company, w) ||
		    in_headline(c->d->headline, doc->text, w))
			continue;
		const bool start = !i || doc->words[i - 1].sentence != w->sentence;
		const bool number = !w->letters && w->fold_len > 1;
		const bool name = (w->title && !start && doc->lang != DC_LANG_DE) ||
		                  w->capitals > 1;

		sum += number || name ? 2 : 1;
	}
	return sum;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	struct dc_marks skip = { { 0 } }, done = { { 0 } };
	struct scan s = { .doc = doc, .skip = &skip };

	if (doc->lang >= DC_LANG_KNOWN || doc->word_count <= doc->greeting.words)
		return;
	dc_marks_list(&s.you, doc, you);
	dc_generic_mark(&skip, doc, doc->lang);
	dc_check_phrases(doc, &introductions, skip_introduction, &s);
	mark_deeds(&done, doc);
	if (points(c, &skip, &done) >= ENOUGH)
		return;
	dc_check_flag(sink, "The note says neither how you know %s nor why you write to them.",
	              *c->d->first || *c->d->name ? dc_check_first(c->d) : "the recipient");
}

const struct dc_rule dc_rule_no_reason = {
	.info = {
		.id = "no-reason",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It says neither how you know them nor why this person.",
		.why = "A note that could go to anybody is worth less than none.  Place, date, who "
		       "introduced you, which talk or text: one of them is enough.",
		.advice = "Add the place, the text or the person that made you write; or send it blank.",
		.source = "career advisers, LinkedIn's own help: say how you know the person",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I'd love to connect and expand my professional network. Thanks!" },
			{ .note = "Hi Ada, I hope you are doing well. Let's connect and share ideas." },
			{ .note = "Hallo Ada, ich w\u00fcrde mich gerne mit Ihnen vernetzen und austauschen." },
			{ .note = "Bonjour Ada, je souhaite \u00e9largir mon r\u00e9seau professionnel." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, we met at the Lisbon PostgreSQL meet-up on Tuesday. Let's keep in "
		                  "touch!" },
			{ .note = "Hallo Ada, Ihr Vortrag \u00fcber Abfragepl\u00e4ne in Ulm hat mir sehr "
		                  "geholfen." },
			{ .note = "Hi Ada, I really enjoyed your talk about spreadsheets. I work on similar "
		                  "things." },
			{ .note = "Hi Ada, Tom suggested that I ask you about fuzzing." }),
	},
	.run = run,
};
