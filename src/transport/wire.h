/* wire.h - the frames that the program and its helper decorum-http exchange.
 *
 * A frame is one letter, four bytes of length (big-endian) and that many bytes.  They
 * go over one socket pair, so that neither end is killed by writing to a dead peer and
 * no token ever stands in an argument list or an environment.
 *
 *   program → helper   m u [h…] [b] l [p] [c] .    the request
 *   helper → program   ?                           connected; nothing was sent yet
 *   program → helper   g  or  x                    go, or give it up
 *   helper → program   s [h…] b .  or  f           the whole answer, or why there is none
 *
 * That the helper ends, or is silent for too long, is an answer as well: before "g" nothing
 * was sent, after it nobody knows.
 */
#ifndef DC_TRANSPORT_WIRE_H
#define DC_TRANSPORT_WIRE_H

#include <decorum/buf.h>
#include <stdbool.h>
#include <stdint.h>

enum dc_wire_kind {
	DC_WIRE_METHOD = 'm',
	DC_WIRE_URL = 'u',
	DC_WIRE_HEADER = 'h', /* "Name: value" */
	DC_WIRE_BODY = 'b',
	DC_WIRE_LIMITS = 'l',   /* "connect-ms total-ms body-bytes header-bytes" */
	DC_WIRE_LOOPBACK = 'p', /* plain http is allowed, to this machine only */
	DC_WIRE_CA = 'c',       /* file with the roots to trust instead of the system's */
	DC_WIRE_END = '.',
	DC_WIRE_READY = '?',
	DC_WIRE_GO = 'g',
	DC_WIRE_STOP = 'x',
	DC_WIRE_STATUS = 's', /* "201" */
	DC_WIRE_FAILED = 'f', /* a reason for people */
};

enum { DC_WIRE_MAX = 2 << 20 }; /* bytes in one frame */

/* False when the peer is gone. */
bool dc_wire_put(int fd, enum dc_wire_kind kind, const void *bytes, size_t len);
bool dc_wire_puts(int fd, enum dc_wire_kind kind, const char *text);

/* Waits for one frame; `payload` is replaced.  False when the peer is gone, sends what is no
 * frame, or `timer` (a timerfd, -1: none) has run out before the frame was whole. */
bool dc_wire_get(int fd, int timer, char *kind, struct dc_buf *payload);

#endif
