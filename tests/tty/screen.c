/* The harness itself: what it says about a screen is what a person would see there. */
#include "shared/screen.h"

int main(void)
{
	static const char *const shell[] = {
		"/bin/sh", "-c",
		"stty -echo; printf 'one\\033[2;5Htwo\\033[1;1H\\033[K'; read x; clear; stty size;"
		"printf '\\346\\274\\242\\360\\237\\221\\215x'; read x; exit 7",
		NULL
	};
	struct screen *s = screen_open(shell, &(struct screen_options){ .rows = 5, .cols = 20 });

	screen_expect(s, "    two");
	screen_expect_gone(s, "one");
	screen_resize(s, 10, 33);
	screen_send(s, "\n");
	screen_expect(s, "10 33");
	screen_expect_cursor(s, "\346\274\242\360\237\221\215x");
	screen_send(s, "\n");
	screen_ok(screen_end(s) == 7, "exit status");
	screen_free(s);
	return screen_done();
}
