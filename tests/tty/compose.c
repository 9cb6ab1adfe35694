/* A newcomer's way: a name completed, a template, its slots, the count while typing, the report,
 * a request on hold with its countdown, undone. */
#include "shared/story.h"

static void a_name_is_completed(struct screen *s)
{
	screen_expect(s, "Who is the request for?");
	screen_send(s, "vey\t");
	screen_expect_cursor(s, "> Ada Vey");
	screen_send(s, "\r");
	screen_expect(s, "Is it Ada Vey");
	screen_expect(s, "Analyst, Northwind");
	screen_send(s, "\r");
}

static void who_it_is_is_shown(struct screen *s)
{
	screen_expect(s, "not connected");
	screen_expect(s, "Check the profile: is this the Ada Vey at Northwind?");
	screen_expect(s, "Which template?");
}

static void templates_are_completed(struct screen *s)
{
	screen_send(s, "met-at-e\t");
	screen_expect_cursor(s, "> met-at-event");
	screen_send(s, "\r");
	/* Filled from what is known, with where it comes from. */
	screen_expect(s, "first_name: Ada (from");
	screen_expect(s, "Where did you meet?");
}

static void the_count_is_live(struct screen *s)
{
	/* The whole note is counted while a slot is filled. */
	screen_expect(s, "of 200 left");
	screen_send(s, "FOSDEM\r");
	screen_expect(s, "What did they say");
	screen_send(s, "ferns\r");
	screen_expect(s, "The note");
	screen_expect(s, "83 of 200 left");
	screen_send(s, "!");
	screen_expect(s, "82 of 200 left");
	/* An emoji takes two units. */
	screen_send(s, "\xf0\x9f\x91\x8b");
	screen_expect(s, "80 of 200 left");
	screen_send(s, "\x7f\x7f");
	screen_expect(s, "83 of 200 left");
}

static void a_finding_shows_while_typing(struct screen *s)
{
	screen_send(s, " {{x}}");
	screen_expect(s, "placeholder-left:");
	screen_send(s, "\x7f\x7f\x7f\x7f\x7f\x7f");
	screen_expect_gone(s, "placeholder-left:");
}

static void one_screen_before_sending(struct screen *s)
{
	screen_send(s, "\r");
	screen_expect(s, "As it will arrive");
	screen_expect(s, "| Hi Ada, good to meet you at FOSDEM.");
	screen_expect(s, "117 of 200 characters");
	screen_expect(s, "With it: 1 of about");
	screen_expect(s, "Send it?");
	screen_expect(s, "Enter: send");
}

static void held_with_a_countdown(struct screen *s)
{
	screen_send(s, "\r");
	screen_expect(s, "Held: request 1 to Ada Vey, for 3600 s");
	screen_expect(s, "held: Ada Vey 35");
	screen_expect(s, "u takes back");
	/* Other work goes on. */
	screen_send(s, "Bob");
	screen_expect_cursor(s, "> Bob");
	screen_send(s, "\x15u\r");
	screen_expect(s, "Undone, never sent: Ada Vey");
	screen_expect_gone(s, "held: Ada Vey");
}

int main(void)
{
	story_setup(NULL);
	struct screen *s = story_run(NULL, "compose", "--hold", "3600", (char *)0);

	a_name_is_completed(s);
	who_it_is_is_shown(s);
	templates_are_completed(s);
	the_count_is_live(s);
	a_finding_shows_while_typing(s);
	one_screen_before_sending(s);
	held_with_a_countdown(s);
	screen_send(s, "\r");
	screen_ok(screen_end(s) == 0, "an empty recipient leaves");
	screen_free(s);
	story_says(0, story_note, "draft", "show", "1", (char *)0);
	return screen_done();
}
