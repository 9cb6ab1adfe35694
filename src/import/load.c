/* load.c - what a row of Profile, Connections and Invitations says; messages have their own file.
 */
#include "import/load.h"

#include <string.h>
#include <strings.h>

#include <decorum/mem.h>
#include <decorum/person.h>
#include "text/similar.h"

#define C(name) DC_IMPORT_COLUMN_##name

int dc_import_skip(struct dc_import_load *l, const char *reason)
{
	struct dc_import_tally *t = &l->tally;
	size_t i = 0;

	while (i < t->skip_count && strcmp(t->skips[i].reason, reason) != 0)
		i++;
	if (i == t->skip_count && i < DC_IMPORT_SKIPS_MAX)
		t->skips[t->skip_count++] = (struct dc_import_skip){
			.reason = reason,
			.first_row = (int64_t)t->read,
		};
	if (i < DC_IMPORT_SKIPS_MAX)
		t->skips[i].count++;
	t->skipped++;
	return 0;
}

void dc_import_did(struct dc_import_load *l, enum dc_row did) { l->tally.did[did]++; }

char *dc_import_key(struct dc_csv_field url)
{
	char *key = NULL;

	/* An address that cannot be read leaves a person who is known by name. */
	if (!url.len || dc_person_key(&key, url.s, NULL))
		return dc_strdup("");
	return key;
}

bool dc_import_is_nobody(const char *name, const char *key)
{
	return !*key && (!*name || !strcasecmp(name, "LinkedIn Member"));
}

/* "Ada" and "Vey, PhD" as "Ada Vey, PhD"; borrowed until the next call. */
static const char *full_name(struct dc_import_load *l, const char *first, const char *last)
{
	dc_buf_reset(&l->name);
	dc_buf_puts(&l->name, first);
	if (*first && *last)
		dc_buf_putc(&l->name, ' ');
	dc_buf_puts(&l->name, last);
	return dc_buf_str(&l->name);
}

static int load_profile(struct dc_import_load *l, const struct dc_csv_row *row,
                        struct dc_error *err)
{
	const char *first = dc_import_field(&l->layout, row, C(FIRST)).s;
	const char *last = dc_import_field(&l->layout, row, C(LAST)).s;
	struct dc_person me = {
		.key = "",
		.name = full_name(l, first, last),
		.first = first,
		.last = last,
		.headline = dc_import_field(&l->layout, row, C(HEADLINE)).s,
		.company = "",
		.email = "",
	};
	enum dc_row did;

	if (l->tally.read > 1)
		return dc_import_skip(l, "a second row: a profile has one");
	if (!*me.name)
		return dc_import_skip(l, "a profile without a name");
	(void)dc_import_owner_add_name(&l->owner, me.name);
	int rc = dc_ledger_import_self(l->to, &did, &me, (int64_t)l->tally.read, err);

	if (!rc)
		dc_import_did(l, did);
	return rc;
}

static int load_connection(struct dc_import_load *l, const struct dc_csv_row *row,
                           struct dc_error *err)
{
	const char *first = dc_import_field(&l->layout, row, C(FIRST)).s;
	const char *last = dc_import_field(&l->layout, row, C(LAST)).s;
	DC_AUTO(dc_str) char *key = dc_import_key(dc_import_field(&l->layout, row, C(URL)));
	struct dc_person p = {
		.key = key,
		.name = full_name(l, first, last),
		.first = first,
		.last = last,
		.headline = dc_import_field(&l->layout, row, C(POSITION)).s,
		.company = dc_import_field(&l->layout, row, C(COMPANY)).s,
		.email = dc_import_field(&l->layout, row, C(EMAIL)).s,
		.connected = { .at = dc_import_row_moment(&l->layout, row) },
	};
	enum dc_row did;

	if (!*key && !*p.name)
		return dc_import_skip(l, "hidden member: only a date");
	if (dc_import_is_nobody(p.name, key))
		return dc_import_skip(
			l, "\"LinkedIn Member\" without an address: nobody in particular");
	dc_import_companies_put(&l->companies, key, p.company);
	int rc = dc_ledger_import_connection(l->to, &did, &p, (int64_t)l->tally.read, err);

	if (!rc)
		dc_import_did(l, did);
	return rc;
}

/* The owner's address and name as the last invitation had them? */
static bool same_owner(const struct dc_import_load *l, struct dc_csv_field url, const char *name)
{
	return l->owner_key && url.len == l->owner_url.len &&
	       !memcmp(url.s, dc_buf_str(&l->owner_url), url.len) &&
	       !strcmp(name, dc_buf_str(&l->owner_name));
}

/* Each invitation names the owner at one end. */
static int learn_owner(struct dc_import_load *l, struct dc_csv_field url, const char *name,
                       struct dc_error *err)
{
	if (same_owner(l, url, name))
		return 0;
	dc_buf_reset(&l->owner_url);
	dc_buf_add(&l->owner_url, url.s, url.len);
	dc_buf_reset(&l->owner_name);
	dc_buf_puts(&l->owner_name, name);
	dc_free(l->owner_key);
	const char *key = l->owner_key = dc_import_key(url);
	struct dc_person me = { .key = key,
		                .name = name,
		                .first = "",
		                .last = "",
		                .headline = "",
		                .company = "",
		                .email = "" };
	enum dc_row did;

	(void)dc_import_owner_add_name(&l->owner, name);
	if (!dc_import_owner_add_key(&l->owner, key))
		return 0;
	return dc_ledger_import_self(l->to, &did, &me, (int64_t)l->tally.read, err);
}

static int load_invitation(struct dc_import_load *l, const struct dc_csv_row *row,
                           struct dc_error *err)
{
	const struct dc_import_layout *at = &l->layout;
	const char *direction = dc_import_field(at, row, C(DIRECTION)).s;
	const char *from = dc_import_field(at, row, C(FROM)).s;
	const char *to = dc_import_field(at, row, C(TO)).s;
	struct dc_csv_field note = dc_import_field(at, row, C(MESSAGE));
	bool outgoing = !strcasecmp(direction, "OUTGOING");
	struct dc_csv_field mine = dc_import_field(at, row, outgoing ? C(INVITER) : C(INVITEE));
	struct dc_csv_field theirs = dc_import_field(at, row, outgoing ? C(INVITEE) : C(INVITER));
	DC_AUTO(dc_str) char *key = dc_import_key(theirs);
	const char *name = outgoing ? to : from;
	struct dc_row_invitation v = {
		.outgoing = outgoing,
		.other = { .key = key,
		           .name = name,
		           .first = "",
		           .last = "",
		           .headline = "",
		           .company = "",
		           .email = "" },
		.note = note.s,
		.note_len = note.len,
		.at = dc_import_row_moment(at, row),
	};
	enum dc_row did;

	if (!outgoing && strcasecmp(direction, "INCOMING") != 0)
		return dc_import_skip(l, "Direction is neither OUTGOING nor INCOMING");
	int rc = learn_owner(l, mine, outgoing ? from : to, err);

	if (rc)
		return rc;
	if (!*key && !*name)
		return dc_import_skip(l, "hidden member: neither name nor address");
	if (dc_import_is_nobody(name, key))
		return dc_import_skip(
			l, "\"LinkedIn Member\" without an address: nobody in particular");
	if (*key && dc_import_owner_has_key(&l->owner, key))
		return dc_import_skip(l, "an invitation to yourself");
	if (outgoing && note.len && !dc_ledger_import_has(l->to, (int64_t)l->tally.read))
		v.skeleton = dc_similar_skeleton(note.s, note.len, name, "",
		                                 dc_import_companies_get(&l->companies, key));
	rc = dc_ledger_import_invitation(l->to, &did, &v, (int64_t)l->tally.read, err);
	if (!rc)
		dc_import_did(l, did);
	return rc;
}

static const struct {
	int rank;
	int (*row)(struct dc_import_load *l, const struct dc_csv_row *row, struct dc_error *err);
} loaders[DC_IMPORT_TABLE_COUNT] = {
	[DC_IMPORT_PROFILE] = { 0, load_profile },
	[DC_IMPORT_CONNECTIONS] = { 1, load_connection },
	[DC_IMPORT_INVITATIONS] = { 2, load_invitation },
	[DC_IMPORT_MESSAGES] = { 3, dc_import_load_message },
};

int dc_import_load_rank(enum dc_import_table t) { return loaders[t].rank; }

int dc_import_load_row(struct dc_import_load *l, const struct dc_csv_row *row, struct dc_error *err)
{
	l->tally.read++;
	return loaders[l->layout.table].row(l, row, err);
}

void dc_import_load_clear(struct dc_import_load *l)
{
	dc_import_owner_clear(&l->owner);
	dc_import_companies_clear(&l->companies);
	dc_buf_clear(&l->name);
	dc_buf_clear(&l->owner_url);
	dc_buf_clear(&l->owner_name);
	dc_free(l->owner_key);
}
