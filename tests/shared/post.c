/* post.c - see post.h. */
#include "shared/post.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char post_note[] = "Hi Ada, your talk on lock-free queues in Ghent made me rethink ours.";

static struct fake fake;

/* Programs that know no cmocka link this, too: a failure ends the test program. */
static void must(int rc, const char *what, const char *why)
{
	if (rc) {
		fprintf(stderr, "%s: %s: %s\n", what, dc_code_name(rc), why);
		exit(1);
	}
}

int post_open(void **state)
{
	(void)state;
	fake_start(&fake);
	return 0;
}

int post_close(void **state)
{
	(void)state;
	fake_stop(&fake);
	return 0;
}

int post_enter(void **state)
{
	static const char ini[] = "[outbox]\ntransport = linkedin\nhold = 0\n"
				  "[api]\nsettle = 60\nloopback = yes\n";
	struct post *p = dc_alloc(1, sizeof(*p));

	p->fake = &fake;
	snprintf(p->dir, sizeof(p->dir), "/tmp/decorum-test-XXXXXX");
	must(!mkdtemp(p->dir), p->dir, "mkdtemp");
	snprintf(p->path, sizeof(p->path), "%s/ledger.db", p->dir);
	must(dc_ledger_open(&p->l, p->path, &p->err), "ledger", p->err.msg);
	must(dc_settings_read(&p->settings, "t", ini, sizeof(ini) - 1, &p->err), "settings",
	     p->err.msg);
	p->api = (struct dc_api){ .helper = fake.helper,
		                  .base = fake.base,
		                  .token = "good-token",
		                  .me = "urn:li:person:me",
		                  .ca_file = "",
		                  .connect = 2000,
		                  .total = 10000,
		                  .loopback = true };
	p->o = (struct dc_outbox){
		.ledger = p->l,
		.settings = p->settings,
		.desk = { .opener = "", .clipboard = "", .path = "", .api = &p->api }
	};
	dc_clock_read(&p->now);
	fake_forget(&fake);
	fake_order(&fake, "");
	*state = p;
	return 0;
}

int post_leave(void **state)
{
	static const char *const files[] = {
		"ledger.db", "ledger.db-journal", "ledger.db-sender", "helper", "said", ""
	};
	struct post *p = *state;
	char path[200];

	dc_ledger_free(p->l);
	dc_settings_free(p->settings);
	dc_arena_clear(&p->arena);
	for (size_t i = 0; i < DC_COUNT(files); i++) {
		snprintf(path, sizeof(path), "%s/%s", p->dir, files[i]);
		(void)(*files[i] ? unlink(path) : rmdir(path));
	}
	dc_free(p);
	return 0;
}

void post_clock(void *data, struct dc_clock *out) { *out = ((struct post *)data)->now; }

void post_later(struct post *p, int64_t ms)
{
	p->now.wall += ms;
	p->now.awake += ms;
	p->now.elapsed += ms;
}

int64_t post_hold(struct post *p, const char *key, const char *note)
{
	struct dc_request out;
	const struct dc_override any[] = { { "no-note", "test" } };
	const struct dc_sending s = { .request = { .key = key,
		                                   .name = "Ada Vey",
		                                   .note = note,
		                                   .note_len = strlen(note) },
		                      .overrides = any,
		                      .override_count = 1,
		                      .hold = 0 };

	must(dc_outbox_hold(&p->o, &out, NULL, &s, &p->now, &p->arena, &p->err), "hold",
	     p->err.msg);
	return out.id;
}

enum dc_state post_state(struct post *p, int64_t id)
{
	struct dc_request out;

	must(dc_ledger_request_get(p->l, &out, id, &p->arena, &p->err), "get", p->err.msg);
	return out.state;
}

struct dc_sender *post_sender(struct post *p)
{
	struct dc_sender *s = NULL;

	must(dc_sender_open(&s, &p->o, post_clock, p, &p->err), "sender", p->err.msg);
	return s;
}

int post_send(struct post *p, int64_t id)
{
	DC_AUTO(dc_sender_free) struct dc_sender *s = post_sender(p);

	return dc_sender_send(s, NULL, NULL, id, &p->arena, &p->err);
}

int post_settle(struct post *p, struct dc_settled *out, bool all)
{
	DC_AUTO(dc_sender_free) struct dc_sender *s = post_sender(p);

	return dc_sender_settle(s, out, all, &p->err);
}

void post_verify(struct post *p) { must(dc_ledger_verify(p->l, &p->err), "verify", p->err.msg); }
