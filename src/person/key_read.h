/* key_read.h - an address on its way to a key. */
#ifndef DC_PERSON_KEY_READ_H
#define DC_PERSON_KEY_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <decorum/buf.h>
#include <decorum/error.h>

/* As much of an address as a complaint shows. */
enum { DC_KEY_SHOWN = 80 };

/* A piece of text that somebody else owns. */
struct dc_key_piece {
	const char *s;
	size_t len;
};

/* The address being read and where a complaint goes. */
struct dc_key_reading {
	struct dc_key_piece all;
	struct dc_error *err;
};

/* key_read.c: comparing goes without regard to case. */
int dc_key_refuse(const struct dc_key_reading *r, const char *why, ...) DC_PRINTF(2, 3);
bool dc_key_is(struct dc_key_piece p, const char *word);
bool dc_key_starts(struct dc_key_piece p, const char *word);
bool dc_key_mentions(struct dc_key_piece p, const char *word);
bool dc_key_digits(struct dc_key_piece p);
struct dc_key_piece dc_key_after(struct dc_key_piece p, size_t n);
/* Splits at the first of `stops`; *rest begins with the stop, or is empty. */
struct dc_key_piece dc_key_upto(struct dc_key_piece p, const char *stops,
                                struct dc_key_piece *rest);
/* The next segment of a path that is not empty; of length 0 at the end. */
struct dc_key_piece dc_key_segment(struct dc_key_piece *path);
/* The value of a hexadecimal digit, or -1. */
int dc_key_hex(char c);
/* Undoes percent-encoding, once.  A %2F is no separator and no part of a name. */
int dc_key_decode(struct dc_buf *out, struct dc_key_piece p, const struct dc_key_reading *r);

/* key_value.c: *out is the caller's. */
int dc_key_from_slug(char **out, struct dc_key_piece p, const struct dc_key_reading *r);
int dc_key_from_id(char **out, struct dc_key_piece p, const struct dc_key_reading *r);
int dc_key_from_number(char **out, struct dc_key_piece p, const struct dc_key_reading *r);
int dc_key_from_api(char **out, struct dc_key_piece p, const struct dc_key_reading *r);
int dc_key_from_email(char **out, struct dc_key_piece p, const struct dc_key_reading *r);

/* key_page.c */
int dc_key_from_path(char **out, struct dc_key_piece path, struct dc_key_piece query,
                     const struct dc_key_reading *r);

/* key_host.c: DC_INVALID for a host that shows no profiles. */
int dc_key_check_host(struct dc_key_piece host, const struct dc_key_reading *r);

#endif
