/* Letters of any script, byte by byte; several lines; a paste of many lines is one paste. */
#include "shared/story.h"

static struct screen *at_the_note(const char *note)
{
	struct screen *s = story_run(NULL, "compose", "in/ada-vey", "--note", note, (char *)0);

	screen_expect(s, "send / edit");
	screen_send(s, "edit\r");
	screen_expect(s, "The note");
	return s;
}

static void leave_it(struct screen *s)
{
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

static void utf8_by_bytes(void)
{
	struct screen *s = at_the_note("x");

	screen_expect_cursor(s, "> x");
	/* ü as one, é as two code points, an emoji, Han, then back over all of it. */
	screen_send_bytes(s, "\xc3\xbc"
	                     "e\xcc\x81"
	                     "\xf0\x9f\x91\x8b"
	                     "\xe6\xbc\xa2"
	                     "!");
	screen_expect_cursor(s, "x\xc3\xbc"
	                        "e\xcc\x81"
	                        "\xf0\x9f\x91\x8b"
	                        "\xe6\xbc\xa2"
	                        "!");
	screen_expect(s, "of 200 left");
	screen_send(s, "\x02\x02");
	screen_expect_cursor(s, "e\xcc\x81"
	                        "\xf0\x9f\x91\x8b");
	screen_send(s, "\x02\x02");
	screen_expect_cursor(s, "> x\xc3\xbc");
	screen_send(s, "Y");
	screen_expect(s, "x\xc3\xbcYe\xcc\x81\xf0\x9f\x91\x8b\xe6\xbc\xa2!");
	leave_it(s);
}

/* A locale that knows no letters is no reason to mangle them. */
static void in_the_c_locale(void)
{
	static const char *const env[] = { "LC_ALL=C", NULL };
	struct screen *s = story_run(&(struct screen_options){ .env = env }, "compose",
	                             "in/ada-vey", "--note", "x", (char *)0);

	screen_expect(s, "send / edit");
	screen_send(s, "edit\r");
	screen_expect_cursor(s, "> x");
	screen_send_bytes(s, "\xc3\xbc\xe6\xbc\xa2");
	screen_expect_cursor(s, "> x\xc3\xbc\xe6\xbc\xa2");
	screen_send(s, "\x7f\x7fy");
	screen_expect_cursor(s, "> xy");
	leave_it(s);
}

static void right_to_left(void)
{
	struct screen *s = at_the_note("-");

	screen_send_bytes(s, "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d");
	screen_expect_cursor(s, "-\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d");
	screen_send(s, "\x7f.");
	screen_expect_cursor(s, "-\xd7\xa9\xd7\x9c\xd7\x95.");
	leave_it(s);
}

/* A family is one letter to whoever reads it, and to the keys. */
static void an_emoji_of_many_parts_is_one_letter(void)
{
	static const char family[] = "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7";
	struct screen *s = at_the_note("a");

	screen_send_bytes(s, family);
	screen_send(s, "b\x02\x02Z");
	screen_expect_cursor(s, "> aZ");
	screen_send(s, "\x06\x7f");
	screen_expect(s, "> aZb");
	leave_it(s);
}

static void a_paste_is_one_paste(void)
{
	struct screen *s = at_the_note("begin");

	screen_expect_cursor(s, "> begin");
	screen_paste(s, " one\ntwo\r\nthree");
	screen_expect_cursor(s, "  three");
	screen_expect(s, "> begin one");
	screen_expect(s, "  two");
	/* One undo takes it all away. */
	screen_send(s, "\x1f");
	screen_expect_gone(s, "three");
	leave_it(s);
}

static void up_and_down_move_in_the_text(void)
{
	struct screen *s = at_the_note("first");

	screen_send(s, "\nsecond\x1b\rthird");
	screen_expect_cursor(s, "  third");
	screen_send(s, "\x1b[A\x1b[A");
	screen_expect_cursor(s, "> first");
	/* At the first row there is nothing above, and nothing is lost. */
	screen_send(s, "\x1b[A\x1b[A!");
	screen_expect_cursor(s, "> first!");
	screen_send(s, "\x1b[B\x1b[B?");
	screen_expect_cursor(s, "  third?");
	screen_send(s, "\r");
	screen_expect(s, "| first!");
	screen_expect(s, "| second");
	screen_expect(s, "| third?");
	leave_it(s);
}

/* What is in a text cannot speak to the terminal, and what is typed after it is where it seems. */
static void hostile_text_is_neutralised(void)
{
	struct screen *s = at_the_note("a\033]0;x\007\xe2\x80\xae"
	                               "b\xc2\x9b"
	                               "31mc");

	screen_expect(s, "\\x1b");
	screen_expect(s, "<U+202E>");
	/* The cursor is at the first finding, where the escape begins. */
	screen_expect_cursor(s, "> a");
	screen_send(s, "\x05Z");
	screen_expect_cursor(s, "a\\x1b]0;x\\x07<U+202E>b\\x9b31mcZ");
	leave_it(s);
}

/* Nor can a name or a job: completed, asked about, shown. */
static void hostile_people_are_neutralised(void)
{
	struct screen *s = story_run(NULL, "compose", (char *)0);

	screen_expect(s, "Who is the request for?");
	screen_send(s, "mall\t");
	screen_expect_cursor(s, "> Mallory\\x1b]0;owned\\x07 <U+202E>yrollaM");
	screen_send(s, "\r");
	screen_expect(s, "Is it Mallory\\x1b]0;owned\\x07");
	screen_expect(s, "\\x1b[31mred, \\x9b2J");
	screen_send(s, "\r");
	screen_expect(s, "not connected");
	screen_expect(s, "Which template?");
	screen_ok(!screen_has(s, "\033"), "no escape stands on the screen");
	leave_it(s);
}

int main(void)
{
	story_setup(NULL);
	utf8_by_bytes();
	in_the_c_locale();
	right_to_left();
	an_emoji_of_many_parts_is_one_letter();
	a_paste_is_one_paste();
	up_and_down_move_in_the_text();
	hostile_text_is_neutralised();
	hostile_people_are_neutralised();
	return screen_done();
}
