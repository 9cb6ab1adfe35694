/* sender.h - what sending and settling share. */
#ifndef OUTBOX_SENDER_H
#define OUTBOX_SENDER_H

#include "outbox/outbox.h"

struct dc_sender {
	const struct dc_outbox *outbox;
	dc_clock_fn *clock;
	void *clock_data;
	int lock;
};

void dc_sender_now(const struct dc_sender *s, struct dc_clock *out);

/* From when on an outcome that is unknown now may be looked up: the other side may still be
 * at work on what reached it. */
void dc_sender_unsettled(const struct dc_sender *s, struct dc_dispatch *d,
                         const struct dc_clock *now);
bool dc_sender_settled(const struct dc_dispatch *d, const struct dc_clock *now);

/* sent → withdrawing → withdrawn.  `r` is as it is now; with DC_TEMP or DC_UNKNOWN it stays
 * withdrawing. */
int dc_sender_take_back(struct dc_sender *s, struct dc_request *r, struct dc_dispatch *d,
                        const char *why, struct dc_arena *arena, struct dc_error *err) DC_CHECKED;

#endif
