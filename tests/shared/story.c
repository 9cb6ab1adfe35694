/* story.c - people, fakes, and the way to the note. */
#include "shared/story.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <decorum/ledger.h>

enum { ARGS_MAX = 20 };
#define MET INT64_C(1777816800000) /* 3 May 2026 */

const char story_note[] =
	"Hi Ada, good to meet you at FOSDEM. What you said about ferns has stayed "
	"with me since. I'd be glad to keep in touch.";

static const struct {
	const char *key, *name, *headline, *company;
	bool connected;
} people[] = {
	{ "in/ada-vey", "Ada Vey", "Analyst", "Northwind", false },
	{ "in/bob-stone", "Bob Stone", "Baker", "Contoso", false },
	{ "in/bob-stone-2", "Bob Stone", "Builder", "Fabrikam", false },
	{ "in/cora-lind", "Cora Lind", "Curator", "Contoso", true },
	{ "in/darja",
	  "\xd0\x94\xd0\xb0\xd1\x80\xd1\x8c\xd1\x8f "
	  "\xd0\x9a\xd0\xbe\xd0\xb7\xd0\xbb\xd0\xbe\xd0\xb2\xd0\xb0",
	  "Designer", "Contoso", false },
	{ "in/mallory", "Mallory\033]0;owned\007 \xe2\x80\xaeyrollaM", "\033[31mred",
	  "\xc2\x9b"
	  "2J",
	  false },
};

static void fill_ledger(void)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = NULL;
	DC_AUTO(dc_str) char *path = screen_path("data/decorum/ledger.db");
	struct dc_error err = { 0 };
	int rc = dc_ledger_open(&l, path, &err);

	for (size_t i = 0; !rc && i < DC_COUNT(people); i++) {
		struct dc_person p = { .key = people[i].key,
			               .name = people[i].name,
			               .first = "",
			               .last = "",
			               .headline = people[i].headline,
			               .company = people[i].company,
			               .email = "" };
		int64_t id;

		if (people[i].connected)
			p.connected = (struct dc_known){ MET, DC_HOW_OBSERVED,
				                         "row 3 of "
				                         "Connections.csv" };
		rc = dc_ledger_person_put(l, &id, &p, "row 1 of a test", MET, &err);
	}
	if (rc)
		screen_ok(false, "people in the ledger: %s", err.msg);
}

void story_setup(const char *config)
{
	DC_AUTO(dc_str) char *opened = screen_path("opened");
	DC_AUTO(dc_str) char *copied = screen_path("copied");
	DC_AUTO(dc_str) char *opener = screen_path("bin/opener");
	DC_AUTO(dc_str) char *clipboard = screen_path("bin/clipboard");
	DC_AUTO(dc_str)
	char *open_script = dc_printf("#!/bin/sh\nprintf '%%s\\n' \"$@\" >%s.new && mv %s.new %s\n",
	                              opened, opened, opened);
	DC_AUTO(dc_str)
	char *copy_script = dc_printf("#!/bin/sh\ncat >%s.new && mv %s.new %s\n", copied, copied,
	                              copied);
	DC_AUTO(dc_str)
	char *ini = dc_printf("[handoff]\nopener = %s\nclipboard = %s\n%s", opener, clipboard,
	                      config ? config : "");

	screen_file("bin/opener", open_script, 0700);
	screen_file("bin/clipboard", copy_script, 0700);
	screen_file("config/decorum/config.ini", ini, 0600);
	screen_file("data/decorum/.keep", "", 0600);
	fill_ledger();
}

static void collect(const char *args[ARGS_MAX], const char *first, va_list ap)
{
	size_t n = 0;

	args[n++] = NULL;
	for (const char *a = first; a && n < ARGS_MAX - 1; a = va_arg(ap, const char *))
		args[n++] = a;
	args[n] = NULL;
}

struct screen *story_run(const struct screen_options *o, const char *arg, ...)
{
	const char *args[ARGS_MAX];
	va_list ap;

	va_start(ap, arg);
	collect(args, arg, ap);
	va_end(ap);
	return screen_open(args, o);
}

void story_to_note(struct screen *s)
{
	screen_expect(s, "Who is the request for?");
	screen_send(s, "linkedin.com/in/ada-vey\r");
	screen_expect(s, "Which template?");
	screen_send(s, "met-at-event\r");
	screen_expect(s, "Where did you meet?");
	screen_send(s, "FOSDEM\r");
	screen_expect(s, "What did they say");
	screen_send(s, "ferns\r");
	screen_expect(s, "The note");
}

void story_send(struct screen *s)
{
	screen_send(s, "\r");
	screen_expect(s, "As it will arrive");
	screen_expect(s, "send / edit");
	screen_send(s, "send\r");
}

void story_says(int status, const char *part, const char *arg, ...)
{
	const char *args[ARGS_MAX];
	DC_AUTO(dc_str) char *out = NULL;
	va_list ap;

	va_start(ap, arg);
	collect(args, arg, ap);
	va_end(ap);
	int got = screen_run(args, &out);

	screen_ok(got == status && strstr(out, part), "%s says \"%s\"", arg, part);
	if (got != status || !strstr(out, part))
		printf("# exit %d: %s\n", got, out);
}
