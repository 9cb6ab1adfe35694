/* held.c - the countdown of what is held, taking it back, handing it over, leaving it. */
#include "composer/composer.h"

#include <string.h>

#include "cmd.h"
#include "handoff.h"
#include "recipient.h"

/* A line that is just being typed is not interrupted. */
enum { PAUSE_MS = 1000, LOOK_MS = 500 };

static int64_t suspended(const struct dc_clock *now) { return now->elapsed - now->awake; }

static const struct dc_request *find(const struct dc_request *all, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (all[i].id == id)
			return &all[i];
	return NULL;
}

/* What became of a request that is not held any more, by somebody else's hand. */
static void tell_gone(struct dc_composer *c, int64_t id)
{
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	struct dc_request r = { 0 };

	if (dc_ledger_request_get(c->cli->ledger, &r, id, &a, NULL))
		return;
	if (r.state == DC_STATE_UNDONE)
		dc_prompter_say(c->prompter, DC_TONE_GOOD,
		                "The request to %s was taken back elsewhere; its note is a draft.",
		                dc_request_called(&r));
	else
		dc_prompter_say(c->prompter, DC_TONE_QUIET, "The request to %s is %s now.",
		                dc_request_called(&r), dc_state_name(r.state));
}

static void read_held(struct dc_composer *c, bool tell)
{
	struct dc_arena arena = { 0 }, old = c->held_arena;
	struct dc_request *now = NULL, *before = c->held;
	const char *why = "";
	size_t count = 0, before_count = c->held_count;
	struct dc_request_filter f = { .states = 1U << DC_STATE_HELD, .ours = true };

	if (dc_ledger_request_list(c->cli->ledger, &now, &count, &f, &arena, NULL)) {
		dc_arena_clear(&arena);
		return;
	}
	c->held = now;
	c->held_count = count;
	c->held_arena = arena;
	c->paused = !dc_ledger_paused(c->cli->ledger, &why, &c->held_arena, NULL) && *why;
	for (size_t i = 0; tell && i < before_count; i++)
		if (!find(now, count, before[i].id))
			tell_gone(c, before[i].id);
	dc_arena_clear(&old);
}

void dc_composer_look(struct dc_composer *c)
{
	c->version = dc_ledger_version(c->cli->ledger);
	read_held(c, false);
}

static void notice_others(struct dc_composer *c)
{
	int64_t version = dc_ledger_version(c->cli->ledger);

	if (version == c->version)
		return;
	c->version = version;
	read_held(c, true);
}

static bool is_put_off(const struct dc_composer *c, int64_t id)
{
	return dc_few_has(&c->put_off, id);
}

/* The oldest one whose hold is over; NULL when there is none. */
static const struct dc_request *next_due(const struct dc_composer *c, const struct dc_clock *now)
{
	for (size_t i = c->paused ? 0 : c->held_count; i--;)
		if (!is_put_off(c, c->held[i].id) && dc_outbox_left(&c->held[i], now) == 0)
			return &c->held[i];
	return NULL;
}

int dc_composer_tick(struct dc_composer *c, size_t typed, int64_t quiet)
{
	struct dc_clock now;
	int64_t soonest = LOOK_MS;

	c->quiet = quiet;
	notice_others(c);
	if (!c->held_count)
		return DC_TICK_NEVER;
	dc_cli_clock(c->cli, &now);
	if (next_due(c, &now) && !typed && quiet >= PAUSE_MS)
		return DC_TICK_WAKE;
	for (size_t i = 0; i < c->held_count; i++) {
		int64_t left = dc_outbox_left(&c->held[i], &now);

		/* The next change of the number that is shown, or of due or not. */
		if (left > 0 && left % DC_SECOND + 1 < soonest)
			soonest = left % DC_SECOND + 1;
	}
	return (int)soonest;
}

static int64_t seconds(int64_t ms) { return (ms + DC_SECOND - 1) / DC_SECOND; }

void dc_composer_countdown(struct dc_composer *c, struct dc_under *out)
{
	struct dc_buf *line = c->held_count ? dc_under_line(out, DC_TONE_GOOD) : NULL;
	struct dc_clock now;
	bool due = false;

	if (!line)
		return;
	dc_cli_clock(c->cli, &now);
	dc_buf_puts(line, "held: ");
	for (size_t i = 0; i < c->held_count && i < 3; i++) {
		const struct dc_request *r = &c->held[i];
		int64_t left = dc_outbox_left_shown(r, &now);

		dc_buf_printf(line, "%s%s ", i ? ", " : "", dc_request_called(r));
		if (is_put_off(c, r->id))
			dc_buf_puts(line, "(left for later)");
		else if (left > 0)
			dc_buf_printf(line, "%lld s", (long long)seconds(left));
		else
			dc_buf_puts(line, "ready");
		due = due || (left <= 0 && !is_put_off(c, r->id));
	}
	if (c->held_count > 3)
		dc_buf_printf(line, " and %zu more", c->held_count - 3);
	dc_buf_puts(line, dc_composer_is_choice(c, "n") ? " · u takes back"
	                                                : " · u takes back, n sends now");
	if (c->paused)
		dc_buf_puts(line, " · paused: 'decorum queue resume' lets them go");
	else if (due)
		dc_buf_puts(line, " · ready ones go on when this line is empty");
}

/* --- orders */

void dc_composer_undo(struct dc_composer *c)
{
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	struct dc_error why = { 0 };
	struct dc_request r = { 0 };
	struct dc_clock now;
	int64_t draft = 0;

	dc_cli_clock(c->cli, &now);
	if (dc_outbox_undo(&c->cli->outbox, &r, &draft, 0, &now, &a, &why))
		dc_prompter_say(c->prompter, DC_TONE_ERROR, "%s", why.msg);
	else
		dc_prompter_say(c->prompter, DC_TONE_GOOD,
		                "Undone, never sent: %s. The note is draft %lld: decorum draft "
		                "resume %lld",
		                dc_request_called(&r), (long long)draft, (long long)draft);
	dc_composer_look(c);
}

int dc_composer_hand_one(struct dc_composer *c, const struct dc_request *r, bool ask_first,
                         struct dc_error *err)
{
	enum dc_handoff how = DC_HANDOFF_LATER;
	struct dc_error why = { 0 };

	if (!ask_first && r->state == DC_STATE_HELD)
		dc_prompter_say(
			c->prompter, DC_TONE_GOOD,
			dc_outbox_by_machine(r)
				? "The hold is over; the request to %s goes out."
				: "The hold is over; it is handed to you: the request to %s.",
			dc_request_called(r));
	dc_prompter_rest(c->prompter);
	int rc = dc_handoff(c->cli, r, ask_first, &how, &why);

	dc_out_flush(c->cli->out);
	if (rc || how != DC_HANDOFF_HELD)
		dc_few_add(&c->put_off, r->id);
	if (rc)
		dc_prompter_say(c->prompter, DC_TONE_ERROR, "%s", why.msg);
	/* The ledger itself failing ends the composer; the rest is for the user to decide. */
	if (rc == DC_SYSTEM) {
		if (err)
			*err = why;
		return rc;
	}
	return 0;
}

void dc_composer_now(struct dc_composer *c)
{
	struct dc_error why = { 0 };
	struct dc_clock now;

	if (!c->held_count)
		return;
	dc_cli_clock(c->cli, &now);
	/* The newest is the one that is meant, as with undo. */
	const struct dc_request *r = &c->held[0];
	int64_t id = r->id;

	dc_few_remove(&c->put_off, id);
	if (dc_outbox_left(r, &now) > 0 && dc_outbox_now(&c->cli->outbox, id, &now, &why))
		dc_prompter_say(c->prompter, DC_TONE_ERROR, "%s", why.msg);
	dc_composer_look(c);
}

int dc_composer_hand_over(struct dc_composer *c, bool away, struct dc_error *err)
{
	struct dc_clock now;
	const struct dc_request *r;
	int rc = 0;

	dc_cli_clock(c->cli, &now);
	/* A machine that slept was left alone, too. */
	bool slept = suspended(&now) - c->away > DC_MINUTE;

	c->away = suspended(&now);
	dc_composer_look(c);
	while (!rc && (r = next_due(c, &now))) {
		struct dc_request copy = *r;
		bool known = dc_few_has(&c->made, copy.id);

		rc = dc_composer_hand_one(c, &copy, away || slept || !known, err);
		dc_composer_look(c);
		dc_cli_clock(c->cli, &now);
	}
	return rc;
}

/* --- leaving */

static int leave_tick(void *data, const char *text, size_t len, int64_t quiet)
{
	struct dc_composer *c = data;
	int next = dc_composer_tick(c, len, quiet);

	(void)text;
	/* Undone or handed over by somebody else: nothing is left to wait for. */
	return c->held_count ? next : DC_TICK_WAKE;
}

static void leave_under(void *data, struct dc_under *out, const char *text, size_t len)
{
	(void)text, (void)len;
	dc_composer_countdown(data, out);
}

static bool all_put_off(const struct dc_composer *c)
{
	for (size_t i = 0; i < c->held_count; i++)
		if (!is_put_off(c, c->held[i].id))
			return false;
	return true;
}

static void say_left(struct dc_composer *c)
{
	for (size_t i = 0; i < c->held_count; i++)
		dc_prompter_say(c->prompter, DC_TONE_QUIET,
		                "Left for next time: request %lld to %s. Nothing goes out before "
		                "you say so: decorum queue",
		                (long long)c->held[i].id, dc_request_called(&c->held[i]));
}

static void say_held(struct dc_composer *c)
{
	struct dc_clock now;

	dc_cli_clock(c->cli, &now);
	for (size_t i = 0; i < c->held_count; i++) {
		const struct dc_request *r = &c->held[i];
		int64_t left = dc_outbox_left_shown(r, &now);

		dc_prompter_say(c->prompter, DC_TONE_GOOD, "Request %lld to %s is held for %lld s.",
		                (long long)r->id, dc_request_called(r), (long long)seconds(left));
	}
}

/* What one line does; true when the user wants to leave now. */
static bool leave_order(struct dc_composer *c, const char *text)
{
	if (!strcmp(text, "l") || !strcmp(text, "leave"))
		return true;
	switch (dc_composer_order(c, text)) {
	case DC_ORDER_UNDO:
		dc_composer_undo(c);
		return false;
	case DC_ORDER_NOW:
		dc_composer_now(c);
		return false;
	case DC_ORDER_LEAVE:
		return true;
	default:
		break;
	}
	if (*text && strcmp(text, "w") && strcmp(text, "wait"))
		dc_prompter_say(c->prompter, DC_TONE_ERROR, "Say wait, u (undo), n (now) or leave");
	return false;
}

int dc_composer_leave(struct dc_composer *c, struct dc_error *err)
{
	struct dc_ask ask = { .prompt = "> ", .under = leave_under, .tick = leave_tick, .data = c };
	int rc = 0;

	dc_composer_look(c);
	if (c->held_count && c->prompter->ops->live && !all_put_off(c)) {
		say_held(c);
		dc_prompter_say(c->prompter, DC_TONE_QUIET,
		                "Something is still held. wait (Enter), u: undo, n: send now, "
		                "leave: leave it for next time");
	}
	while (!rc && c->held_count && c->prompter->ops->live && !all_put_off(c)) {
		DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
		enum dc_told told = dc_prompter_ask(c->prompter, &ask, &text);

		if (told == DC_TOLD_WAKE || (told == DC_TOLD_ANSWER && !text.len)) {
			rc = dc_composer_hand_over(c, c->quiet > DC_COMPOSER_AWAY, err);
		} else if (told != DC_TOLD_ANSWER || leave_order(c, dc_buf_str(&text))) {
			break;
		}
	}
	if (!rc)
		say_left(c);
	return rc;
}
