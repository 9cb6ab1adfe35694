/* transport.h - ways for a request to leave the house.
 *
 * transport/via/<id>.c defines one; none is known by name.  A *manual* transport
 * hands over to the human and can only say that it did; whether the request was
 * sent, the user says.  The others talk to a machine that answers.
 */
#ifndef DECORUM_TRANSPORT_H
#define DECORUM_TRANSPORT_H

#include <decorum/error.h>
#include <decorum/mem.h>
#include <stddef.h>
#include <stdint.h>

/* How an API is reached.  Strings borrowed, never NULL; "" where nothing is known. */
struct dc_api {
	const char *helper;     /* path of decorum-http */
	const char *base;       /* "https://api.linkedin.com" */
	const char *token;      /* the bearer token: goes nowhere else */
	const char *me;         /* "urn:li:person:ID" of the user, "": read from an invitation */
	const char *ca_file;    /* roots to trust instead of the system's, or "" */
	int64_t connect, total; /* deadlines of one call, ms of elapsed time */
	bool loopback;          /* plain http to this machine is allowed: for tests */
};

/* Where a hand-over may find its helpers.  Strings borrowed, never NULL. */
struct dc_desk {
	const char *opener;    /* program to open an address with; "": the first of xdg-open, … */
	const char *clipboard; /* program that takes the note on stdin; "": wl-copy, xclip, xsel */
	char *const *environ;  /* for the children */
	const char *path;      /* where programs are looked up, as in $PATH */
	const struct dc_api *api; /* NULL: nobody is logged in */
};

struct dc_delivery {
	const char *url;  /* canonical profile address */
	const char *note; /* exact bytes */
	size_t note_len;
	/* For the transports that talk to a machine. */
	const char *const *keys; /* person keys of the recipient, NULL-ended */
	/* Asked when connected, before the first byte: false gives it up.  NULL: go. */
	bool (*may_go)(void *data);
	void *data;
};

/* What was seen to happen; the caller tells the user the rest. */
struct dc_handover {
	bool copied; /* the note is on the clipboard */
	bool opened; /* the opener was started and did not fail at once */
	char copied_by[64], opened_by[64];
};

/* Why the other side did not do what it was asked. */
#define DC_REFUSALS(X)                                                 \
	X(NONE, "none")                                                \
	X(LIMIT, "limit")         /* 429: no more today */             \
	X(BUSY, "busy")           /* 503 with Retry-After */           \
	X(LOGIN, "login")         /* 401 */                            \
	X(ACCESS, "access")       /* 403: no approved partner */       \
	X(DUPLICATE, "duplicate") /* there is an invitation already */ \
	X(OTHER, "other")         /* 400, 404, 422 */

enum dc_refusal {
#define X(name, text) DC_REFUSAL_##name,
	DC_REFUSALS(X)
#undef X
		DC_REFUSAL_COUNT
};
const char *dc_refusal_name(enum dc_refusal r);

enum { DC_INVITATION_ID_MAX = 128 };

/* How a call that changes something ended. */
struct dc_receipt {
	char id[DC_INVITATION_ID_MAX]; /* of the new invitation, or "" */
	int status;                    /* of HTTP; 0: no whole answer */
	enum dc_refusal refusal;
	int64_t retry_after; /* ms that the other side asks to wait; 0: it did not say */
};

/* The moment before which another try is pointless: the next midnight UTC after a limit. */
int64_t dc_receipt_not_before(const struct dc_receipt *r, int64_t now);

/* What is known of an invitation without guessing. */
enum dc_seen {
	DC_SEEN_OTHER, /* see the raw state; nothing is inferred from it */
	DC_SEEN_PENDING,
	DC_SEEN_ACCEPTED
};

/* An invitation as the other side describes it.  Hostile text; "" where it says nothing. */
struct dc_invitation {
	const char *id;
	const char *state; /* raw */
	enum dc_seen seen;
	const char *key; /* person key of the invitee: "api/ID", "email/…" */
	const char *inviter;
	const char *note;
	int64_t sent, changed; /* moments, 0 unknown */
};

/* A non-zero answer ends the walk and is returned. */
typedef int dc_invitation_fn(void *data, const struct dc_invitation *v);

/* A manual transport has deliver(), the others the calls below it; what a transport does not
 * have is NULL.
 *
 * All of them: 0 is done.  DC_TEMP: surely not done, try later.  DC_UNKNOWN: nobody knows.
 * DC_CONFLICT: may_go said no, surely not done.  Any other failure is final and surely
 * not done.  None repeats anything by itself. */
struct dc_transport {
	const char *id; /* "browser", "linkedin" */
	const char *summary;
	bool manual;
	int (*deliver)(const struct dc_delivery *d, const struct dc_desk *desk,
	               struct dc_handover *out, struct dc_error *err);

	/* Can the recipient be reached at all?  Asked before a request is held.  DC_INVALID: no
	 * key of theirs will do.  NULL: everybody can. */
	int (*can_reach)(const char *const *keys, struct dc_error *err);
	/* One invitation; after 0 the receipt has its id. */
	int (*create)(const struct dc_delivery *d, const struct dc_api *api, struct dc_receipt *out,
	              struct dc_error *err);
	/* DC_NOTFOUND: the other side knows no such invitation. */
	int (*look_up)(const char *id, const struct dc_api *api, struct dc_invitation *out,
	               struct dc_arena *arena, struct dc_error *err);
	/* Calls back with every pending and every accepted one; each lives for the call.  0 only
	 * when the listing was complete: any doubt is DC_TEMP. */
	int (*list_sent)(const struct dc_api *api, dc_invitation_fn *fn, void *data,
	                 struct dc_error *err);
	/* Repeatable: what is gone already (404, 410) is done.  DC_UNKNOWN: ask again. */
	int (*withdraw)(const char *id, const struct dc_api *api, struct dc_receipt *out,
	                struct dc_error *err);
};

/* NULL past the end, NULL when unknown. */
const struct dc_transport *dc_transport_at(size_t i);
const struct dc_transport *dc_transport_find(const char *id);

#endif
