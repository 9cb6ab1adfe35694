/* contact-details.c - a number or a mailbox for a stranger. */
#include "check/rule.h"
#include "check/senses.h"

#include <string.h>
#include <strings.h>

static bool digit(char c) { return c >= '0' && c <= '9'; }

static bool local_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || digit(c) ||
	       (c && strchr("._%+-", c));
}

/* An e-mail address around the "@" at `at`. */
static bool mailbox(const char *s, size_t len, size_t at, struct dc_span *out)
{
	size_t from = at, to = at + 1, dot = 0;

	while (from > 0 && local_byte(s[from - 1]))
		from--;
	for (; to < len && (local_byte(s[to])); to++)
		if (s[to] == '.' && to + 1 < len && local_byte(s[to + 1]))
			dot = to;
	while (to > at && s[to - 1] == '.')
		to--;
	*out = (struct dc_span){ from, to };
	return from < at && dot > at + 1 && dot + 2 < to + 1 && !digit(s[dot + 1]);
}

/* "tom(at)tides.de": the end of it, when one starts with the bracket at `at`. */
static bool spelt_mailbox(const char *s, size_t len, size_t at, struct dc_span *out)
{
	static const char *const marks[] = { "(at)", "[at]", "{at}", "(AT)", "[AT]" };
	size_t to = at;

	for (size_t i = 0; i < DC_COUNT(marks) && to == at; i++)
		if (len - at > strlen(marks[i]) && !strncmp(s + at, marks[i], strlen(marks[i])))
			to = at + strlen(marks[i]);
	while (to > at && to < len && s[to] == ' ')
		to++;
	if (to == at || to == len || !local_byte(s[to]))
		return false;
	while (to < len && local_byte(s[to]))
		to++;
	*out = (struct dc_span){ at, to };
	return true;
}

/* "Tel. 612 345 678": a word for a phone right before it. */
static bool named(const char *s, size_t at)
{
	static const char *const words[] = { "tel", "cell",    "cel", "mob",   "mobil", "phone",
		                             "tlf", "telefon", "fon", "handy", "numero" };
	size_t end = at, from;

	while (end && strchr(" .:", s[end - 1]))
		end--;
	for (from = end; from && ((s[from - 1] | 32) >= 'a' && (s[from - 1] | 32) <= 'z');)
		from--;
	for (size_t i = 0; i < DC_COUNT(words); i++)
		if (end - from == strlen(words[i]) && !strncasecmp(s + from, words[i], end - from))
			return true;
	return false;
}

/* A phone number at `at`: "+" or "00" or a digit, then digits with single joints. */
static bool phone(const char *s, size_t len, size_t at, bool asked, struct dc_span *out)
{
	size_t digits = 0, joints = 0, to = at, group = 0, longest = 0;
	bool plus = s[at] == '+', bracket = s[at] == '(';

	for (size_t i = at; i < len; i++) {
		if (digit(s[i])) {
			digits++;
			group++;
			to = i + 1;
		} else if (strchr(" -.()/+", s[i]) && s[i] && (s[i] != '+' || i == at)) {
			joints += i > at && group;
			longest = group > longest ? group : longest;
			group = 0;
			if (i > at + 1 && s[i] == ' ' && s[i - 1] == ' ')
				break;
		} else {
			break;
		}
	}
	*out = (struct dc_span){ at, to };
	if (plus)
		return digits >= 8 && digits <= 15;
	if (s[at] == '0')
		return digits >= 9 && digits <= 14;
	if (asked)
		return digits >= 6 && digits <= 15;
	/* 555-123-4567 and (555) 123-4567; not a year, a DOI or the number of a standard. */
	return (bracket || joints >= 2) && digits == 10 && longest <= 4;
}

static void flag(const struct dc_doc *doc, struct dc_span at, struct dc_sink *sink)
{
	dc_check_flag_at(sink, at, "\"%.*s\" gives contact details.", (int)(at.to - at.from),
	                 doc->text + at.from);
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	const size_t len = doc->len < DC_DOC_MAX ? doc->len : DC_DOC_MAX;
	struct dc_span at, asked_at;
	const bool asked = dc_senses_at(c->senses, DC_C_CONTACT, &asked_at);

	for (size_t i = 0; i < len; i++) {
		const bool start = !i || !(digit(doc->text[i - 1]) ||
		                           local_byte(doc->text[i - 1]) || doc->text[i - 1] == '/');

		if ((doc->text[i] == '@' && mailbox(doc->text, len, i, &at)) ||
		    (start && (digit(doc->text[i]) || doc->text[i] == '+' || doc->text[i] == '(') &&
		     phone(doc->text, len, i, asked || named(doc->text, i), &at)) ||
		    (strchr("([{", doc->text[i]) && doc->text[i] && i &&
		     spelt_mailbox(doc->text, len, i, &at))) {
			flag(doc, at, sink);
			return;
		}
	}
	if (asked)
		flag(doc, asked_at, sink);
}

const struct dc_rule dc_rule_contact_details = {
	.info = {
		.id = "contact-details",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It gives a phone number, a mailbox or the like.",
		.why = "The request itself is the way to answer.  A number in the first lines is what "
		       "swindlers write, and LinkedIn's filters look for it.",
		.advice = "Leave it out; your profile can show it once you are connected.",
		.source = "career advisers; LinkedIn's advice on recognising scams",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, write to me at alex@example.com about the panel." },
		                   { .note = "Hi Ada, call me any time: +49 170 1234567." },
		                   { .note = "Hi Ada, let us go on over WhatsApp." },
			{ .note = "Hallo Ada, Sie erreichen mich per WhatsApp." },
			{ .note = "Bonjour Ada, contactez-moi sur WhatsApp." },
			{ .note = "Hola Ada, escr\u00edbeme al WhatsApp." },
			{ .note = "Ol\u00e1 Ada, me chame no WhatsApp." },
			{ .note = "Ciao Ada, scrivimi su WhatsApp." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your review of RFC 9110 and DOI 10.1145/3297858 in 2024 "
		                              "was the best one." },
		                    { .note = "Hi Ada, the e-mail you sent to the list on 3 May was fun." }),
	},
	.run = run,
};
