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

/* What is known of somebody.  Borrowed; all but the name may be NULL or "". */
struct dc_person_seen {
	const char *name, *company, *headline, *key;
	int64_t listed; /* the list of connections that they are in, 0 for none */
};

enum { DC_PERSON_HASHES_MAX = 24, DC_PERSON_LIKELY = 70 };

/* Hashes by which somebody can be looked up: people who share none of them are not worth a
 * comparison.  Kept in ledgers: a change of the rules is a new DC_PERSON_HASHES_VERSION. */
#define DC_PERSON_HASHES_VERSION 4
size_t dc_person_hashes(uint64_t out[DC_PERSON_HASHES_MAX], const struct dc_person_seen *p);

/* Looking for somebody among those who share a hash with them. */
struct dc_person_hunt;

struct dc_person_found {
	int64_t id;
	int score;          /* DC_PERSON_LIKELY to 100 */
	const char *reason; /* "the same name and the same company, but another job"; the hunt's */
};

struct dc_person_hunt *dc_person_hunt_new(const struct dc_person_seen *who);
void dc_person_hunt_free(struct dc_person_hunt *h);
DC_DEFINE_AUTO(struct dc_person_hunt, dc_person_hunt_free)
/* True once for each id, not 0, until enough have been seen. */
bool dc_person_hunt_wants(struct dc_person_hunt *h, int64_t id);
/* Of `of` people who share the whole name only `shown` are shown. */
void dc_person_hunt_cut(struct dc_person_hunt *h, size_t shown, size_t of);
void dc_person_hunt_show(struct dc_person_hunt *h, int64_t id, const struct dc_person_seen *p);
/* Who is likely the same person, most likely first, when all have been shown: by names in any
 * order, alphabet and spelling, short forms, initials, degrees; by the company, the name in the
 * address and the job.  How many others share name or company counts against it.  *out is the
 * hunt's. */
size_t dc_person_hunt_end(struct dc_person_hunt *h, const struct dc_person_found **out);

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
