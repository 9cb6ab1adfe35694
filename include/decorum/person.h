/* person.h - one key for one person, and what their name tells.
 *
 * A key is one spelling for one person (the table of DOMAIN: "Profile addresses"):
 *   in/<slug>       a vanity address: percent-decoded, NFC, case-folded
 *   member/<n>      a member number, from ACoAA…, ACwAA…, AEMAA… ids or urn:li:member:N
 *   api/<id>        urn:li:person:ID; private to one app, linked to nothing else
 *   email/<address> an e-mail address, lower-cased
 */
#ifndef DECORUM_PERSON_H
#define DECORUM_PERSON_H

#include <decorum/buf.h>
#include <decorum/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The key of a profile address in any spelling; *out is the caller's.
 * DC_INVALID says why an address is refused and what a good one looks like. */
int dc_person_key(char **out, const char *address, struct dc_error *err) DC_CHECKED;

/* True when `text` looks like somebody meant an address (has a slash, a scheme,
 * "linkedin." or "urn:"), so that a name is not tried with it. */
bool dc_person_is_address(const char *text);

/* The canonical https address to open for a key (percent-encoded); NULL for keys
 * that no page shows (api/, email/).  The caller's. */
char *dc_person_url(const char *key);

/* --- likely the same person under another address */

/* What is known of somebody.  Borrowed; company and key may be NULL or "". */
struct dc_person_seen {
	const char *name, *company, *key;
};

enum { DC_PERSON_HASHES_MAX = 24, DC_PERSON_LIKELY = 70 };

/* Hashes by which somebody can be looked up: people who share none of them are not worth a
 * comparison.  Kept in ledgers: a change of the rules is a new DC_PERSON_HASHES_VERSION. */
#define DC_PERSON_HASHES_VERSION 1
size_t dc_person_hashes(uint64_t out[DC_PERSON_HASHES_MAX], const struct dc_person_seen *p);

/* How likely the two are one person, 0 (no reason to think so) or DC_PERSON_LIKELY to 100:
 * names in any order, alphabet and spelling, short forms, initials, degrees; the company; the
 * name in the address.  *reason is static: "a short form of the same name, …". */
int dc_person_likeness(const char **reason, const struct dc_person_seen *a,
                       const struct dc_person_seen *b);

/* A display name, taken apart.  All members are the caller's (dc_name_clear) and
 * may be "" when there is no such part or it is in doubt. */
struct dc_name {
	char *first;       /* what the person is called: "Jürgen" */
	char *last;        /* family name */
	char *nick;        /* in quotes or brackets: Robert "Bob" Stone */
	char *credentials; /* "PhD, CFA" */
	bool doubtful;     /* order or parts are a guess: ask before using */
};

/* Takes a full display name apart.  "Dr. Jürgen Müller-Lüdenscheidt, PhD" gives
 * Jürgen; Chinese, Japanese and Korean in native script and Hungarian order are
 * known; emoji are dropped. */
void dc_name_parse(struct dc_name *out, const char *full);
/* The same when first and last name are known apart, as in an export. */
void dc_name_parse_parts(struct dc_name *out, const char *first, const char *last);
void dc_name_clear(struct dc_name *n);
DC_DEFINE_CLEAR(struct dc_name, dc_name_clear)

#endif
