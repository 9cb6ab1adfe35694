/* After the findings: fix, edit at the first one, a reason to send anyway, blank or skip. */
#include "shared/story.h"

static void leave_it(struct screen *s)
{
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

static void a_wrong_name(void)
{
	struct screen *s = story_run(NULL, "compose", "in/ada-vey", "--note",
	                             "Hi Anna, your talk on ferns at FOSDEM made my week.",
	                             (char *)0);

	screen_expect(s, "wrong-name");
	screen_expect(s, "^^^^");
	screen_expect(s, "send / edit / draft / drop");
	/* Editing starts at the first finding, and the finding goes when it is mended. */
	screen_send(s, "edit\r");
	screen_expect_cursor(s, "> Hi ");
	screen_expect(s, "wrong-name: \"Anna\" is not Ada Vey.");
	screen_send(s, "\x1b"
	               "dAda");
	screen_expect_cursor(s, "> Hi Ada");
	screen_expect_gone(s, "wrong-name: ");
	leave_it(s);
}

static void a_fix_is_shown_first(void)
{
	struct screen *s = story_run(NULL, "compose", "in/ada-vey", "--note",
	                             "Hi ada, your talk on ferns at FOSDEM made my week.",
	                             (char *)0);

	screen_expect(s, "send / edit / fix / draft / drop");
	screen_expect(s, "Send it in spite of the warnings?");
	screen_send(s, "fix\r");
	screen_expect(s, "| Hi Ada, your talk");
	screen_expect(s, "Take it like this?");
	screen_send(s, "no\r");
	screen_expect(s, "send / edit / fix / draft / drop");
	screen_send(s, "fix\r");
	screen_expect_cursor(s, "> ");
	screen_send(s, "yes\r");
	screen_expect(s, "Send it?");
	leave_it(s);
}

static void in_spite_of_an_error(void)
{
	struct screen *s = story_run(NULL, "compose", "in/cora-lind", "--hold", "3600", "--note",
	                             "Your talk on ferns at FOSDEM made my week.", (char *)0);

	screen_expect(s, "already-connected");
	screen_expect(s, "row 1 of a test");
	screen_expect(s, "This should not go out");
	/* Enter alone sends nothing. */
	screen_send(s, "\r");
	screen_expect(s, "Say one of: send, edit, draft, drop");
	screen_send(s, "send\r");
	screen_expect(s, "Why send it in spite of already-connected?");
	screen_send(s, "\r");
	screen_expect(s, "This should not go out");
	screen_send(s, "send\r");
	screen_expect_cursor(s, "> ");
	screen_send(s, "she has a new account\r");
	screen_expect(s, "Held: request 1 to Cora Lind");
	screen_send(s, "leave\r");
	screen_expect(s, "Nobody in the ledger is called");
	screen_send(s, "\x15\r");
	screen_expect(s, "Something is still held");
	screen_send(s, "leave\r");
	screen_expect(s, "Left for next time: request 1 to Cora Lind");
	screen_end(s);
	screen_free(s);
	story_says(0, "she has a new account", "history", "in/cora-lind", (char *)0);
	story_says(0, "Undone", "undo", (char *)0);
}

static void how_and_why_are_asked(void)
{
	struct screen *s = story_run(NULL, "compose", "in/bob-stone", (char *)0);

	screen_expect(s, "Which template?");
	screen_send(s, "\r");
	screen_expect(s, "How do you know or know of them?");
	screen_send(s, "\r");
	screen_expect(s, "Why this person?");
	screen_send(s, "\r");
	screen_expect(s, "Nothing to say: leave it empty");
	screen_send(s, "\r");
	screen_expect(s, "Send it blank, or skip them?");
	screen_expect(s, "blank / edit / draft / skip");
	screen_send(s, "skip\r");
	screen_expect(s, "Dropped; nothing was sent.");
	screen_ok(screen_end(s) == 0, "skipped");
	screen_free(s);
	story_says(3, "there is no draft 4", "draft", "show", "4", (char *)0);
}

static void back_and_help(void)
{
	struct screen *s = story_run(NULL, "compose", "in/bob-stone", (char *)0);

	screen_expect(s, "Which template?");
	screen_send(s, "met-at-event\r");
	screen_expect(s, "Where did you meet?");
	screen_send(s, ":?\r");
	screen_expect(s, ":back, :b: back to the question before");
	screen_send(s, "FOSDEM\r");
	screen_expect(s, "What did they say");
	screen_forget(s);
	screen_send(s, ":b\r");
	screen_expect_cursor(s, "> FOSDEM");
	screen_send(s, "\x15:b\t");
	screen_expect_cursor(s, "> :back");
	screen_send(s, "\r");
	screen_expect_cursor(s, "> met-at-event");
	leave_it(s);
}

/* The same name twice: both are shown with what tells them apart. */
static void which_of_them(void)
{
	struct screen *s = story_run(NULL, "compose", "Bob Stone", (char *)0);

	screen_expect(s, "Which of them?");
	screen_expect(s, "Baker, Contoso");
	screen_expect(s, "Builder, Fabrikam");
	screen_send(s, "3\r");
	screen_expect(s, "Give the number of one of them, 1 to 2");
	screen_send(s, "\x15"
	               "2\r");
	screen_expect(s, "Which template?");
	leave_it(s);
}

int main(void)
{
	story_setup(NULL);
	a_wrong_name();
	a_fix_is_shown_first();
	in_spite_of_an_error();
	how_and_why_are_asked();
	back_and_help();
	which_of_them();
	return screen_done();
}
