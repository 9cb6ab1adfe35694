/* browser.c - hands over to the human: the note to the clipboard, the profile to the browser.
 *
 * It can only say that it did; whether Connect was pressed, the user says.
 */
#include <decorum/transport.h>

#include <stdio.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/program.h>

#include "transport/child.h"

enum { CLIPBOARD_MS = 2000, OPENER_MS = 1000, ARGS_MAX = 4 };

static const char site[] = "https://www.linkedin.com/";

/* Tried in this order; `when` is what the environment must have, or NULL. */
struct helper {
	const char *name, *when;
	const char *args[ARGS_MAX];
};
static const struct helper clipboards[] = {
	{ "wl-copy", "WAYLAND_DISPLAY", { NULL } },
	{ "xclip", "DISPLAY", { "-selection", "clipboard", NULL } },
	{ "xsel", "DISPLAY", { "-ib", NULL } },
};
static const struct helper openers[] = {
	{ "xdg-open", NULL, { NULL } },
	{ "gio", NULL, { "open", NULL } },
	{ "sensible-browser", NULL, { NULL } },
	{ "wslview", NULL, { NULL } },
	{ "open", NULL, { NULL } },
};

static bool in_environment(char *const *environ, const char *name)
{
	size_t n = strlen(name);

	for (; environ && *environ; environ++)
		if (!strncmp(*environ, name, n) && (*environ)[n] == '=' && (*environ)[n + 1])
			return true;
	return false;
}

/* One address of one site, in characters that mean nothing to anybody on the way. */
static int check_address(const char *url, struct dc_error *err)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789-._~%/";
	size_t n = strlen(site);

	if (!strncmp(url, site, n) && !url[n + strspn(url + n, allowed)])
		return 0;
	return dc_fail(err, DC_INVALID,
	               "%.100s is not an address on www.linkedin.com, so it is not opened", url);
}

/* The user's own program stands alone; it is one file, without arguments. */
static int own_program(char **file, const char *setting, const char *path, const char *key,
                       struct dc_error *err)
{
	*file = dc_program_find(setting, path);
	if (*file)
		return 0;
	return dc_fail(err, DC_INVALID,
	               "the setting %s names %.200s, which is no program; it takes the path of one "
	               "program, without arguments",
	               key, setting);
}

static void put_name(char out[64], const char *name)
{
	const char *slash = strrchr(name, '/');

	snprintf(out, 64, "%.63s", slash ? slash + 1 : name);
}

/* Runs one helper; `last` is its last argument or NULL. */
static bool run(const char *file, const char *const *args, const char *last, const char *input,
                size_t len, const struct dc_desk *desk)
{
	const char *argv[ARGS_MAX + 3] = { file };
	size_t n = 1;

	for (; args && *args; args++)
		argv[n++] = *args;
	if (last)
		argv[n] = last;
	enum dc_child_end end = dc_child_run(&(struct dc_child){
		.file = file,
		.argv = argv,
		.environ = desk->environ,
		.input = input,
		.input_len = len,
		.wait_ms = input ? CLIPBOARD_MS : OPENER_MS,
		.leave = !input,
	});

	/* A browser may well stay; a clipboard that has not taken the note has not taken it. */
	return end == DC_CHILD_OK || (end == DC_CHILD_RUNS && !input);
}

static bool first_that_works(char by[64], const struct helper *helpers, size_t count,
                             const char *last, const char *input, size_t len,
                             const struct dc_desk *desk)
{
	for (size_t i = 0; i < count; i++) {
		if (helpers[i].when && !in_environment(desk->environ, helpers[i].when))
			continue;
		DC_AUTO(dc_str) char *file = dc_program_find(helpers[i].name, desk->path);

		if (!file || !run(file, helpers[i].args, last, input, len, desk))
			continue;
		put_name(by, file);
		return true;
	}
	return false;
}

static int deliver(const struct dc_delivery *d, const struct dc_desk *desk, struct dc_handover *out,
                   struct dc_error *err)
{
	DC_AUTO(dc_str) char *clipboard = NULL;
	DC_AUTO(dc_str) char *opener = NULL;
	int rc;

	*out = (struct dc_handover){ 0 };
	/* Everything that can be wrong is found before anything is done. */
	if ((rc = check_address(d->url, err)) ||
	    (*desk->clipboard && d->note_len &&
	     (rc = own_program(&clipboard, desk->clipboard, desk->path, "handoff.clipboard",
	                       err))) ||
	    (*desk->opener &&
	     (rc = own_program(&opener, desk->opener, desk->path, "handoff.opener", err))))
		return rc;
	if (clipboard) {
		out->copied = run(clipboard, NULL, NULL, d->note, d->note_len, desk);
		put_name(out->copied_by, clipboard);
	} else if (d->note_len) {
		out->copied = first_that_works(out->copied_by, clipboards, DC_COUNT(clipboards),
		                               NULL, d->note, d->note_len, desk);
	}
	if (opener) {
		out->opened = run(opener, NULL, d->url, NULL, 0, desk);
		put_name(out->opened_by, opener);
	} else {
		out->opened = first_that_works(out->opened_by, openers, DC_COUNT(openers), d->url,
		                               NULL, 0, desk);
	}
	return 0;
}

const struct dc_transport dc_transport_browser = {
	.id = "browser",
	.summary = "puts the note on the clipboard and opens the profile; you press Connect",
	.manual = true,
	.deliver = deliver,
};
