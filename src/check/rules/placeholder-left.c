/* placeholder-left.c - a place of a template that nobody filled, in every spelling in the wild. */
#include "check/match.h"

#include <string.h>

#include "check/words/slots.h"

/* What is between the marks decides whether it is a place. */
enum inside {
	ANYTHING, /* these marks mean nothing else */
	NAMED,    /* one of its words names a place: "[your company]" */
	ONLY,     /* all of its words do: "(name)" */
	WORD,     /* it has one word, which does: \u00abJob Day\u00bb is a title */
};

struct marks {
	const char *open, *close;
	enum inside inside;
};

/* Longer ones first: "{{" is not "{". */
static const struct marks marks[] = {
	{ "{{", "}}", ANYTHING }, { "<%", "%>", ANYTHING },     { "{%", "%}", ANYTHING },
	{ "${", "}", ANYTHING },  { "#{", "}", ANYTHING },      { "*|", "|*", ANYTHING },
	{ "((", "))", NAMED },    { "[[", "]]", NAMED },        { "<<", ">>", NAMED },
	{ "{!", "}", NAMED },     { "%%", "%%", NAMED },        { "@@", "@@", NAMED },
	{ "##", "##", NAMED },    { "__", "__", NAMED },        { "{", "}", NAMED },
	{ "[", "]", NAMED },      { "<", ">", NAMED },          { "%", "%", NAMED },
	{ "#", "#", ONLY },       { "(", ")", ONLY },           { "\u00ab", "\u00bb", WORD },
	{ "*", "*", ONLY },       { "\u2039", "\u203a", WORD }, { "\u3010", "\u3011", ONLY },
	{ "~", "~", ONLY },       { "^", "^", ONLY },           { "||", "||", ONLY },
	{ "=", "=", ONLY },       { "--", "--", ONLY },         { "/", "/", ONLY },
	{ "&", ";", ONLY },
};

/* No place is longer than this. */
enum { PLACE_MAX = 60 };

static bool word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || (unsigned char)c >= 0x80;
}

static bool starts(const char *s, size_t len, const char *with)
{
	return len >= strlen(with) && !memcmp(s, with, strlen(with));
}

/* Letters are capital ones, with "_" or blanks between: "[FIRST NAME]", "<COMPANY_X>". */
static bool shouted(const char *s, size_t len)
{
	size_t joints = 0, capitals = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] >= 'A' && s[i] <= 'Z')
			capitals++;
		else if (s[i] == '_')
			joints++;
		else
			return false;
	}
	return capitals > 1 && joints;
}

/* "[insert …]", "[your …]", "[add …]": an order, whatever follows. */
static bool orders(const char *s, size_t len)
{
	static const char *const verbs[] = { "insert ",    "your ",       "enter ", "add ",
		                             "fill ",      "placeholder", "e.g. ",  "mention ",
		                             "something ", "specific ",   "hier ",  "ihr ",
		                             "votre ",     "tu ",         "su ",    "seu ",
		                             "sua ",       "il tuo " };
	char lower[16];
	size_t n = len < sizeof(lower) - 1 ? len : sizeof(lower) - 1;

	for (size_t i = 0; i < n; i++)
		lower[i] = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] - 'A' + 'a') : s[i];
	lower[n] = '\0';
	for (size_t i = 0; i < DC_COUNT(verbs); i++)
		if (starts(lower, n, verbs[i]))
			return true;
	return false;
}

/* "[article/talk/post]": alternatives of which none was chosen. */
static bool choice(const char *s, size_t len)
{
	size_t bars = 0;

	for (size_t i = 0; i < len; i++) {
		bars += s[i] == '/' || s[i] == '|';
		if (!word_byte(s[i]) && !strchr("/| -'.", s[i]))
			return false;
	}
	return bars > 0;
}

/* The first byte from `from` on that one of the quotation marks stands at; the end when none does.
 */
static size_t quote_from(const struct dc_doc *doc, size_t from)
{
	static const char *const quotes[] = {
		"\"", "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"
	};

	for (size_t at = from; at < doc->len; at++)
		for (size_t i = 0; i < DC_COUNT(quotes); i++)
			if (starts(doc->text + at, doc->len - at, quotes[i]))
				return at;
	return doc->len;
}

/* "[...]", "[ ]", "[XX]": nothing; but who quotes may leave something out. */
static bool empty(const struct dc_doc *doc, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!strchr(" .X_?", s[i]) && !starts(s + i, len - i, "\u2026") &&
		    ((unsigned char)s[i] & 0xc0) != 0x80)
			return false;
	return quote_from(doc, 0) == doc->len;
}

/* "on the [airline] flight", "in der [Branche]": words that the sentence needs, behind one that
 * leads to them. */
static bool needed(const struct dc_doc *doc, const char *s, size_t len)
{
	const size_t at = (size_t)(s - doc->text);
	size_t blanks = 0, i = doc->word_count;

	for (size_t k = 0; k < len; k++) {
		if (s[k] != '-' && s[k] != ' ' &&
		    (!word_byte(s[k]) || (s[k] >= '0' && s[k] <= '9')))
			return false;
		blanks += s[k] == ' ';
	}
	while (i && doc->words[i - 1].at.from >= at)
		i--;
	return i && blanks < 3 && doc->words[i - 1].langs && doc->words[i - 1].at.to + 2 == at &&
	       !starts(s, len, "sic");
}

static bool is_place(enum inside want, const struct dc_doc *doc, const char *s, size_t len)
{
	switch (want) {
	case ANYTHING:
		return true;
	case NAMED:
		return (s[-1] == '{' && strspn(s, "0123456789") == len) || dc_slots_named(s, len) ||
		       shouted(s, len) || orders(s, len) ||
		       (s[-1] == '[' &&
		        (choice(s, len) || empty(doc, s, len) || needed(doc, s, len)));
	case WORD:
		for (; len && *s == ' '; len--)
			s++;
		while (len && s[len - 1] == ' ')
			len--;
		return !memchr(s, ' ', len) && dc_slots_only(s, len);
	default:
		return dc_slots_only(s, len) || starts(s, len, "insert ");
	}
}

/* The end of a marked place that starts at s in the text, 0 when there is none. */
static size_t marked(const struct dc_doc *doc, const char *s, size_t len)
{
	for (size_t m = 0; m < DC_COUNT(marks); m++) {
		if (*s != marks[m].open[0])
			continue;
		size_t open = strlen(marks[m].open), close = strlen(marks[m].close);

		if (!starts(s, len, marks[m].open))
			continue;
		for (size_t i = open; i + close <= len && i - open <= PLACE_MAX && s[i] != '\n';
		     i++)
			if (!memcmp(s + i, marks[m].close, close)) {
				if (i > open && is_place(marks[m].inside, doc, s + open, i - open))
					return i + close;
				break;
			}
		/* Half of a pair is as bad: "{{first_name" or "{{first_name}". */
		if (marks[m].inside == ANYTHING && open > 1 && *s == '{')
			return open;
	}
	return 0;
}

/* "$name", "$first_name", "@FirstName", "%NAME", ":name". */
static size_t variable(const char *s, size_t len)
{
	size_t end = 1;

	if (!strchr("$@%:", *s) || len < 3)
		return 0;
	while (end < len && (word_byte(s[end]) && (unsigned char)s[end] < 0x80))
		end++;
	if (*s != '$')
		return dc_slots_only(s + 1, end - 1) ? end : 0;
	return end > 1 && dc_slots_named(s + 1, end - 1) ? end : 0;
}

/* "____", "XXX" (but not "XXX Congreso", the thirtieth). */
static size_t blanks(const char *s, size_t len)
{
	size_t n = 1;

	if (*s != '_' && *s != 'X' && *s != 'x')
		return 0;
	while (n < len && s[n] == *s)
		n++;
	if (n < 3 || (*s == 'x' && n < 4))
		return 0;
	if (*s == '_')
		return n;
	if (n < len && word_byte(s[n]))
		return 0;
	/* A capital word behind three of them: a Roman number. */
	if (n == 3 && len > 6 && s[3] == ' ' && s[4] >= 'A' && s[4] <= 'Z' && s[5] >= 'a' &&
	    s[6] >= 'a')
		return 0;
	return n;
}

/* "your colleague ??? at", "Herr ...,": marks between blanks where a word should be. */
static size_t dots(const char *s, size_t len)
{
	size_t n = 1;

	if (*s != '?' && *s != '.')
		return 0;
	while (n < len && s[n] == *s)
		n++;
	if (n < 3 || n >= len)
		return 0;
	if (*s == '.')
		return s[n] == ',' ? n : 0;
	return n + 1 < len && s[n] == ' ' && s[n + 1] >= 'a' && s[n + 1] <= 'z' ? n : 0;
}

/* Names of fields and the leavings of programs that stand as bare words. */
static const char *const bare[] = {
	"FirstName", "firstName", "first_name",  "First_Name",  "LastName",        "lastName",
	"last_name", "FNAME",     "LNAME",       "CompanyName", "companyName",     "company_name",
	"JobTitle",  "job_title", "JOBTITLE",    "TBD",         "FIXME",           "undefined",
	"NaN",       "TODO:",     "Lorem ipsum", "lorem ipsum", "[object Object]", "XYZ",
	"name_here", "your_name", "FIRST NAME",  "LAST NAME",   "COMPANY NAME",    "COMPANY",
	"VORNAME",   "NACHNAME",  "PRENOM",      "PR\u00c9NOM", "NOMBRE",          "APELLIDO",
	"NOME",      "SOBRENOME", "COGNOME",     "AZIENDA",     "EMPRESA",         "Herr/Frau",
	"Frau/Herr", "Mr/Ms",     "Mr./Ms.",     "Mr/Mrs",      "Mr./Mrs.",        "Sr./Sra.",
	"Sr/Sra",    "M./Mme",    "Sig./Sig.ra",
};

/* The same, of which the first byte is no letter. */
static const char *const marked_bare[] = { "#N/A",   "#REF!", "#NAME?", "#VALUE!", "(null)",
	                                   "[null]", "%s",    "{}",     "{ }" };

static size_t one_of(const char *const *list, size_t count, const char *s, size_t len)
{
	for (size_t i = 0; i < count; i++) {
		if (*s != list[i][0])
			continue;
		size_t n = strlen(list[i]);

		if (starts(s, len, list[i]) && (n == len || !word_byte(s[n])))
			return n;
	}
	return 0;
}

/* "NOMBRE_EVENTO", "EVENTNAME": capital letters that say what goes there. */
static size_t shouted_name(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && ((s[n] >= 'A' && s[n] <= 'Z') || s[n] == '_'))
		n++;
	if (n == len || !word_byte(s[n])) {
		const bool joined = memchr(s, '_', n) && *s != '_';

		if (n > 4 &&
		    ((joined && dc_slots_named(s, n)) || (n > 6 && !memcmp(s + n - 4, "NAME", 4))))
			return n;
	}
	return 0;
}

/* "INSERT COMPANY HERE", "YOUR NAME": an order in capitals. */
static size_t shouted_order(const char *s, size_t len)
{
	static const char *const verbs[] = { "INSERT ", "ENTER ", "ADD ", "YOUR " };
	size_t end = 0;

	for (size_t i = 0; i < DC_COUNT(verbs) && !end; i++)
		if (starts(s, len, verbs[i]))
			end = strlen(verbs[i]);
	const size_t named = end;

	while (named && end < len && ((s[end] >= 'A' && s[end] <= 'Z') || s[end] == ' '))
		end++;
	while (end > named && s[end - 1] == ' ')
		end--;
	return named && (end == len || !word_byte(s[end])) && dc_slots_named(s + named, end - named)
	               ? end
	               : 0;
}

/* "Hi Name," and "Hi null,": words that no person is called. */
static void look_at_greeting(const struct dc_case *c, struct dc_sink *sink)
{
	static const char *const nobody[] = { "null",      "none",      "nil",     "undefined",
		                              "nan",       "name",      "vorname", "nachname",
		                              "prenom",    "nombre",    "nome",    "cognome",
		                              "firstname", "username",  "xx",      "unknown",
		                              "test",      "recipient", NULL };
	enum { PLACES = 2 }; /* "Dear Mr Name": what comes behind is no name any more */
	const struct dc_greeting *g = &c->doc->greeting;

	for (size_t i = g->name_from; i < g->name_to && i < g->name_from + PLACES; i++) {
		const struct dc_word *w = &c->doc->words[i];
		const char before = c->doc->text[w->at.from ? w->at.from - 1 : 0];

		for (const char *const *n = nobody; *n; n++)
			if (!strcmp(*n, w->fold) && before == ' ' && !dc_doc_has(c->name, *n))
				dc_check_flag_at(
					sink, w->at,
					"\"%s\" is a place that nobody filled, not a name.", *n);
	}
}

/* Who writes of templates may well mean the place itself: "the one with {{site_id}} in it".
 * The word has to stand in the same sentence. */
static bool speaks_of_templates(const struct dc_doc *doc, size_t at)
{
	static const char *const words[] = { "template",     "templates", "placeholder",
		                             "placeholders", "mail",      "mails",
		                             "emails",       "vorlage",   "platzhalter",
		                             "plantilla",    "modelo",    "modele",
		                             "modello",      "segnaposto" };

	size_t sentence = 0;

	/* A greeting speaks of nothing. */
	if (at < doc->greeting.at.to)
		return false;
	while (sentence + 1 < doc->sentence_count && doc->sentences[sentence].to <= at)
		sentence++;
	for (size_t i = doc->greeting.words; i < doc->word_count; i++)
		for (size_t k = 0; k < DC_COUNT(words) && doc->words[i].sentence == sentence; k++)
			if (dc_doc_word_is(doc, i, words[k]))
				return true;
	/* A gap in a quotation is somebody else's. */
	const size_t quote = quote_from(doc, 0);

	return quote < at && quote_from(doc, at) < doc->len;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const char *s = c->doc->text;
	const size_t len = c->doc->len < DC_DOC_MAX ? c->doc->len : DC_DOC_MAX;

	for (size_t i = 0, n = 0; i < len; i += n ? n : 1) {
		bool start = !i || !word_byte(s[i - 1]);

		n = 0;
		if (s[i] == ' ')
			continue;
		if (!word_byte(s[i]))
			n = variable(s + i, len - i);
		if (!n && !word_byte(s[i]))
			n = one_of(marked_bare, DC_COUNT(marked_bare), s + i, len - i);
		if (!n && start)
			n = one_of(bare, DC_COUNT(bare), s + i, len - i);
		if (!n && start)
			n = shouted_name(s + i, len - i);
		if (!n && start)
			n = shouted_order(s + i, len - i);
		if (!n && start)
			n = blanks(s + i, len - i);
		if (!n && i && s[i - 1] == ' ')
			n = dots(s + i, len - i);
		if (!n && (!word_byte(s[i]) || s[i] == '_' || (unsigned char)s[i] >= 0x80))
			n = marked(c->doc, s + i, len - i);
		if (!n)
			continue;
		dc_check_flag_at(sink, (struct dc_span){ i, i + n },
		                 "\"%.*s\" is a place that nobody filled.", (int)n, s + i);
		if (speaks_of_templates(c->doc, i))
			dc_check_soften(sink, DC_SEVERITY_WARNING);
	}
	look_at_greeting(c, sink);
}

const struct dc_rule dc_rule_placeholder_left = {
	.info = {
		.id = "placeholder-left",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_ERROR,
		.summary = "A place of a template is still empty.",
		.why = "\"Hi [Name]\" says that the text was made for many and read by nobody, not even "
		       "by its sender.",
		.advice = "Fill it in, or take it out.",
		.source = "career advisers: unfilled places are the surest marks of mass sending",
		.bad = DC_EXAMPLES({ .note = "Hi [Name], I enjoyed your talk." },
		                   { .note = "Hi {{first_name}}, I enjoyed your talk." },
		                   { .note = "Hi {FirstName}, I enjoyed your talk." },
		                   { .note = "Hi Ada, <Company> is doing great work." },
		                   { .note = "Hi %FIRSTNAME%, I enjoyed your talk." },
		                   { .note = "Hi $name, I enjoyed your talk." },
		                   { .note = "Hi Ada, we met at [insert event here]." },
		                   { .note = "Hi Ada, we met at XXX last week." },
		                   { .note = "Hi Ada, we met at ____ last week." },
		                   { .note = "Hi Ada, we both studied in (city)." },
		                   { .note = "Hi Ada, I wrote your [adjective] manual." },
		                   { .note = "Hi Ada, we met at [...] last week." },
		                   { .note = "Hi Ada, I work in the same [Branche] as you." },
		                   { .note = "Sehr geehrte Herr/Frau Vey, danke f\u00fcr Ihren Vortrag." },
		                   { .note = "Hi Ada, I sat beside you at INSERT COMPANY HERE." },
		                   { .note = "Hi null, I enjoyed your talk." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your post on RFC 9110 [part two] helped me a lot." },
		                    { .note = "Hi Ada, 5 % of $100 is what your library {fmt} saved us." },
		                    { .note = "Hi Ada, \"to index [...] is to know\" is the line of yours that I quote." },
		                    { .note = "Ciao Ada, eravamo al \u00abJob Day\u00bb di Pisa." },
		                    { .note = "Hola Ada, nos vimos en el XXX Congreso de Estad\u00edstica." },
		                    { .note = "Hi Ada (we met at PyCon), your talk was a joy <3" }),
	},
	.run = run,
};
