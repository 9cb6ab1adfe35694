/* 40 columns, 200 columns, a window that changes while typing, a small one, no colour, a dumb
 * terminal. */
#include <string.h>

#include <decorum/mem.h>

#include "shared/story.h"

static void forty_columns(void)
{
	struct screen *s = story_run(&(struct screen_options){ .cols = 40 }, "compose", "--hold",
	                             "3600", (char *)0);

	story_to_note(s);
	/* Wrapped at words, the count below it. */
	screen_expect(s, "> Hi Ada, good to meet you at FOSDEM.");
	screen_expect(s, "\n  What you said about ferns has stayed\n");
	screen_expect(s, "83 of 200 left");
	screen_expect_cursor(s, "  touch.");
	/* Into the middle of the first row and back. */
	screen_send(s, "\x01Oh. ");
	screen_expect_cursor(s, "> Oh. ");
	screen_expect(s, "79 of 200 left");
	screen_send(s, "\x7f\x7f\x7f\x7f");
	screen_expect(s, "83 of 200 left");
	story_send(s);
	screen_expect(s, "held: Ada Vey");
	screen_send(s, "u\r");
	screen_expect(s, "Undone, never sent: Ada Vey.");
	screen_send(s, "\r");
	screen_ok(screen_end(s) == 0, "leaves");
	screen_free(s);
}

static void two_hundred_columns(void)
{
	struct screen *s = story_run(&(struct screen_options){ .cols = 200 }, "compose", (char *)0);
	DC_AUTO(dc_str) char *line = dc_printf("> %s", story_note);

	story_to_note(s);
	screen_expect(s, line);
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

static void a_window_that_changes(void)
{
	struct screen *s = story_run(NULL, "compose", (char *)0);

	story_to_note(s);
	screen_expect_cursor(s, "keep in touch.");
	screen_resize(s, 24, 44);
	screen_send(s, " ");
	screen_expect(s, "\n  you said about ferns has stayed with me\n");
	screen_resize(s, 24, 100);
	screen_send(s, "!");
	screen_expect(s, "81 of 200 left");
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

/* Fewer rows than the text has: the rows around the cursor show. */
static void a_small_window(void)
{
	struct screen *s = story_run(&(struct screen_options){ .rows = 6, .cols = 40 }, "compose",
	                             "in/ada-vey", "--note", "1\n2\n3\n4\n5\n6\n7\n8\n9",
	                             (char *)0);

	screen_expect(s, "send / edit");
	screen_send(s, "edit\r");
	screen_expect(s, "The note");
	screen_expect_cursor(s, "9");
	screen_send(s, "x");
	screen_expect_cursor(s, "9x");
	for (int i = 0; i < 8; i++)
		screen_send(s, "\x1b[A");
	screen_expect_cursor(s, "1");
	screen_send(s, "y");
	screen_expect_cursor(s, "1y");
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

/* A table that has no room at all: a cell on each line. */
static void a_table_as_records(void)
{
	struct screen *s = story_run(&(struct screen_options){ .cols = 40 }, "quota", (char *)0);

	screen_expect(s, "budget         pending");
	screen_expect(s, "\n               the account; careful");
	screen_ok(screen_end(s) == 0, "quota in 40 columns");
	screen_free(s);
	s = story_run(&(struct screen_options){ .cols = 120 }, "quota", (char *)0);
	screen_expect(s, "budget   used  limit");
	screen_ok(screen_end(s) == 0, "quota in 120 columns");
	screen_free(s);
}

static void no_colour(void)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	struct screen *s = story_run(&(struct screen_options){ .env = env }, "compose", (char *)0);

	story_to_note(s);
	screen_send(s, "{{x}}");
	screen_expect(s, "placeholder-left");
	screen_ok(!screen_coloured(s), "no cell has a colour");
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
	s = story_run(NULL, "compose", (char *)0);
	story_to_note(s);
	screen_send(s, "{{x}}");
	screen_expect(s, "placeholder-left");
	screen_ok(screen_coloured(s), "and with colour some have");
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

/* No cursor movement at all: questions, answers, and the same ends. */
static void a_dumb_terminal(void)
{
	struct screen *s = story_run(&(struct screen_options){ .term = "dumb" }, "compose",
	                             "--hold", "3600", (char *)0);

	story_to_note(s);
	story_send(s);
	screen_expect(s, "Held: request 2 to Ada Vey");
	screen_expect(s, "Who is the request for?");
	screen_send(s, "u\r");
	screen_expect(s, "Undone, never sent");
	screen_send(s, "half a na");
	screen_expect(s, "half a na");
	screen_send(s, "\x03");
	screen_expect(s, "It is kept as draft");
	screen_ok(screen_end(s) == 2, "Ctrl-C");
	screen_ok(!screen_escaped(s), "not one escape sequence was written");
	screen_free(s);
}

int main(void)
{
	story_setup(NULL);
	forty_columns();
	two_hundred_columns();
	a_window_that_changes();
	a_small_window();
	a_table_as_records();
	no_colour();
	a_dumb_terminal();
	return screen_done();
}
