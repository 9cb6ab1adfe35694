/* post.h - an outbox that sends through the API, with the fake on the other side, for tests. */
#ifndef TESTS_SHARED_POST_H
#define TESTS_SHARED_POST_H

#include <decorum/outbox.h>

#include "shared/fake.h"

struct post {
	char dir[64], path[96];
	struct fake *fake;
	struct dc_ledger *l;
	struct dc_settings *settings;
	struct dc_outbox o;
	struct dc_api api;
	struct dc_clock now; /* stands still; starts as it is */
	struct dc_arena arena;
	struct dc_error err;
};

/* cmocka fixtures of the group: the fake, which all tests of a program share. */
int post_open(void **state);
int post_close(void **state);
/* … and of a test: `*state` is a struct post with an empty ledger, and the fake has forgotten. */
int post_enter(void **state);
int post_leave(void **state);

extern const char post_note[];
/* For dc_sender_open(); `data` is a struct post. */
void post_clock(void *data, struct dc_clock *out);
/* All clocks go on. */
void post_later(struct post *p, int64_t ms);
/* Held for no time. */
int64_t post_hold(struct post *p, const char *key, const char *note);
enum dc_state post_state(struct post *p, int64_t id);
struct dc_sender *post_sender(struct post *p);
/* By a sender that lives for the call. */
int post_send(struct post *p, int64_t id);
int post_settle(struct post *p, struct dc_settled *out, bool all);
/* The ledger is whole, and its events replay to the states. */
void post_verify(struct post *p);

#endif
