/* Ctrl-X Ctrl-E and :e open the user's editor, and the text comes back byte for byte. */
#include <string.h>

#include <decorum/mem.h>

#include "shared/story.h"

/* Remembers its argument and the mode of the file, and adds to the text what no line editor
 * could type. */
static const char editor[] =
	"#!/bin/sh\n"
	"stat -c '%a %n' \"$1\" >\"$HOME/seen\"; cp \"$1\" \"$HOME/before\"\n"
	"[ $# -eq 1 ] || exit 9\n"
	"printf '\\n\\tTab, \\303\\274, \\360\\237\\221\\213 and a line.\\n' >>\"$1\"\n";
static const char broken[] = "#!/bin/sh\necho lost >\"$1\"; exit 3\n";
static const char raw[] = "#!/bin/sh\nprintf 'no \\377 text' >\"$1\"\n";

static struct screen *with_editor(const char *command)
{
	DC_AUTO(dc_str) char *variable = dc_printf("VISUAL=%s", command);
	const char *const env[] = { variable, NULL };
	const struct screen_options o = { .env = env };

	return story_run(&o, "compose", "in/ada-vey", "--note", "Hello ferns", (char *)0);
}

static void to_the_note(struct screen *s)
{
	screen_expect(s, "As it will arrive");
	screen_send(s, "edit\r");
	screen_expect(s, "The note");
	screen_expect(s, "> Hello ferns");
}

static void leave_it(struct screen *s)
{
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

static void round_trip(void)
{
	DC_AUTO(dc_str) char *path = screen_path("bin/edit");
	struct screen *s = with_editor(path);
	DC_AUTO(dc_str) char *seen = NULL;

	to_the_note(s);
	screen_send(s, "\x18\x05");
	screen_expect(s, "and a line.");
	seen = screen_await_file("home/seen", "\n");
	screen_ok(!strncmp(seen, "600 ", 4), "the file is 0600");
	screen_ok(strstr(seen, "/state/decorum/"), "under the state folder");
	screen_send(s, "\r");
	screen_expect(s, "and a line.");
	screen_expect(s, "Send it");
	screen_send(s, "draft\r");
	screen_ok(screen_end(s) == 0, "kept");
	screen_free(s);
	story_says(0, "\"note\":\"Hello ferns\\n\\tTab, \xc3\xbc, \xf0\x9f\x91\x8b and a line.\"",
	           "draft", "show", "1", "--json", (char *)0);
}

static void by_order(void)
{
	DC_AUTO(dc_str) char *path = screen_path("bin/edit");
	struct screen *s = with_editor(path);

	to_the_note(s);
	screen_send(s, "\x05\x15:e\r");
	screen_expect(s, "and a line.");
	screen_expect(s, "> Hello ferns");
	/* At the end of what was typed, which the editor gets. */
	screen_send(s, " Typed on. :e\r");
	DC_AUTO(dc_str) char *before = screen_await_file("home/before", "and a line. Typed on.");

	screen_ok(!strstr(before, ":e"), "without the order itself");
	screen_expect(s, "and a line. Typed on.\n");
	leave_it(s);
}

static void a_failing_editor_changes_nothing(void)
{
	DC_AUTO(dc_str) char *path = screen_path("bin/broken");
	struct screen *s = with_editor(path);

	to_the_note(s);
	screen_send(s, "\x18\x05");
	screen_expect(s, "ended with status 3; the text is as it was");
	screen_send(s, " still");
	screen_expect(s, "still");
	leave_it(s);
}

static void no_editor(void)
{
	struct screen *s = with_editor("/nonexistent/editor --wait");

	to_the_note(s);
	screen_send(s, "\x18\x05");
	screen_expect(s, "cannot be found; set $VISUAL or $EDITOR");
	leave_it(s);
}

static void what_is_no_text_is_refused(void)
{
	DC_AUTO(dc_str) char *path = screen_path("bin/raw");
	struct screen *s = with_editor(path);

	to_the_note(s);
	screen_send(s, "\x18\x05");
	screen_expect(s, "is not UTF-8 text; it is left in");
	leave_it(s);
}

int main(void)
{
	story_setup(NULL);
	screen_file("bin/edit", editor, 0700);
	screen_file("bin/broken", broken, 0700);
	screen_file("bin/raw", raw, 0700);
	round_trip();
	by_order();
	a_failing_editor_changes_nothing();
	no_editor();
	what_is_no_text_is_refused();
	return screen_done();
}
