/* screen.h - drive a program in a real pseudo-terminal and look at what the screen shows.
 *
 * A terminal emulator (libvterm) stands between the program and the test, so a
 * test asserts on cells and the cursor, not on bytes.  Waiting is by poll until
 * the screen shows what is awaited or the deadline passes; nothing sleeps.  A
 * wait that fails prints the screen and ends the test program.
 */
#ifndef TESTS_SHARED_SCREEN_H
#define TESTS_SHARED_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct screen;

struct screen_options {
	int rows, cols;         /* 0: 24 and 80 */
	const char *term;       /* NULL: "xterm-256color" */
	const char *const *env; /* NULL-ended "NAME=value" on top of the private home; NULL: none */
};

/* A private home: HOME and XDG_* under a fresh folder, LC_ALL=C.UTF-8, TZ=UTC.
 * Returns its path, the same until screen_home_clear(), which removes it. */
const char *screen_home(void);
void screen_home_clear(void);
/* The full path of a file below the home; the caller frees it. */
char *screen_path(const char *name);
/* Writes a file below the home, with that mode, and the folders it needs. */
void screen_file(const char *name, const char *text, unsigned mode);
/* The content of a file below the home, waiting until it is there and holds `part`. */
char *screen_await_file(const char *name, const char *part);

/* argv[0] NULL stands for the program under test ($DECORUM). */
struct screen *screen_open(const char *const argv[], const struct screen_options *o);
/* Kills what still runs. */
void screen_free(struct screen *s);
/* Runs the program under test to its end without a terminal; its exit status.  What it
 * printed is *out (may be NULL), stdout and stderr together; the caller frees it. */
int screen_run(const char *const argv[], char **out);

/* Sends bytes as the keyboard would, all of them. */
void screen_send(struct screen *s, const char *keys);
/* The same one byte at a time, each read by the program before the next. */
void screen_send_bytes(struct screen *s, const char *keys);
/* A bracketed paste when the program asked for such, else as typed. */
void screen_paste(struct screen *s, const char *text);
void screen_resize(struct screen *s, int rows, int cols);
void screen_signal(struct screen *s, int sig);
/* Closes the window: the terminal goes away under the program. */
void screen_hangup(struct screen *s);
pid_t screen_pid(const struct screen *s);

/* Waits until the screen (or what scrolled off it) shows `text`; rows are joined by newlines. */
void screen_expect(struct screen *s, const char *text);
/* Waits until the visible screen does not show it any more. */
void screen_expect_gone(struct screen *s, const char *text);
/* Waits until the visible row in which the cursor stands, up to the cursor, ends so. */
void screen_expect_cursor(struct screen *s, const char *before);
/* Forgets what scrolled off, so that only news is found. */
void screen_forget(struct screen *s);
/* Waits until the program ended: its exit status, or 128 + the signal. */
int screen_end(struct screen *s);
/* What is visible now; the caller frees it. */
char *screen_text(struct screen *s);
/* Whether the visible screen shows the text now. */
bool screen_has(struct screen *s, const char *text);

/* Whether any visible cell has another colour than the default. */
bool screen_coloured(struct screen *s);
/* Whether the program ever wrote an escape. */
bool screen_escaped(const struct screen *s);

/* Milliseconds on a clock that only goes on. */
int64_t screen_clock(void);
/* Microseconds that the program has had of a processor so far, whatever else the machine does. */
int64_t screen_busy(const struct screen *s);

/* TAP: a program's main runs stories and ends with screen_done(). */
void screen_ok(bool ok, const char *what, ...) __attribute__((format(printf, 2, 3)));
int screen_done(void);

#endif
