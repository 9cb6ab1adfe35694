/* When the hold is over: the note goes to the clipboard, the profile opens, and only the answer is
 * believed. */
#include <string.h>

#include <decorum/mem.h>

#include "shared/story.h"

static void hands_over(struct screen *s)
{
	DC_AUTO(dc_str) char *opened = NULL;
	DC_AUTO(dc_str) char *copied = NULL;

	opened = screen_await_file("opened", "\n");
	copied = screen_await_file("copied", "touch.");
	screen_ok(!strcmp(opened, "https://www.linkedin.com/in/ada-vey\n"),
	          "one argument for the opener");
	screen_ok(!strcmp(copied, story_note), "the note byte for byte");
	screen_expect(s, "Did you send the request to Ada Vey?");
}

static void by_now(void)
{
	struct screen *s = story_run(NULL, "compose", "--hold", "3600", (char *)0);

	story_to_note(s);
	story_send(s);
	screen_expect(s, "held: Ada Vey");
	screen_expect(s, "Enter: leave");
	screen_send(s, "n\r");
	screen_expect(s, "The hold is over; it is handed to you: the request to Ada Vey.");
	hands_over(s);
	story_says(0, "handed", "queue", (char *)0);
	screen_send(s, "yes\r");
	screen_expect(s, "because you said so");
	screen_expect(s, "Who is the request for?");
	screen_send(s, "\r");
	screen_ok(screen_end(s) == 0, "leaves");
	screen_free(s);
	story_says(0, "sent", "history", "in/ada-vey", (char *)0);
}

/* A hold that ends while the line is empty hands over by itself; while something is typed it
 * waits. */
static void by_the_clock(void)
{
	struct screen *s = story_run(NULL, "compose", "in/darja", "--hold", "1", "--note",
	                             "A note about ferns, which only you would know.", (char *)0);

	screen_expect(s, "Send it");
	screen_send(s, "send\r");
	screen_expect(s, "Held: request 2");
	screen_expect(s, "Who is the request for?");
	screen_send(s, "Bo");
	screen_expect(s, "ready");
	screen_expect(s, "ready ones go on");
	screen_expect_cursor(s, "> Bo");
	screen_send(s, "\x7f\x7f");
	screen_expect(s, "Did you send the request to");
	screen_send(s, "no\r");
	screen_expect(s, "It is held again");
	screen_expect(s, "held: ");
	screen_send(s, "u\r");
	screen_expect(s, "Undone, never sent");
	screen_send(s, "\r");
	screen_ok(screen_end(s) == 0, "leaves");
	screen_free(s);
}

int main(void)
{
	story_setup(NULL);
	by_now();
	by_the_clock();
	return screen_done();
}
