/* message.c - a row of messages.csv: whom did the owner write to?
 *
 * Only letters that the owner wrote count.  One row may have several recipients; names and
 * addresses are lists of their own, and names contain commas.
 */
#include <string.h>
#include <strings.h>

#include <decorum/mem.h>
#include "import/load.h"

#define C(name) DC_IMPORT_COLUMN_##name

enum { RECIPIENTS_MAX = 1000 };

/* Does a flag column say yes?  Eras spell it differently. */
static bool says_yes(const char *s)
{
	return !strcasecmp(s, "yes") || !strcasecmp(s, "true") || !strcmp(s, "1");
}

static struct dc_csv_field trim(struct dc_csv_field f)
{
	while (f.len && f.s[0] == ' ') {
		f.s++;
		f.len--;
	}
	while (f.len && f.s[f.len - 1] == ' ')
		f.len--;
	return f;
}

/* The next element of a list between commas; false at the end. */
static bool next(struct dc_csv_field *list, struct dc_csv_field *out)
{
	if (!list->s)
		return false;
	const char *comma = memchr(list->s, ',', list->len);
	size_t len = comma ? (size_t)(comma - list->s) : list->len;

	*out = trim((struct dc_csv_field){ list->s, len });
	*list = comma ? (struct dc_csv_field){ comma + 1, list->len - len - 1 }
	              : (struct dc_csv_field){ NULL, 0 };
	return true;
}

static size_t count(struct dc_csv_field list)
{
	struct dc_csv_field one;
	size_t n = 0;

	while (next(&list, &one))
		n++;
	return n;
}

/* What one letter did, over all who got it. */
struct letter {
	int64_t at;
	enum dc_row did;
	size_t kept;
};

static int keep(struct dc_import_load *l, struct letter *letter, const char *key, const char *name,
                struct dc_error *err)
{
	struct dc_person to = { .key = key,
		                .name = name,
		                .first = "",
		                .last = "",
		                .headline = "",
		                .company = "",
		                .email = "" };
	enum dc_row did;

	if (dc_import_is_nobody(name, key) || dc_import_owner_has_key(&l->owner, key))
		return 0;
	int rc = dc_ledger_import_message(l->to, &did, &to, letter->at, (int64_t)l->tally.read,
	                                  err);

	if (rc)
		return rc;
	/* New to one of them is new. */
	if (!letter->kept++ || did == DC_ROW_NEW ||
	    (did == DC_ROW_CHANGED && letter->did == DC_ROW_KNOWN))
		letter->did = did;
	return 0;
}

/* Names go with addresses only when there are as many of both. */
static int keep_all(struct dc_import_load *l, struct letter *letter, struct dc_csv_field names,
                    struct dc_csv_field urls, struct dc_error *err)
{
	bool paired = count(names) == count(urls);
	struct dc_csv_field url, name = { 0 };
	size_t n = 0;

	while (n++ < RECIPIENTS_MAX && next(&urls, &url)) {
		DC_AUTO(dc_str) char *address = dc_strndup(url.s, url.len);
		DC_AUTO(dc_str)
		char *key = dc_import_key((struct dc_csv_field){ address, url.len });
		bool named = paired && next(&names, &name);
		DC_AUTO(dc_str) char *who = named ? dc_strndup(name.s, name.len) : dc_strdup("");
		int rc = keep(l, letter, key, who, err);

		if (rc)
			return rc;
	}
	return 0;
}

/* NULL when it is the owner's, else why it does not count. */
static const char *not_written(const struct dc_import_load *l, const struct dc_csv_row *row)
{
	const struct dc_import_layout *at = &l->layout;

	if (says_yes(dc_import_field(at, row, C(MESSAGE_DRAFT)).s) ||
	    says_yes(dc_import_field(at, row, C(CONVERSATION_DRAFT)).s))
		return "a draft: never sent";
	if (!l->owner.key_count && !l->owner.name_count)
		return "nobody knows which letters are yours: import Profile.csv or "
		       "Invitations.csv "
		       "with them";
	DC_AUTO(dc_str) char *sender = dc_import_key(dc_import_field(at, row, C(SENDER)));
	const char *from = dc_import_field(at, row, C(FROM)).s;

	/* An address decides where both sides have one; else the name must do. */
	if (*sender && l->owner.key_count)
		return dc_import_owner_has_key(&l->owner, sender) ? NULL
		                                                  : "received, not written by you";
	return dc_import_owner_has_name(&l->owner, from) ? NULL : "received, not written by you";
}

int dc_import_load_message(struct dc_import_load *l, const struct dc_csv_row *row,
                           struct dc_error *err)
{
	struct dc_csv_field names = trim(dc_import_field(&l->layout, row, C(TO)));
	struct dc_csv_field urls = trim(dc_import_field(&l->layout, row, C(RECIPIENTS)));
	struct letter letter = { .at = dc_import_row_moment(&l->layout, row) };
	const char *why = not_written(l, row);

	if (why)
		return dc_import_skip(l, why);
	/* Without addresses a comma may stand between two people or inside one name. */
	if (!urls.len && memchr(names.s, ',', names.len))
		return dc_import_skip(l, "several recipients without addresses");
	if (!urls.len)
		urls = (struct dc_csv_field){ "", 0 };
	int rc = keep_all(l, &letter, names, urls, err);

	if (rc)
		return rc;
	if (!letter.kept)
		return dc_import_skip(
			l, "\"LinkedIn Member\" without an address: nobody in particular");
	dc_import_did(l, letter.did);
	return 0;
}
