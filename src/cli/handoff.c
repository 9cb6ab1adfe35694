/* handoff.c - a request goes to the human's hands, and the human says what became of it. */
#include "handoff.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <decorum/person.h>

#include "ask.h"
#include "cmd.h"
#include "recipient.h"
#include "sending.h"

/* OSC 52 puts text on the clipboard of the terminal, also over ssh.  The text is base64, so
 * nothing in it can speak to the terminal. */
static void copy_by_terminal(const char *text, size_t len)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *b = (const unsigned char *)text;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };

	dc_buf_puts(&out, "\x1b]52;c;");
	for (size_t i = 0; i < len; i += 3) {
		size_t n = len - i < 3 ? len - i : 3;
		unsigned long v = (unsigned long)b[i] << 16 |
		                  (n > 1 ? (unsigned long)b[i + 1] << 8 : 0) |
		                  (n > 2 ? b[i + 2] : 0);

		dc_buf_putc(&out, digits[v >> 18 & 63]);
		dc_buf_putc(&out, digits[v >> 12 & 63]);
		dc_buf_putc(&out, n > 1 ? digits[v >> 6 & 63] : '=');
		dc_buf_putc(&out, n > 2 ? digits[v & 63] : '=');
	}
	dc_buf_puts(&out, "\x1b\\");
	fwrite(out.data, 1, out.len, stderr);
	fflush(stderr);
}

void dc_handoff_show_note(struct dc_cli *cli, const char *note, size_t len)
{
	const char *term = cli->paths.terminal;

	if (isatty(STDERR_FILENO) && *term && strcmp(term, "dumb") && strcmp(term, "linux")) {
		copy_by_terminal(note, len);
		dc_out_say(cli->out,
		           "The note was offered to your terminal's clipboard; if pasting gives "
		           "something else, copy it from here:");
	} else {
		dc_out_say(cli->out, "Copy the note from here:");
	}
	dc_out_body(cli->out, "note", note, len);
}

static void say_what_happened(struct dc_cli *cli, const struct dc_request *r,
                              const struct dc_handover *h)
{
	DC_AUTO(dc_str) char *url = dc_person_url(r->key);

	if (r->note_len == 0)
		dc_out_say(cli->out,
		           "No note goes with it: press Connect, then 'Send without a note'.");
	else if (h->copied)
		dc_out_say(cli->out, "The note is on the clipboard (%s).", h->copied_by);
	else
		dc_handoff_show_note(cli, r->note, r->note_len);
	if (h->opened)
		dc_out_say(cli->out, "The profile was opened (%s): %s", h->opened_by,
		           url ? url : r->key);
	else
		dc_out_say(cli->out, "Open the profile: %s", url ? url : r->key);
	if (r->note_len)
		dc_out_say(cli->out, "Press Connect, 'Add a note', paste, and send.");
}

static int ask_outcome(struct dc_cli *cli, const struct dc_request *r, enum dc_handoff *out,
                       struct dc_error *err)
{
	DC_AUTO(dc_str)
	char *question = dc_printf("Did you send the request to %s?", dc_request_called(r));
	struct dc_error stopped = { 0 };
	struct dc_clock now;
	int answer = 2;
	int rc = dc_ask_choice(cli, &answer, question, "yes|no|later", -1, &stopped);

	if (rc && rc != DC_TEMP)
		return dc_fail(err, rc, "%s", stopped.msg);
	if (rc || answer == 2) {
		*out = rc ? DC_HANDOFF_LEFT : DC_HANDOFF_LATER;
		dc_out_say(cli->out,
		           "It waits for your answer: decorum mark %lld sent, or not-sent.",
		           (long long)r->id);
		return 0;
	}
	dc_cli_clock(cli, &now);
	if ((rc = dc_outbox_answer(&cli->outbox, r->id, answer == 0, &now, err)))
		return rc;
	*out = answer == 0 ? DC_HANDOFF_SENT : DC_HANDOFF_HELD;
	if (answer == 0)
		dc_out_say(cli->out, "Noted as sent, because you said so.");
	else
		dc_out_say(cli->out, "It is held again; 'decorum undo %lld' takes it back.",
		           (long long)r->id);
	return 0;
}

static int hand_over(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	struct dc_handover done = { 0 };
	struct dc_clock now;

	dc_cli_clock(cli, &now);
	int rc = dc_outbox_hand(&cli->outbox, &done, &report, r->id, &now, err);

	if (rc == DC_FINDINGS && report)
		dc_out_report(cli->out, "report", report, r->note, r->note_len);
	if (!rc)
		say_what_happened(cli, r, &done);
	return rc;
}

/* Needs no hands: it is sent, or put off with what is in the way. */
static int by_machine(struct dc_cli *cli, const struct dc_request *r, bool ask_first,
                      enum dc_handoff *out, struct dc_error *err)
{
	DC_AUTO(dc_sender_free) struct dc_sender *s = NULL;
	int rc;

	*out = DC_HANDOFF_LATER;
	if (r->state != DC_STATE_HELD)
		return 0;
	rc = dc_sending_open(&s, cli, err);
	return rc ? rc : dc_sending_one(cli, s, r, !ask_first, out, err);
}

int dc_handoff(struct dc_cli *cli, const struct dc_request *r, bool ask_first, enum dc_handoff *out,
               struct dc_error *err)
{
	bool yes = true;
	int rc;

	if (dc_outbox_by_machine(r))
		return by_machine(cli, r, ask_first, out, err);
	if (r->state == DC_STATE_HANDING || r->state == DC_STATE_HANDED)
		return ask_outcome(cli, r, out, err);
	if (ask_first) {
		DC_AUTO(dc_str)
		char *question = dc_printf("Hand over the request to %s now?",
		                           dc_request_called(r));

		dc_out_head(cli->out, "Request %lld to %s", (long long)r->id, dc_request_called(r));
		dc_out_body(cli->out, NULL, r->note, r->note_len);
		if ((rc = dc_ask_yes(cli, &yes, question, err)))
			return rc;
	}
	if (!yes) {
		*out = DC_HANDOFF_LATER;
		return 0;
	}
	rc = hand_over(cli, r, err);
	return rc ? rc : ask_outcome(cli, r, out, err);
}
