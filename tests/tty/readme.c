/* The composer's session that the README shows is what the composer shows. */
#include <stdio.h>
#include <string.h>

#include <decorum/buf.h>
#include <decorum/mem.h>

#include "shared/screen.h"

static char *readme(void)
{
	struct dc_buf text = { 0 };
	char bytes[4096];
	size_t n;
	FILE *f = fopen("README.md", "r");

	while (f && (n = fread(bytes, 1, sizeof(bytes), f)))
		dc_buf_add(&text, bytes, n);
	if (f)
		fclose(f);
	return dc_buf_take(&text);
}

/* What is typed at a prompt of the recording.  The note stands in the line already. */
static void answer(struct screen *s, const char *line, bool note)
{
	if (note) {
		screen_expect(s, line);
	} else {
		screen_expect_cursor(s, "> ");
		screen_send(s, line + 2);
	}
	screen_forget(s);
	screen_send(s, "\r");
}

int main(void)
{
	static const char *const argv[] = { NULL,     "compose",     "linkedin.com/in/lena-brandt",
		                            "--name", "Lena Brandt", NULL };
	static const char begins[] =
		"```text\n$ decorum compose linkedin.com/in/lena-brandt --name 'Lena Brandt'\n";
	DC_AUTO(dc_str) char *text = readme();
	char *line = strstr(text, begins);
	bool note = false;

	screen_ok(line != NULL, "the README has the session");
	if (!line)
		return screen_done();
	struct screen *s = screen_open(argv, NULL);

	for (line += sizeof(begins) - 1; strncmp(line, "```", 3); line += strlen(line) + 1) {
		line[strcspn(line, "\n")] = '\0';
		if (!strncmp(line, "> ", 2))
			answer(s, line, note);
		else if (*line)
			screen_expect(s, line);
		note = note ? strncmp(line, "> ", 2) != 0 : !strcmp(line, "The note");
	}
	screen_send(s, "\x04");
	screen_ok(screen_end(s) == 0, "Ctrl-D leaves");
	screen_free(s);
	return screen_done();
}
