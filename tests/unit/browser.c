/* browser.c - the hand-over by hand: one program, one argument, no shell, nobody waited for. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include <decorum/transport.h>

#include "shared/room.h"

static const char url[] = "https://www.linkedin.com/in/ada-vey/";
static char *const no_display[] = { NULL };

/* A desk whose programs are shell scripts in the room. */
static char *program(struct room *r, const char *name, const char *script)
{
	char *path = dc_arena_printf(&r->arena, "%s/%s", r->dir, name);
	FILE *f = fopen(path, "w");

	fprintf(f, "#!/bin/sh\ncd '%s'\n%s\n", r->dir, script);
	fclose(f);
	chmod(path, 0700);
	return path;
}

static struct dc_desk desk(struct room *r)
{
	return (struct dc_desk){
		.opener = "", .clipboard = "", .environ = no_display, .path = r->dir
	};
}

static const char *content(struct room *r, const char *name)
{
	DC_AUTO(dc_str) char *path = dc_printf("%s/%s", r->dir, name);
	char *bytes = dc_arena_alloc(&r->arena, 4096, 1);
	FILE *f = fopen(path, "r");

	if (f) {
		bytes[fread(bytes, 1, 4095, f)] = '\0';
		fclose(f);
	}
	return f ? bytes : "(nothing)";
}

static int deliver(const struct dc_desk *d, const char *address, const char *note,
                   struct dc_handover *out, struct dc_error *err)
{
	const struct dc_transport *t = dc_transport_find("browser");

	assert_non_null(t);
	assert_true(t->manual);
	return t->deliver(
		&(struct dc_delivery){ .url = address, .note = note, .note_len = strlen(note) }, d,
		out, err);
}

static void the_note_is_copied_and_the_profile_opened(void **state)
{
	static const char note[] = "Hi Ada,\n$(touch evil) `id` \"; \x1b[31m\xf0\x9f\x91\x8b\n";
	struct room *r = *state;
	struct dc_desk d = desk(r);
	struct dc_handover h;

	d.clipboard = program(r, "copy", "/bin/cat >copied");
	d.opener = program(r, "see", "echo $# \"$@\" >opened");
	MUST(deliver(&d, url, note, &h, &r->err));
	assert_true(h.copied && h.opened);
	assert_string_equal(h.copied_by, "copy");
	assert_string_equal(h.opened_by, "see");
	assert_string_equal(content(r, "copied"), note);
	assert_string_equal(content(r, "opened"), "1 https://www.linkedin.com/in/ada-vey/\n");
}

static void a_long_note_goes_through_whole(void **state)
{
	struct room *r = *state;
	struct dc_desk d = desk(r);
	struct dc_handover h;
	size_t n = 300000; /* more than any pipe or socket holds */
	char *note = dc_arena_alloc(&r->arena, n + 1, 1);

	memset(note, 'x', n);
	d.clipboard = program(r, "copy", "/bin/cat | /usr/bin/wc -c >copied");
	MUST(deliver(&d, url, note, &h, &r->err));
	assert_true(h.copied);
	assert_false(h.opened);
	assert_int_equal(strtol(content(r, "copied"), NULL, 10), n);
}

static void without_a_note_the_clipboard_is_left_alone(void **state)
{
	struct room *r = *state;
	struct dc_desk d = desk(r);
	struct dc_handover h;

	d.clipboard = program(r, "copy", "/bin/cat >copied");
	d.opener = program(r, "see", ":");
	MUST(deliver(&d, url, "", &h, &r->err));
	assert_false(h.copied);
	assert_true(h.opened);
	assert_string_equal(content(r, "copied"), "(nothing)");
}

static void only_one_site_is_opened(void **state)
{
	static const char *const bad[] = {
		"",
		"http://www.linkedin.com/in/ada",
		"https://linkedin.com/in/ada",
		"https://www.linkedin.com.evil.com/in/ada",
		"https://www.linkedin.com@evil.com/",
		"https://www.linkedin.com/in/ada vey",
		"https://www.linkedin.com/in/ada\n--help",
		"https://www.linkedin.com/in/ada?x=1",
		"https://www.linkedin.com/in/ada#x",
		"https://www.linkedin.com/in/ad\xc3\xa4",
		"https://www.linkedin.com/in/'$(id)'",
		"--help",
		"file:///etc/passwd",
	};
	struct room *r = *state;
	struct dc_desk d = desk(r);
	struct dc_handover h;

	d.clipboard = program(r, "copy", "/bin/cat >copied");
	d.opener = program(r, "see", "echo \"$@\" >opened");
	for (size_t i = 0; i < DC_COUNT(bad); i++)
		FAILS(DC_INVALID, deliver(&d, bad[i], "hi", &h, &r->err));
	assert_string_equal(content(r, "copied"), "(nothing)"); /* refused before anything */
	assert_string_equal(content(r, "opened"), "(nothing)");
	MUST(deliver(&d, "https://www.linkedin.com/mynetwork/invitation-manager/sent/", "hi", &h,
	             &r->err));
}

static void a_setting_is_one_program(void **state)
{
	static const char *const bad[] = { "/no/such", "see --new-window", "sh -c id", "/tmp" };
	struct room *r = *state;
	struct dc_desk d = desk(r);
	struct dc_handover h;

	program(r, "see", ":");
	for (size_t i = 0; i < DC_COUNT(bad); i++) {
		d.opener = bad[i];
		d.clipboard = "";
		FAILS(DC_INVALID, deliver(&d, url, "hi", &h, &r->err));
		d.clipboard = bad[i];
		d.opener = "";
		FAILS(DC_INVALID, deliver(&d, url, "hi", &h, &r->err));
	}
	d.clipboard = "";
	d.opener = "see"; /* a name is looked up in the path */
	MUST(deliver(&d, url, "hi", &h, &r->err));
	assert_true(h.opened);
}

static void the_desktop_decides_what_is_tried(void **state)
{
	static char wayland[] = "WAYLAND_DISPLAY=w", x11[] = "DISPLAY=:0", none[] = "DISPLAY=";
	char *const on_wayland[] = { wayland, NULL }, *const on_x11[] = { x11, NULL },
		    *const on_nothing[] = { none, NULL };
	struct room *r = *state;
	struct dc_desk d = desk(r);
	struct dc_handover h;

	program(r, "wl-copy", "/bin/cat >wl");
	program(r, "xclip", "exit 1"); /* there, but broken */
	program(r, "xsel", "echo \"$@\" >args; /bin/cat >xsel");
	program(r, "xdg-open", "exit 4");
	program(r, "gio", "echo \"$@\" >gio");
	d.environ = on_wayland;
	MUST(deliver(&d, url, "hi", &h, &r->err));
	assert_string_equal(h.copied_by, "wl-copy");
	assert_string_equal(h.opened_by, "gio");
	assert_string_equal(content(r, "gio"), "open https://www.linkedin.com/in/ada-vey/\n");
	d.environ = on_x11;
	MUST(deliver(&d, url, "hi", &h, &r->err));
	assert_string_equal(h.copied_by, "xsel");
	assert_string_equal(content(r, "args"), "-ib\n");
	d.environ = on_nothing;
	MUST(deliver(&d, url, "hi", &h, &r->err));
	assert_false(h.copied);
	/* What lies in the current folder is nobody's program. */
	d.path = "::.:relative";
	MUST(deliver(&d, url, "hi", &h, &r->err));
	assert_false(h.copied || h.opened);
}

static int64_t ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void nobody_is_waited_for_long(void **state)
{
	struct room *r = *state;
	struct dc_desk d = desk(r);
	struct dc_handover h;
	int64_t start = ms();

	d.clipboard = program(r, "copy", "exec /bin/sleep 60");           /* reads nothing */
	d.opener = program(r, "see", "echo $$ >pid; exec /bin/sleep 60"); /* a browser that stays */
	MUST(deliver(&d, url, "hi", &h, &r->err));
	assert_false(h.copied);
	assert_true(h.opened);
	assert_true(ms() - start < 8000);
	/* No child of ours is left, neither running nor dead; the browser runs on, in a session
	 * of its own. */
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	pid_t browser = (pid_t)strtol(content(r, "pid"), NULL, 10);

	assert_true(browser > 1);
	assert_int_equal(kill(browser, 0), 0);
	assert_int_not_equal(getsid(browser), getsid(0));
	kill(browser, SIGKILL);
}

static void nothing_of_ours_is_passed_on(void **state)
{
	struct room *r = *state;
	struct dc_desk d = desk(r);
	struct dc_handover h;
	int leak = dup(2); /* stays open over an exec */

	d.opener = program(r, "see", "/bin/ls /proc/$$/fd >fds; trap >traps");
	MUST(deliver(&d, url, "", &h, &r->err));
	/* 0, 1, 2, and what the shell itself has open: its script. */
	DC_AUTO(dc_str) char *mine = dc_printf("\n%d\n", leak);

	assert_null(strstr(content(r, "fds"), mine));
	close(leak);
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, room_enter, room_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_ROOM(the_note_is_copied_and_the_profile_opened),
		IN_A_ROOM(a_long_note_goes_through_whole),
		IN_A_ROOM(without_a_note_the_clipboard_is_left_alone),
		IN_A_ROOM(only_one_site_is_opened),
		IN_A_ROOM(a_setting_is_one_program),
		IN_A_ROOM(the_desktop_decides_what_is_tried),
		IN_A_ROOM(nobody_is_waited_for_long),
		IN_A_ROOM(nothing_of_ours_is_passed_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
