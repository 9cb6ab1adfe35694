/* run.c - the composer's loop: ask, take, show; keep what was typed whatever ends it. */
#include "composer/composer.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <decorum/text.h>

#include "cmd.h"
#include "note.h"
#include "recipient.h"
#include "spelling.h"
#include "tty/editor.h"

/* Why a session was left. */
enum way_out { GOES_ON, ENDED, LEFT, HUNG_UP };

/* --- what a prompter calls while a line is typed */

static size_t on_complete(void *data, struct dc_candidate **out, const char *text,
                          struct dc_arena *arena)
{
	return dc_composer_complete(data, out, text, arena);
}

static void on_under(void *data, struct dc_under *out, const char *text, size_t len)
{
	dc_composer_under(data, out, text, len);
}

static int on_tick(void *data, const char *text, size_t len, int64_t quiet)
{
	(void)text;
	return dc_composer_tick(data, len, quiet);
}

static int keep(struct dc_composer *c, const char *text, size_t len, int64_t *draft,
                struct dc_error *err)
{
	struct dc_error why = { 0 };
	struct dc_clock now;

	dc_cli_clock(c->cli, &now);
	int rc = dc_session_keep(c->session, text, len, draft, &now, &why);

	dc_free(c->keep_error);
	c->keep_error = rc ? dc_strdup(why.msg) : NULL;
	if (rc && err)
		*err = why;
	return rc;
}

static bool on_keep(void *data, const char *text, size_t len)
{
	struct dc_composer *c = data;

	/* An order that is being typed is no part of the words. */
	if (*text == ':' && dc_session_question(c->session)->step != DC_STEP_TEXT)
		return true;
	return dc_composer_order(c, text) != DC_ORDER_NONE || !keep(c, text, len, NULL, NULL);
}

static void on_saved(void *data, const char *text, size_t len)
{
	/* When it fails the line will say so, and the editor's own file still has it. */
	(void)!keep(data, text, len, NULL, NULL);
}

static void edit(struct dc_composer *c, struct dc_buf *text)
{
	struct dc_error why = { 0 };
	struct dc_editor e = { .command = c->cli->paths.editor,
		               .folder = c->cli->paths.state,
		               .saved = on_saved,
		               .data = c };
	DC_AUTO(dc_str) char *inside = dc_printf("%s/x", c->cli->paths.state);

	dc_prompter_rest(c->prompter);
	if (dc_paths_make_folder(inside, &why) || dc_editor_run(&e, text, &why))
		dc_prompter_say(c->prompter, DC_TONE_ERROR, "%s", why.msg);
	on_saved(c, dc_buf_str(text), text->len);
}

static void on_edit(void *data, struct dc_buf *text) { edit(data, text); }

/* --- one question */

static enum dc_told ask(struct dc_composer *c, struct dc_buf *answer)
{
	const struct dc_question *q = dc_session_question(c->session);
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	char *preset = dc_strdup(q->preset);
	const char *const *history = NULL;
	size_t count = dc_composer_history(c, &history, &arena);
	struct dc_ask a = { .prompt = "> ",
		            .preset = preset,
		            .cursor = q->cursor,
		            .lines = q->step == DC_STEP_TEXT,
		            .history = history,
		            .history_count = count,
		            .complete = on_complete,
		            .under = on_under,
		            .tick = on_tick,
		            .keep = on_keep,
		            .edit = on_edit,
		            .data = c };

	dc_free(c->asked);
	c->asked = preset;
	return dc_prompter_ask(c->prompter, &a, answer);
}

static void show_news(struct dc_composer *c, bool again)
{
	const struct dc_report *recipient = dc_session_recipient(c->session);
	enum dc_step step = dc_session_question(c->session)->step;

	if (recipient && recipient != c->recipient && step != DC_STEP_REVIEW)
		dc_composer_show_recipient(c);
	if (!recipient)
		c->fills = 0;
	c->recipient = recipient;
	if (step == DC_STEP_REVIEW && !again)
		dc_composer_show_review(c);
	if (step == DC_STEP_FIX) {
		size_t len;
		const char *fixed = dc_session_fixed(c->session, &len);

		dc_composer_show_note(c, fixed, len);
	}
	if (!again)
		dc_composer_show_question(c);
}

static void help(struct dc_composer *c)
{
	const struct dc_order_row *row;

	for (size_t i = 0; (row = dc_composer_order_at(i)); i++)
		dc_prompter_say(c->prompter, DC_TONE_QUIET, "%s, %s: %s", row->name, row->letter,
		                row->about);
	dc_prompter_say(c->prompter, DC_TONE_QUIET,
	                "In the note, Ctrl-J or Alt-Enter begins a new line.");
}

/* An order given as the whole line; what was there before is the text it is about. */
static enum way_out obey(struct dc_composer *c, enum dc_order order, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	struct dc_clock now;

	dc_cli_clock(c->cli, &now);
	switch (order) {
	case DC_ORDER_EDIT:
		dc_buf_puts(&text, c->asked ? c->asked : "");
		edit(c, &text);
		return GOES_ON;
	case DC_ORDER_BACK:
		if (!dc_session_back(c->session, &now))
			dc_prompter_say(c->prompter, DC_TONE_QUIET, "This is the first question.");
		return GOES_ON;
	case DC_ORDER_UNDO:
		dc_composer_undo(c);
		return GOES_ON;
	case DC_ORDER_NOW:
		dc_composer_now(c);
		return dc_composer_hand_over(c, false, err) ? LEFT : GOES_ON;
	case DC_ORDER_LEAVE:
		return LEFT;
	case DC_ORDER_HELP:
	case DC_ORDER_NONE:
		help(c);
		return GOES_ON;
	}
	return GOES_ON;
}

/* --- a session from its first question to its end */

/* Keeps all there is, says where, and shows the words when they could not be kept. */
static int keep_and_tell(struct dc_composer *c, const struct dc_buf *typed, struct dc_error *err)
{
	int64_t draft = 0;
	bool order = dc_composer_order(c, dc_buf_str(typed)) != DC_ORDER_NONE;
	const char *text = order ? NULL : dc_buf_str(typed);
	int rc = keep(c, text, order ? 0 : typed->len, &draft, err);

	if (rc) {
		dc_prompter_say(c->prompter, DC_TONE_ERROR,
		                "This could not be kept as a draft. Copy it from here:");
		dc_composer_show_note(c, dc_buf_str(typed), typed->len);
		return rc;
	}
	if (draft)
		dc_prompter_say(c->prompter, DC_TONE_QUIET,
		                "Not sent. It is kept as draft %lld; go on with: decorum draft "
		                "resume %lld",
		                (long long)draft, (long long)draft);
	/* Said above; main has nothing to add. */
	if (err)
		*err = (struct dc_error){ 0 };
	return draft ? DC_INVALID : 0;
}

/* Takes an answer; true when the question has to be shown again with what belongs to it. */
static bool take(struct dc_composer *c, const struct dc_buf *text, int *rc, struct dc_error *err)
{
	struct dc_clock now;

	*err = (struct dc_error){ 0 };
	dc_cli_clock(c->cli, &now);
	*rc = dc_session_answer(c->session, dc_buf_str(text), text->len, &now, err);
	if (*rc && c->prompter->ops->live)
		dc_prompter_say(c->prompter, DC_TONE_ERROR, "%s", err->msg);
	return *rc != DC_INVALID;
}

static bool nobody_next(const struct dc_composer *c, const struct dc_buf *text)
{
	return c->later && !text->len && c->prompter->ops->live &&
	       dc_session_question(c->session)->step == DC_STEP_RECIPIENT;
}

/* " :e" at the end of a note: the editor opens on what stands before it. */
static bool ends_in_edit(struct dc_composer *c, const struct dc_buf *text)
{
	static const char *const ends[] = { " :e", "\n:e" };

	if (dc_session_question(c->session)->step != DC_STEP_TEXT || text->len < 3)
		return false;
	for (size_t i = 0; i < DC_COUNT(ends); i++)
		if (!strcmp(text->data + text->len - 3, ends[i])) {
			dc_free(c->asked);
			c->asked = dc_strndup(text->data, text->len - 3);
			return true;
		}
	return false;
}

static enum way_out converse(struct dc_composer *c, int *rc, struct dc_error *err)
{
	bool live = c->prompter->ops->live, again = false;

	while (dc_session_question(c->session)->step != DC_STEP_DONE) {
		DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

		show_news(c, again);
		enum dc_told told = ask(c, &text);
		enum dc_order order = live ? dc_composer_order(c, dc_buf_str(&text))
		                           : DC_ORDER_NONE;

		if (live && told == DC_TOLD_ANSWER && ends_in_edit(c, &text))
			order = DC_ORDER_EDIT;
		again = false;
		if (told == DC_TOLD_WAKE) {
			(void)!keep(c, dc_buf_str(&text), text.len, NULL, NULL);
			if ((*rc = dc_composer_hand_over(c, c->quiet > DC_COMPOSER_AWAY, err)))
				return LEFT;
		} else if (told != DC_TOLD_ANSWER || order == DC_ORDER_LEAVE) {
			*rc = keep_and_tell(c, &text, err);
			return told == DC_TOLD_HANGUP ? HUNG_UP : LEFT;
		} else if (order) {
			if (obey(c, order, err) == LEFT)
				return LEFT;
		} else if (nobody_next(c, &text)) {
			return LEFT;
		} else {
			again = !take(c, &text, rc, err);
			/* The next line of a file was not meant for this question. */
			if (*rc && !live) {
				(void)!keep(c, dc_buf_str(&text), text.len, NULL, NULL);
				return LEFT;
			}
			*rc = 0;
			if (live && (*rc = dc_composer_hand_over(c, false, err)))
				return LEFT;
		}
	}
	return ENDED;
}

/* --- what became of it */

static int held_request(struct dc_composer *c, struct dc_request *r, struct dc_arena *a,
                        struct dc_error *err)
{
	return dc_ledger_request_get(c->cli->ledger, r, dc_session_result(c->session), a, err);
}

static int tell_end(struct dc_composer *c, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	struct dc_request r = { 0 };
	long long id = (long long)dc_session_result(c->session);
	int rc;

	switch (dc_session_end(c->session)) {
	case DC_END_HELD:
		if ((rc = held_request(c, &r, &a, err)))
			return rc;
		if (!c->prompter->ops->live)
			dc_held_put(c->cli, &r);
		else
			dc_prompter_say(
				c->prompter, DC_TONE_GOOD,
				"Held: request %lld to %s, for %lld s. u and Enter takes it "
				"back, so does: decorum undo %lld",
				id, dc_request_called(&r), (long long)(r.hold / DC_SECOND), id);
		dc_few_add(&c->made, dc_session_result(c->session));
		c->later = true;
		break;
	case DC_END_DRAFT:
		dc_prompter_say(c->prompter, DC_TONE_QUIET,
		                "Kept as draft %lld; go on with: decorum draft resume %lld", id,
		                id);
		break;
	case DC_END_DROPPED:
		dc_prompter_say(c->prompter, DC_TONE_QUIET, "Dropped; nothing was sent.");
		break;
	case DC_END_NONE:
		break;
	}
	return 0;
}

static int one_session(struct dc_composer *c, const struct dc_session_options *o, bool *more,
                       struct dc_error *err)
{
	struct dc_clock now;
	int rc;

	*more = false;
	dc_cli_clock(c->cli, &now);
	if ((rc = dc_session_open(&c->session, o, &now, err)))
		return rc;
	c->recipient = NULL;
	c->fills = 0;
	dc_composer_look(c);
	enum way_out out = converse(c, &rc, err);

	c->hung_up = out == HUNG_UP;
	if (out == ENDED && !(rc = tell_end(c, err)))
		*more = dc_session_end(c->session) == DC_END_HELD && c->prompter->ops->live;
	dc_session_free(c->session);
	c->session = NULL;
	return rc;
}

static void composer_clear(struct dc_composer *c)
{
	dc_session_free(c->session);
	dc_prompter_free(c->prompter);
	dc_arena_clear(&c->held_arena);
	dc_few_clear(&c->put_off);
	dc_few_clear(&c->made);
	dc_free(c->keep_error);
	dc_free(c->asked);
}
DC_DEFINE_CLEAR(struct dc_composer, composer_clear)

static struct dc_prompter *find_prompter(const struct dc_cli *cli, bool color)
{
	struct dc_prompter_options o = { .terminal = cli->paths.terminal,
		                         .color = color,
		                         .to = stderr };

	return cli->terminal ? dc_prompter_readline(&o) : dc_prompter_plain(&o);
}

/* What waited while nobody was here: each is asked about before anything leaves. */
static int welcome(struct dc_composer *c, struct dc_error *err)
{
	struct dc_request *due = NULL;
	size_t count = 0;
	int rc = dc_outbox_due(&c->cli->outbox, &due, &count, &c->cli->now, &c->cli->arena, err);

	for (size_t i = 0; !rc && i < count; i++)
		if (due[i].state != DC_STATE_UNKNOWN)
			rc = dc_composer_hand_one(c, &due[i], true, err);
	return rc;
}

int dc_compose_run(struct dc_cli *cli, const struct dc_session_options *given, struct dc_error *err)
{
	bool dumb = !*cli->paths.terminal || !strcmp(cli->paths.terminal, "dumb");
	bool color = cli->terminal && !cli->paths.no_color && !dc_cli_flag(cli, "no-color") &&
	             !dumb;
	DC_AUTO(composer_clear)
	struct dc_composer c = { .cli = cli,
		                 .color = color,
		                 .prompter = find_prompter(cli, color) };
	struct dc_session_options o = *given;
	bool more = true;
	int rc = 0;

	o.outbox = &cli->outbox;
	o.templates = cli->templates;
	o.spell = dc_spelling_hook;
	o.spell_data = cli;
	c.away = cli->now.elapsed - cli->now.awake;
	if (c.prompter->ops->live && (rc = welcome(&c, err)))
		return rc;
	while (more) {
		rc = one_session(&c, &o, &more, err);
		/* Who comes next starts with an empty sheet. */
		o = (struct dc_session_options){ .outbox = o.outbox,
			                         .templates = o.templates,
			                         .spell = o.spell,
			                         .spell_data = o.spell_data,
			                         .hold = o.hold };
	}
	if (rc != DC_SYSTEM && !c.hung_up && c.prompter->ops->live) {
		int left = dc_composer_leave(&c, err);

		rc = rc ? rc : left;
	}
	return rc;
}
