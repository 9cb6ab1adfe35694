/* History and Ctrl-R per slot, vi mode, ~/.inputrc, bound keys that stay the user's. */
#include <signal.h>

#include "shared/story.h"

static void leave_it(struct screen *s)
{
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

static void bare_decorum_is_the_composer(void)
{
	struct screen *s = story_run(NULL, (char *)0);

	screen_expect(s, "Who is the request for?");
	screen_send(s, "\x04");
	screen_ok(screen_end(s) == 0, "leaves");
	screen_free(s);
}

/* Two requests with two answers, undone again: the answers are remembered. */
static void remember(const char *who, const char *event)
{
	struct screen *s = story_run(NULL, "compose", who, "--hold", "3600", (char *)0);

	screen_expect(s, "Which template?");
	screen_send(s, "met-at-event\r");
	screen_expect(s, "Where did you meet?");
	screen_send(s, event);
	screen_send(s, "\r");
	screen_expect(s, "What did they say");
	screen_send(s, "ferns\r");
	screen_expect(s, "The note");
	screen_send(s, "\r");
	screen_expect(s, "send / edit");
	screen_send(s, "send\r");
	screen_expect(s, "Held: request");
	screen_send(s, "u\r");
	screen_expect(s, "Undone");
	screen_send(s, "\r");
	screen_end(s);
	screen_free(s);
}

static struct screen *at_the_slot(void)
{
	struct screen *s = story_run(NULL, "compose", "in/darja", "--template", "met-at-event",
	                             (char *)0);

	screen_expect(s, "Where did you meet?");
	screen_expect_cursor(s, "> ");
	return s;
}

static void history_of_the_slot(void)
{
	struct screen *s = at_the_slot();

	screen_expect(s, "Enter: QCon in May (your last answer)");
	screen_send(s, "half");
	screen_send(s, "\x1b[A");
	screen_expect_cursor(s, "> QCon in May");
	screen_send(s, "\x1b[A");
	screen_expect_cursor(s, "> FOSDEM in February");
	screen_send(s, "\x1b[B\x1b[B");
	screen_expect_cursor(s, "> half");
	screen_send(s, "\x15\x12"
	               "FOS");
	screen_expect(s, "(reverse-i-search)");
	screen_expect(s, "FOSDEM in February");
	screen_send(s, "\r");
	screen_expect(s, "What did they say");
	leave_it(s);
}

/* Up and down lose nothing: not by Ctrl-C, and not by kill -9 while an earlier answer shows. */
static void up_loses_nothing(void)
{
	struct screen *s = at_the_slot();

	screen_send(s, "typed before up");
	screen_send(s, "\x1b[A");
	screen_expect_cursor(s, "> QCon in May");
	leave_it(s);
	story_says(0, "typed before up", "draft", "list", (char *)0);
	s = at_the_slot();
	screen_send(s, "killed after up");
	screen_send(s, "\x1b[A");
	screen_expect_cursor(s, "> QCon in May");
	screen_signal(s, SIGKILL);
	screen_end(s);
	screen_free(s);
	story_says(0, "killed after up", "draft", "list", (char *)0);
}

static void completion_of_earlier_answers(void)
{
	struct screen *s = at_the_slot();

	screen_send(s, "feb\t");
	screen_expect_cursor(s, "> FOSDEM in February");
	leave_it(s);
}

static void vi_mode(void)
{
	screen_file("home/.inputrc", "set editing-mode vi\nset show-mode-in-prompt on\n", 0600);
	struct screen *s = at_the_slot();

	screen_expect(s, "(ins)>");
	screen_send(s, "one two");
	screen_expect(s, "(ins)> one two");
	screen_send(s, "\x1b");
	screen_expect(s, "(cmd)> one two");
	screen_send(s, "0cwthree");
	screen_send(s, "\x1b"
	               "A!");
	screen_expect_cursor(s, "(ins)> three two!");
	screen_send(s, "\r");
	screen_expect(s, "What did they say");
	leave_it(s);
}

static void inputrc_stays(void)
{
	screen_file("home/.inputrc",
	            "$if decorum\n\"\\C-o\": \"Northwind\"\n\"\\C-j\": beginning-of-line\n$endif\n",
	            0600);
	struct screen *s = at_the_slot();

	screen_send(s, "\x0f");
	screen_expect_cursor(s, "> Northwind");
	screen_send(s, "\x0a!");
	screen_expect_cursor(s, "> !");
	leave_it(s);
	screen_file("home/.inputrc", "", 0600);
}

int main(void)
{
	story_setup(NULL);
	bare_decorum_is_the_composer();
	remember("in/ada-vey", "FOSDEM in February");
	remember("in/bob-stone", "QCon in May");
	history_of_the_slot();
	up_loses_nothing();
	completion_of_earlier_answers();
	vi_mode();
	inputrc_stays();
	return screen_done();
}
