/* transport.h - ways for a request to leave the house.
 *
 * transport/via/<id>.c defines one; none is known by name.  A *manual* transport
 * hands over to the human and can only say that it did; whether the request was
 * sent, the user says.
 */
#ifndef DECORUM_TRANSPORT_H
#define DECORUM_TRANSPORT_H

#include <decorum/error.h>
#include <stddef.h>

/* Where a hand-over may find its helpers.  Strings borrowed, never NULL. */
struct dc_desk {
	const char *opener;    /* program to open an address with; "": the first of xdg-open, … */
	const char *clipboard; /* program that takes the note on stdin; "": wl-copy, xclip, xsel */
	char *const *environ;  /* for the children */
	const char *path;      /* where programs are looked up, as in $PATH */
};

struct dc_delivery {
	const char *url;  /* canonical profile address */
	const char *note; /* exact bytes */
	size_t note_len;
};

/* What was seen to happen; the caller tells the user the rest. */
struct dc_handover {
	bool copied; /* the note is on the clipboard */
	bool opened; /* the opener was started and did not fail at once */
	char copied_by[64], opened_by[64];
};

struct dc_transport {
	const char *id; /* "browser", "linkedin" */
	const char *summary;
	bool manual;
	/* Deliver once.  DC_TEMP: surely not delivered, try later; DC_UNKNOWN: nobody
	 * knows; any other failure is final and surely not delivered. */
	int (*deliver)(const struct dc_delivery *d, const struct dc_desk *desk,
	               struct dc_handover *out, struct dc_error *err);
};

/* NULL past the end, NULL when unknown. */
const struct dc_transport *dc_transport_at(size_t i);
const struct dc_transport *dc_transport_find(const char *id);

#endif
