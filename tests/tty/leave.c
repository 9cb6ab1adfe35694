/* With something held: undo from another shell is noticed, leaving says what waits, and what became
 * due while the user was away is asked about before it is handed over. */
#include <string.h>
#include <unistd.h>

#include <decorum/mem.h>

#include "shared/story.h"

static struct screen *with_one_held(const char *who, const char *hold)
{
	struct screen *s = story_run(NULL, "compose", who, "--hold", hold, "--note",
	                             "What you said about ferns at FOSDEM stayed with me.",
	                             (char *)0);

	screen_expect(s, "send / edit");
	screen_send(s, "send\r");
	screen_expect(s, "Held: request");
	screen_expect(s, "Who is the request for?");
	screen_expect(s, "held: ");
	return s;
}

static void undone_elsewhere(void)
{
	struct screen *s = with_one_held("in/ada-vey", "3600");

	screen_send(s, "half a na");
	screen_expect_cursor(s, "> half a na");
	story_says(0, "Undone", "undo", (char *)0);
	screen_expect(s, "The request to Ada Vey was taken back elsewhere");
	/* What was being typed is untouched. */
	screen_expect_cursor(s, "> half a na");
	screen_expect_gone(s, "held: ");
	screen_send(s, "\x15\r");
	screen_ok(screen_end(s) == 0, "nothing is held: leaves at once");
	screen_free(s);
}

static void leaving_offers_undo(void)
{
	struct screen *s = with_one_held("in/ada-vey", "3600");

	screen_send(s, "\x04");
	screen_expect(s, "Request 2 to Ada Vey is held for 3");
	screen_expect(s, "Something is still held. wait (Enter), u: undo, n: send now");
	screen_expect(s, "held: Ada Vey 35");
	screen_send(s, "what\r");
	screen_expect(s, "Say wait, u (undo), n (now) or leave");
	screen_send(s, "u\r");
	screen_expect(s, "Undone, never sent: Ada Vey");
	screen_ok(screen_end(s) == 0, "leaves");
	screen_free(s);
}

static void waiting_hands_over(void)
{
	struct screen *s = with_one_held("in/ada-vey", "2");

	screen_send(s, "\x04");
	screen_expect(s, "Something is still held");
	screen_expect(s, "Did you send the request to Ada Vey?");
	screen_send(s, "yes\r");
	screen_expect(s, "because you said so");
	screen_ok(screen_end(s) == 0, "leaves when nothing is held any more");
	screen_free(s);
}

static void due_while_away(void)
{
	struct screen *s = with_one_held("in/darja", "1");
	DC_AUTO(dc_str) char *opened = screen_path("opened");

	screen_send(s, "\x04");
	screen_expect(s, "Something is still held");
	screen_send(s, "leave\r");
	screen_expect(s, "Left for next time");
	screen_end(s);
	screen_free(s);
	unlink(opened);
	/* Until the hold is over the composer only counts down. */
	for (bool due = false; !due;) {
		const char *const argv[] = { NULL, "queue", NULL };
		DC_AUTO(dc_str) char *out = NULL;

		screen_run(argv, &out);
		due = strstr(out, "due: decorum release");
	}
	s = story_run(NULL, "compose", (char *)0);
	screen_expect(s, "Hand over the request to");
	screen_ok(access(opened, F_OK), "nothing is opened before the answer");
	screen_send(s, "no\r");
	screen_expect(s, "Who is the request for?");
	screen_expect(s, "(left for later)");
	screen_send(s, "u\r");
	screen_expect(s, "Undone, never sent");
	screen_send(s, "\x04");
	screen_ok(screen_end(s) == 0, "leaves");
	screen_free(s);
}

int main(void)
{
	story_setup(NULL);
	undone_elsewhere();
	leaving_offers_undo();
	waiting_hands_over();
	due_while_away();
	return screen_done();
}
