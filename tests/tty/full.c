/* Not a byte can be written any more: the line says so while it is typed, and the words are given
 * back on the screen. */
#include <stdlib.h>

#include <decorum/mem.h>

#include "shared/story.h"

int main(void)
{
	const char *program = getenv("DECORUM");
	DC_AUTO(dc_str)
	char *command = dc_printf("trap '' XFSZ; ulimit -f 0; exec '%s' compose in/ada-vey",
	                          program && *program ? program : "build/decorum");
	const char *const shell[] = { "/bin/sh", "-c", command, NULL };

	story_setup(NULL);
	struct screen *s = screen_open(shell, NULL);

	screen_expect(s, "Which template?");
	screen_send(s, "\r");
	screen_expect(s, "How do you know");
	screen_send(s, "we met when the disk was full");
	screen_expect(s, "not saved:");
	screen_forget(s);
	screen_send(s, "\x03");
	screen_expect(s, "This could not be kept as a draft. Copy it from here:");
	screen_expect(s, "| we met when the disk was full");
	screen_ok(screen_end(s) == 5, "the ledger failed, and the exit status says so");
	screen_free(s);
	return screen_done();
}
