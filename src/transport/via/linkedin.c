/* linkedin.c - LinkedIn's Invitations API, for approved partners.
 *
 * One call is one HTTP request; nothing is repeated here.  Whether an invitation was made is
 * answered by a documented answer only: 201 with the id, or a documented refusal.  All else
 * is unknown and left to the reconciler.
 */
#include <decorum/transport.h>

#include <stdlib.h>
#include <string.h>

#include <decorum/json.h>
#include <decorum/text.h>
#include <decorum/time.h>

#include "transport/rest.h"

static const char message_type[] = "com.linkedin.invitations.InvitationMessage";

enum {
	PAGE = 10,        /* what the documentation's example asks for */
	MAX_PAGES = 1000, /* far above what an account can have open */
};

/* --- names and numbers of the other side */

/* urn:li:invitation:N, with nothing in it that could not stand in an address. */
static bool good_id(const char *id)
{
	static const char prefix[] = "urn:li:invitation:";
	const char *n = id + strlen(prefix);

	return !strncmp(id, prefix, strlen(prefix)) && *n && strlen(id) < DC_INVITATION_ID_MAX &&
	       strspn(n, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-") ==
	               strlen(n);
}

static const struct {
	const char *key, *urn;
} invitees[] = {
	{ "api/", "urn:li:person:" },
	{ "email/", "urn:li:email:" },
};

/* The URN to invite a person by, NULL when no key of theirs will do. */
static char *urn_of(const char *const *keys)
{
	for (size_t i = 0; i < DC_COUNT(invitees); i++)
		for (const char *const *k = keys; k && *k; k++)
			if (!strncmp(*k, invitees[i].key, strlen(invitees[i].key)))
				return dc_printf("%s%s", invitees[i].urn,
				                 *k + strlen(invitees[i].key));
	return NULL;
}

static const char *key_of(const char *urn, struct dc_arena *arena)
{
	for (size_t i = 0; i < DC_COUNT(invitees); i++)
		if (!strncmp(urn, invitees[i].urn, strlen(invitees[i].urn)))
			return dc_arena_printf(arena, "%s%s", invitees[i].key,
			                       urn + strlen(invitees[i].urn));
	return "";
}

/* --- create */

static void invitation_body(struct dc_buf *out, const char *urn, const struct dc_delivery *d)
{
	struct dc_json_writer w = { .out = out };

	dc_json_begin(&w, NULL, '{');
	dc_json_put_string(&w, "invitee", urn);
	if (d->note_len) {
		dc_json_begin(&w, "message", '{');
		dc_json_begin(&w, message_type, '{');
		dc_json_put_text(&w, "body", d->note, d->note_len);
		dc_json_end(&w, '}');
		dc_json_end(&w, '}');
	}
	dc_json_end(&w, '}');
}

static int can_reach(const char *const *keys, struct dc_error *err)
{
	DC_AUTO(dc_str) char *urn = urn_of(keys);

	return urn ? 0
	           : dc_fail(err, DC_INVALID,
	                     "LinkedIn's API invites by member id (urn:li:person:…) or e-mail "
	                     "address, and neither is known of them; add one with decorum person "
	                     "alias, or set outbox.transport to browser");
}

static int create(const struct dc_delivery *d, const struct dc_api *api, struct dc_receipt *out,
                  struct dc_error *err)
{
	DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf body = { 0 }, id = { 0 };
	DC_AUTO(dc_str) char *urn = urn_of(d->keys);
	int rc;

	*out = (struct dc_receipt){ 0 };
	if (!urn)
		return can_reach(d->keys, err);
	/* What would arrive changed does not leave. */
	if (!dc_text_valid(d->note, d->note_len, NULL) || memchr(d->note, 0, d->note_len))
		return dc_fail(err, DC_INVALID, "the note is not UTF-8 text");
	invitation_body(&body, urn, d);
	rc = dc_rest_call(&a, api, "POST", "/v2/invitations", &body, d, err);
	if (rc)
		return rc;
	if (a.status != 201)
		return dc_rest_refused(&a, out, err);
	out->status = a.status;
	if (!dc_http_header(&a, "x-linkedin-id", &id)) {
		dc_buf_reset(&id);
		if (!dc_http_header(&a, "x-restli-id", &id))
			dc_buf_reset(&id);
	}
	if (!good_id(dc_buf_str(&id)))
		return dc_fail(err, DC_UNKNOWN,
		               "LinkedIn answered that it made an invitation, but not which");
	memcpy(out->id, dc_buf_str(&id), id.len + 1);
	return 0;
}

/* --- look up and list */

static const struct {
	const char *raw;
	enum dc_seen seen;
} states[] = {
	{ "PENDING", DC_SEEN_PENDING },
	{ "ACCEPTED", DC_SEEN_ACCEPTED },
};

static const char *text_of(const struct dc_json *o, const char *key, struct dc_arena *arena)
{
	const char *s = dc_json_string(dc_json_get(o, key));

	return s ? dc_arena_strdup(arena, s) : "";
}

static int64_t moment_of(const struct dc_json *o, const char *key)
{
	double n = dc_json_number(dc_json_get(o, key));

	return n > 0 && n < 253402300800000.0 ? (int64_t)n : 0;
}

/* False when it is no invitation. */
static bool read_invitation(struct dc_invitation *out, const struct dc_json *o,
                            struct dc_arena *arena)
{
	const struct dc_json *message = dc_json_get(o, "message");
	const struct dc_json *typed = dc_json_get(message, message_type);

	*out = (struct dc_invitation){
		.id = text_of(o, "id", arena),
		.state = text_of(o, "state", arena),
		.key = key_of(text_of(o, "invitee", arena), arena),
		.inviter = text_of(o, "inviter", arena),
		.note = text_of(typed ? typed : message, "body", arena),
		.sent = moment_of(o, "sentAt"),
		.changed = moment_of(o, "lastModified"),
	};
	if (!out->sent)
		out->sent = moment_of(o, "created");
	/* Some answers have the bare number. */
	if (*out->id && !strchr(out->id, ':'))
		out->id = dc_arena_printf(arena, "urn:li:invitation:%s", out->id);
	for (size_t i = 0; i < DC_COUNT(states); i++)
		if (!strcmp(out->state, states[i].raw))
			out->seen = states[i].seen;
	return good_id(out->id) && *out->state;
}

/* Reading changes nothing: what is unknown may be asked again. */
static int only_reading(int rc) { return rc == DC_UNKNOWN ? DC_TEMP : rc; }

static int look_up(const char *id, const struct dc_api *api, struct dc_invitation *out,
                   struct dc_arena *arena, struct dc_error *err)
{
	DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	DC_AUTO(dc_str) char *path = NULL;
	struct dc_receipt receipt = { 0 };
	int rc;

	if (!good_id(id))
		return dc_fail(err, DC_INVALID, "this is no invitation's id");
	path = dc_printf("/v2/invitations/urn%%3Ali%%3Ainvitation%%3A%s", strrchr(id, ':') + 1);
	rc = dc_rest_call(&a, api, "GET", path, NULL, NULL, err);
	if (rc)
		return only_reading(rc);
	if (a.status == 404 || a.status == 410)
		return dc_fail(err, DC_NOTFOUND, "LinkedIn knows no invitation %s any more", id);
	if (a.status != 200)
		return only_reading(dc_rest_refused(&a, &receipt, err));
	if (dc_json_parse(&doc, dc_buf_str(&a.body), a.body.len, NULL) ||
	    !read_invitation(out, dc_json_root(doc), arena) || strcmp(out->id, id) != 0)
		return dc_fail(err, DC_TEMP, "LinkedIn's answer does not describe invitation %s",
		               id);
	return 0;
}

/* Where a listing is. */
struct walk {
	const struct dc_api *api;
	const char *state;
	dc_invitation_fn *fn;
	void *data;
	size_t seen, total;
	struct dc_buf ids; /* of this listing, each ended by '\n' */
};

static int incomplete(struct dc_error *err, const char *why)
{
	return dc_fail(err, DC_TEMP, "LinkedIn's list of sent invitations is not complete: %s",
	               why);
}

/* True when the id was there before: pages moved while they were read. */
static bool repeated(struct walk *w, const char *id)
{
	DC_AUTO(dc_str) char *line = dc_printf("\n%s\n", id);

	if (!w->ids.len)
		dc_buf_putc(&w->ids, '\n');
	if (strstr(dc_buf_str(&w->ids), line))
		return true;
	dc_buf_puts(&w->ids, line + 1);
	return false;
}

static int read_page(struct walk *w, const struct dc_json *page, size_t *read, struct dc_error *err)
{
	const struct dc_json *elements = dc_json_get(page, "elements");
	const struct dc_json *total = dc_json_get(dc_json_get(page, "paging"), "total");
	int rc = 0;

	*read = 0;
	if (dc_json_type(elements) != DC_JSON_ARRAY || dc_json_type(total) != DC_JSON_NUMBER ||
	    dc_json_number(total) < 0 || dc_json_number(total) > PAGE * MAX_PAGES)
		return incomplete(err, "a page has another shape than documented");
	if (w->seen && (size_t)dc_json_number(total) != w->total)
		return incomplete(err, "it changed while it was read");
	w->total = (size_t)dc_json_number(total);
	for (const struct dc_json *e = dc_json_child(elements); e && !rc; e = dc_json_next(e)) {
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		struct dc_invitation v;

		if (!read_invitation(&v, e, &arena))
			return incomplete(err, "an entry has another shape than documented");
		if (repeated(w, v.id))
			return incomplete(err, "it changed while it was read");
		++*read;
		rc = w->fn(w->data, &v);
	}
	w->seen += *read;
	return rc;
}

static int list_state(struct walk *w, struct dc_error *err)
{
	for (int page = 0; page < MAX_PAGES; page++) {
		DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
		DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
		DC_AUTO(dc_str)
		char *path = dc_printf("/v2/invitations?q=inviter&states=%s&start=%zu&count=%d",
		                       w->state, w->seen, (int)PAGE);
		struct dc_receipt receipt = { 0 };
		size_t read;
		int rc = dc_rest_call(&a, w->api, "GET", path, NULL, NULL, err);

		if (rc)
			return only_reading(rc);
		if (a.status != 200)
			return only_reading(dc_rest_refused(&a, &receipt, err));
		if (dc_json_parse(&doc, dc_buf_str(&a.body), a.body.len, NULL))
			return incomplete(err, "a page is no JSON");
		rc = read_page(w, dc_json_root(doc), &read, err);
		if (rc || w->seen == w->total)
			return rc;
		if (!read || w->seen > w->total)
			return incomplete(err, "it has another length than it says");
	}
	return incomplete(err, "it has no end");
}

static int list_sent(const struct dc_api *api, dc_invitation_fn *fn, void *data,
                     struct dc_error *err)
{
	/* Accepted last: one that is accepted in between is in both, never in neither. */
	static const char *const order[] = { "PENDING", "ACCEPTED" };
	int rc = 0;

	for (size_t i = 0; i < DC_COUNT(order) && !rc; i++) {
		struct walk w = { .api = api, .state = order[i], .fn = fn, .data = data };

		rc = list_state(&w, err);
		dc_buf_clear(&w.ids);
	}
	return rc;
}

/* --- withdraw */

static void closing_body(struct dc_buf *out, const char *me, const char *id)
{
	struct dc_json_writer w = { .out = out };

	dc_json_begin(&w, NULL, '{');
	dc_json_put_string(&w, "inviter", me);
	dc_json_put_string(&w, "inviterActionType", "WITHDRAW");
	dc_json_begin(&w, "inviteActionData", '[');
	dc_json_begin(&w, NULL, '{');
	dc_json_put_string(&w, "invitationId", id);
	dc_json_end(&w, '}');
	dc_json_end(&w, ']');
	dc_json_end(&w, '}');
}

static int withdraw(const char *id, const struct dc_api *api, struct dc_receipt *out,
                    struct dc_error *err)
{
	DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf body = { 0 };
	struct dc_invitation v = { .inviter = api->me };
	int rc;

	*out = (struct dc_receipt){ 0 };
	if (!good_id(id))
		return dc_fail(err, DC_INVALID, "this is no invitation's id");
	if (!*api->me) {
		rc = look_up(id, api, &v, &arena, err);
		if (rc == DC_NOTFOUND)
			return 0; /* gone already */
		if (rc)
			return rc;
	}
	closing_body(&body, v.inviter, id);
	rc = dc_rest_call(&a, api, "POST", "/v2/invitations?action=inviterClosingInvitation", &body,
	                  NULL, err);
	if (rc)
		return rc;
	out->status = a.status;
	if (a.status == 200 || a.status == 204 || a.status == 404 || a.status == 410)
		return 0;
	return dc_rest_refused(&a, out, err);
}

const struct dc_transport dc_transport_linkedin = {
	.id = "linkedin",
	.summary = "LinkedIn's official Invitations API, for approved partners",
	.manual = false,
	.can_reach = can_reach,
	.create = create,
	.look_up = look_up,
	.list_sent = list_sent,
	.withdraw = withdraw,
};
