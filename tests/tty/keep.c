/* Nothing typed is ever lost: Ctrl-C, Ctrl-D, SIGHUP, SIGTERM, a closed window and kill -9 leave a
 * draft, and it is resumed where it was. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include <decorum/mem.h>

#include "shared/story.h"

static int drafts;

/* Begins one, types half an answer to "Where did you meet?". */
static struct screen *half_typed(const char *half)
{
	struct screen *s = story_run(NULL, "compose", "in/ada-vey", "--template", "met-at-event",
	                             (char *)0);

	screen_expect(s, "Where did you meet?");
	screen_send(s, half);
	screen_expect_cursor(s, half);
	drafts++;
	return s;
}

static void resumed(const char *half)
{
	DC_AUTO(dc_str) char *id = dc_printf("%d", drafts);
	struct screen *s = story_run(NULL, "draft", "resume", id, (char *)0);

	screen_expect(s, "Where did you meet?");
	screen_expect_cursor(s, half);
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

static void interrupt(void)
{
	struct screen *s = half_typed("at FOSDEM, on the st");

	screen_send(s, "\x03");
	screen_expect(s, "It is kept as draft 1; go on with: decorum draft resume 1");
	screen_ok(screen_end(s) == 2, "Ctrl-C ends it");
	screen_free(s);
	resumed("at FOSDEM, on the st");
}

static void end_of_input(void)
{
	struct screen *s = half_typed("half ");

	/* Only an empty line ends the input: in a line Ctrl-D deletes. */
	screen_send(s, "\x04");
	screen_send(s, "a line\r");
	screen_expect(s, "What did they say");
	screen_send(s, "\x04");
	screen_expect(s, "It is kept as draft 2");
	screen_ok(screen_end(s) == 2, "Ctrl-D ends it");
	screen_free(s);
	s = story_run(NULL, "draft", "resume", "2", (char *)0);
	screen_expect(s, "What did they say");
	screen_send(s, "\x04");
	screen_end(s);
	screen_free(s);
	story_says(0, "half a line", "draft", "show", "2", (char *)0);
}

static void by_signal(int number, const char *half)
{
	struct screen *s = half_typed(half);

	screen_signal(s, number);
	screen_end(s);
	screen_free(s);
	resumed(half);
}

static void window_closed(void)
{
	struct screen *s = half_typed("the window goes");

	screen_hangup(s);
	screen_end(s);
	screen_free(s);
	resumed("the window goes");
}

/* At most the last second is missing after kill -9: what is on disk a second later is there. */
static void killed(void)
{
	struct screen *s = half_typed("killed while typing");
	DC_AUTO(dc_str) char *id = dc_printf("%d", drafts);
	int64_t begun = screen_clock();
	bool there = false;

	while (!there && screen_clock() - begun < 30000) {
		const char *const argv[] = { NULL, "draft", "show", id, "--json", NULL };
		DC_AUTO(dc_str) char *out = NULL;

		there = !screen_run(argv, &out) && strstr(out, "killed while typing");
	}
	printf("# on disk after %lld ms\n", (long long)(screen_clock() - begun));
	screen_ok(there, "the draft is on disk while the line is still being typed");
	screen_signal(s, SIGKILL);
	screen_ok(screen_end(s) == 128 + SIGKILL, "kill -9");
	screen_free(s);
	resumed("killed while typing");
}

static void nothing_typed_leaves_nothing(void)
{
	struct screen *s = story_run(NULL, "compose", (char *)0);

	screen_expect(s, "Who is the request for?");
	screen_send(s, "x");
	screen_expect_cursor(s, "> x");
	screen_send(s, "\x7f\x04");
	screen_ok(screen_end(s) == 0, "nothing to keep");
	screen_free(s);
}

/* A text of several lines, with what a template's slots held, comes back where it was. */
static void the_note_itself(void)
{
	struct screen *s = story_run(NULL, "compose", (char *)0);

	story_to_note(s);
	screen_send(s, "\nPS: second line");
	screen_expect_cursor(s, "second line");
	screen_send(s, "\x03");
	screen_expect(s, "It is kept as draft");
	screen_end(s);
	screen_free(s);
	drafts++;
	DC_AUTO(dc_str) char *id = dc_printf("%d", drafts);

	story_says(0, "PS: second line", "draft", "show", id, (char *)0);
	s = story_run(NULL, "draft", "resume", id, (char *)0);
	screen_expect(s, "The note");
	screen_expect_cursor(s, "PS: second line");
	screen_send(s, "\r");
	screen_expect(s, "| PS: second line");
	screen_send(s, "\x04");
	screen_end(s);
	screen_free(s);
}

int main(void)
{
	story_setup(NULL);
	interrupt();
	end_of_input();
	by_signal(SIGHUP, "hang up");
	by_signal(SIGTERM, "terminated");
	window_closed();
	killed();
	nothing_typed_leaves_nothing();
	the_note_itself();
	return screen_done();
}
