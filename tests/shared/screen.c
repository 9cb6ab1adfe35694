/* screen.c - the pseudo-terminal, the emulator behind it, and waiting for what it shows. */
#define _XOPEN_SOURCE 700 /* posix_openpt, nftw */
#include "shared/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include <decorum/buf.h>
#include <decorum/mem.h>

/* Long, because a machine under load and sanitizers is slow; waits end when they are fulfilled. */
enum { PATIENCE_MS = 30000 };

struct screen {
	VTerm *term;
	VTermScreen *cells;
	int master, slave; /* the slave stays open, so that the last words can be read */
	pid_t pid;
	int rows, cols;
	bool ended;
	int status;
	bool escaped;       /* an escape was ever written */
	bool bracketed;     /* the program asked for bracketed paste */
	struct dc_buf gone; /* what scrolled off */
};

/* --- TAP */

static int count, failures;

static void report(bool ok, const char *what)
{
	printf("%sok %d - ", ok ? "" : "not ", ++count);
	for (const char *p = what; *p; p++)
		putchar((unsigned char)*p < ' ' || *p == '#' ? '.' : *p);
	putchar('\n');
	fflush(stdout);
	failures += !ok;
}

void screen_ok(bool ok, const char *what, ...)
{
	char text[400];
	va_list ap;

	va_start(ap, what);
	vsnprintf(text, sizeof(text), what, ap);
	va_end(ap);
	report(ok, text);
}

int screen_done(void)
{
	screen_home_clear();
	printf("1..%d\n", count);
	return failures ? 1 : 0;
}

static void die(const char *what)
{
	printf("# %s: %s\n", what, strerror(errno));
	exit(1);
}

/* --- the private home */

static char home[64];

const char *screen_home(void)
{
	if (!home[0]) {
		snprintf(home, sizeof(home), "/tmp/decorum-tty-XXXXXX");
		if (!mkdtemp(home))
			die("mkdtemp");
		screen_file("home/.inputrc", "", 0600);
	}
	return home;
}

static int wipe(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st, (void)type, (void)at;
	return remove(path);
}

void screen_home_clear(void)
{
	if (home[0])
		nftw(home, wipe, 16, FTW_DEPTH | FTW_PHYS);
	home[0] = '\0';
}

char *screen_path(const char *name) { return dc_printf("%s/%s", screen_home(), name); }

void screen_file(const char *name, const char *text, unsigned mode)
{
	DC_AUTO(dc_str) char *path = screen_path(name);

	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(path, 0700) && errno != EEXIST)
			die(path);
		*slash = '/';
	}
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);

	if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text) || fchmod(fd, mode))
		die(path);
	close(fd);
}

/* --- the environment of the program: nothing of ours but the path */

static char *variable(struct dc_arena *a, const char *name, const char *value)
{
	return dc_arena_printf(a, "%s=%s", name, value);
}

static char **environment(struct dc_arena *a, const struct screen_options *o)
{
	static const char *const passed[] = { "PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
		                              "LSAN_OPTIONS" };
	static const char *const folders[][2] = { { "HOME", "home" },
		                                  { "XDG_DATA_HOME", "data" },
		                                  { "XDG_CONFIG_HOME", "config" },
		                                  { "XDG_STATE_HOME", "state" },
		                                  { "XDG_RUNTIME_DIR", "run" } };
	char **env = dc_arena_alloc(a, 64, sizeof(*env));
	size_t n = 0;

	for (size_t i = 0; i < DC_COUNT(passed); i++)
		if (getenv(passed[i]))
			env[n++] = variable(a, passed[i], getenv(passed[i]));
	for (size_t i = 0; i < DC_COUNT(folders); i++)
		env[n++] = dc_arena_printf(a, "%s=%s/%s", folders[i][0], screen_home(),
		                           folders[i][1]);
	env[n++] = variable(a, "TZ", "UTC");
	env[n++] = variable(a, "TERM", o && o->term ? o->term : "xterm-256color");
	for (size_t i = 0; o && o->env && o->env[i] && n < 62; i++)
		env[n++] = dc_arena_strdup(a, o->env[i]);
	/* Last, so that a story may set another one before it. */
	bool named = false;

	for (size_t i = 0; i < n; i++)
		named = named || !strncmp(env[i], "LC_ALL=", 7);
	if (!named)
		env[n++] = variable(a, "LC_ALL", "C.UTF-8");
	env[n] = NULL;
	return env;
}

static const char *program(void)
{
	const char *p = getenv("DECORUM");

	return p && *p ? p : "build/decorum";
}

static void become(const char *const argv[], char **env)
{
	char *args[64];
	size_t n = 0;

	args[n++] = dc_strdup(argv[0] ? argv[0] : program());
	for (size_t i = 1; (argv[0] || i) && argv[i] && n < 63; i++)
		args[n++] = dc_strdup(argv[i]);
	args[n] = NULL;
	execve(args[0], args, env);
	fprintf(stderr, "%s: %s\n", args[0], strerror(errno));
	_exit(127);
}

/* --- the emulator */

static void put_utf8(struct dc_buf *b, uint32_t c)
{
	if (c < 0x80) {
		dc_buf_putc(b, (char)c);
		return;
	}
	int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
	static const unsigned char lead[] = { 0, 0xc0, 0xe0, 0xf0 };

	dc_buf_putc(b, (char)(lead[more] | (c >> (6 * more))));
	while (more--)
		dc_buf_putc(b, (char)(0x80 | ((c >> (6 * more)) & 0x3f)));
}

static void put_cell(struct dc_buf *row, const VTermScreenCell *cell, size_t *kept)
{
	/* The right half of a wide character. */
	if (cell->chars[0] == UINT32_MAX)
		return;
	if (!cell->chars[0]) {
		dc_buf_putc(row, ' ');
		return;
	}
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		put_utf8(row, cell->chars[i]);
	if (cell->chars[0] != ' ')
		*kept = row->len;
}

static void put_row(struct screen *s, struct dc_buf *out, int y, int upto)
{
	DC_AUTO(dc_buf_clear) struct dc_buf row = { 0 };
	size_t kept = 0;

	for (int x = 0; x < upto; x++) {
		VTermScreenCell cell;

		vterm_screen_get_cell(s->cells, (VTermPos){ .row = y, .col = x }, &cell);
		put_cell(&row, &cell, &kept);
	}
	dc_buf_add(out, dc_buf_str(&row), upto < s->cols ? row.len : kept);
}

static int pushed_off(int cols, const VTermScreenCell *cells, void *user)
{
	struct screen *s = user;
	DC_AUTO(dc_buf_clear) struct dc_buf row = { 0 };
	size_t kept = 0;

	for (int x = 0; x < cols; x++)
		put_cell(&row, &cells[x], &kept);
	dc_buf_add(&s->gone, dc_buf_str(&row), kept);
	dc_buf_putc(&s->gone, '\n');
	return 1;
}

static const VTermScreenCallbacks callbacks = { .sb_pushline = pushed_off };

static void reply(const char *bytes, size_t len, void *user)
{
	struct screen *s = user;

	if (write(s->master, bytes, len) != (ssize_t)len)
		die("answer of the terminal");
}

static void set_size(struct screen *s, int rows, int cols)
{
	struct winsize w = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	s->rows = rows;
	s->cols = cols;
	if (ioctl(s->master, TIOCSWINSZ, &w))
		die("TIOCSWINSZ");
}

struct screen *screen_open(const char *const argv[], const struct screen_options *o)
{
	struct screen *s = dc_alloc(1, sizeof(*s));
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };

	s->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (s->master < 0 || grantpt(s->master) || unlockpt(s->master))
		die("posix_openpt");
	set_size(s, o && o->rows ? o->rows : 24, o && o->cols ? o->cols : 80);
	s->term = vterm_new(s->rows, s->cols);
	vterm_set_utf8(s->term, 1);
	vterm_output_set_callback(s->term, reply, s);
	s->cells = vterm_obtain_screen(s->term);
	vterm_screen_set_callbacks(s->cells, &callbacks, s);
	vterm_screen_reset(s->cells, 1);

	char **env = environment(&a, o);
	const char *name = ptsname(s->master);

	s->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	fflush(NULL);
	s->pid = fork();
	if (s->pid < 0 || s->slave < 0)
		die("fork");
	if (!s->pid) {
		setsid();
		int fd = open(name, O_RDWR);

		if (fd < 0 || ioctl(fd, TIOCSCTTY, 0))
			_exit(126);
		for (int i = 0; i < 3; i++)
			dup2(fd, i);
		if (fd > 2)
			close(fd);
		become(argv, env);
	}
	return s;
}

void screen_free(struct screen *s)
{
	if (!s)
		return;
	if (!s->ended) {
		kill(s->pid, SIGKILL);
		waitpid(s->pid, NULL, 0);
	}
	if (s->master >= 0)
		close(s->master);
	if (s->slave >= 0)
		close(s->slave);
	vterm_free(s->term);
	dc_buf_clear(&s->gone);
	dc_free(s);
}

/* --- waiting */

static int64_t read_clock(clockid_t clock)
{
	struct timespec t = { 0 };

	clock_gettime(clock, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t screen_clock(void) { return read_clock(CLOCK_MONOTONIC) / 1000; }

int64_t screen_busy(const struct screen *s)
{
	clockid_t clock;

	return clock_getcpuclockid(s->pid, &clock) ? 0 : read_clock(clock);
}

/* Whether the last of these bytes switched bracketed paste on or off. */
static void watch_paste(struct screen *s, const char *bytes, size_t len)
{
	for (size_t i = 0; i + 8 <= len; i++)
		if (!memcmp(bytes + i, "\033[?2004", 7))
			s->bracketed = bytes[i + 7] == 'h';
}

/* Feeds what the program wrote to the emulator; waits up to `ms` for something. */
static bool pump(struct screen *s, int ms)
{
	char bytes[4096];
	struct pollfd p = { .fd = s->master, .events = POLLIN };

	if (s->master < 0 || poll(&p, 1, ms) <= 0 || !(p.revents & POLLIN))
		return false;
	ssize_t n = read(s->master, bytes, sizeof(bytes));

	if (n <= 0)
		return false;
	watch_paste(s, bytes, (size_t)n);
	s->escaped = s->escaped || memchr(bytes, '\033', (size_t)n);
	vterm_input_write(s->term, bytes, (size_t)n);
	return true;
}

static void reap(struct screen *s)
{
	if (!s->ended && waitpid(s->pid, &s->status, WNOHANG) == s->pid) {
		s->ended = true;
		while (pump(s, 0))
			;
	}
}

char *screen_text(struct screen *s)
{
	struct dc_buf out = { 0 };

	while (pump(s, 0))
		;
	for (int y = 0; y < s->rows; y++) {
		put_row(s, &out, y, s->cols);
		dc_buf_putc(&out, '\n');
	}
	return dc_buf_take(&out);
}

bool screen_has(struct screen *s, const char *text)
{
	DC_AUTO(dc_str) char *visible = screen_text(s);

	return strstr(visible, text);
}

bool screen_escaped(const struct screen *s) { return s->escaped; }

bool screen_coloured(struct screen *s)
{
	while (pump(s, 0))
		;
	for (int y = 0; y < s->rows; y++)
		for (int x = 0; x < s->cols; x++) {
			VTermScreenCell cell;

			vterm_screen_get_cell(s->cells, (VTermPos){ .row = y, .col = x }, &cell);
			if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ||
			    !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
				return true;
		}
	return false;
}

static bool shown(struct screen *s, const char *text)
{
	DC_AUTO(dc_str) char *visible = screen_text(s);
	DC_AUTO(dc_str) char *all = dc_printf("%s%s", dc_buf_str(&s->gone), visible);

	return strstr(all, text);
}

static bool hidden(struct screen *s, const char *text) { return !screen_has(s, text); }

static bool cursor_after(struct screen *s, const char *before)
{
	VTermPos at;
	DC_AUTO(dc_buf_clear) struct dc_buf row = { 0 };
	size_t want = strlen(before);

	while (pump(s, 0))
		;
	vterm_state_get_cursorpos(vterm_obtain_state(s->term), &at);
	put_row(s, &row, at.row, at.col);
	return row.len >= want && !strcmp(dc_buf_str(&row) + row.len - want, before);
}

static void give_up(struct screen *s, const char *what, const char *text)
{
	DC_AUTO(dc_str) char *visible = screen_text(s);
	DC_AUTO(dc_str) char *line = dc_printf("%s: %s", what, text);
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(s->term), &at);
	report(false, line);
	printf("# cursor in row %d, column %d; the program %s\n", at.row, at.col,
	       s->ended ? "has ended" : "runs");
	for (char *p = visible; *p;) {
		size_t n = strcspn(p, "\n");

		if (n)
			printf("# |%.*s\n", (int)n, p);
		p += n + !!p[n];
	}
	screen_free(s);
	screen_home_clear();
	/* Not exit(): what the waiting function still owns is no leak worth telling. */
	fflush(stdout);
	_exit(1);
}

static void await(struct screen *s, bool (*met)(struct screen *, const char *), const char *text,
                  const char *what)
{
	int64_t deadline = screen_clock() + PATIENCE_MS;

	while (!met(s, text)) {
		reap(s);
		if (met(s, text))
			break;
		if (s->ended || screen_clock() > deadline)
			give_up(s, what, text);
		pump(s, 50);
	}
	DC_AUTO(dc_str) char *line = dc_printf("%s: %s", what, text);

	report(true, line);
}

void screen_expect(struct screen *s, const char *text) { await(s, shown, text, "shows"); }
void screen_expect_gone(struct screen *s, const char *text)
{
	await(s, hidden, text, "does not show");
}
void screen_expect_cursor(struct screen *s, const char *before)
{
	await(s, cursor_after, before, "cursor stands after");
}
void screen_forget(struct screen *s) { dc_buf_reset(&s->gone); }

int screen_end(struct screen *s)
{
	int64_t deadline = screen_clock() + PATIENCE_MS;

	while (!s->ended) {
		pump(s, 20);
		reap(s);
		if (!s->ended && screen_clock() > deadline)
			give_up(s, "the program should end", "but it runs");
	}
	return WIFEXITED(s->status) ? WEXITSTATUS(s->status) : 128 + WTERMSIG(s->status);
}

/* --- keys */

static void send_all(struct screen *s, const char *keys, size_t len)
{
	while (len) {
		ssize_t n = write(s->master, keys, len);

		if (n < 0)
			give_up(s, "cannot send keys", strerror(errno));
		keys += n;
		len -= (size_t)n;
		pump(s, 0);
	}
}

void screen_send(struct screen *s, const char *keys) { send_all(s, keys, strlen(keys)); }

void screen_send_bytes(struct screen *s, const char *keys)
{
	for (; *keys; keys++) {
		int64_t deadline = screen_clock() + PATIENCE_MS;
		int waiting = 1;

		send_all(s, keys, 1);
		while (!ioctl(s->slave, FIONREAD, &waiting) && waiting) {
			pump(s, 1);
			reap(s);
			if (s->ended || screen_clock() > deadline)
				give_up(s, "nobody reads the keys", keys);
		}
	}
}

void screen_paste(struct screen *s, const char *text)
{
	if (s->bracketed)
		screen_send(s, "\033[200~");
	screen_send(s, text);
	if (s->bracketed)
		screen_send(s, "\033[201~");
}

void screen_resize(struct screen *s, int rows, int cols)
{
	while (pump(s, 0))
		;
	vterm_set_size(s->term, rows, cols);
	set_size(s, rows, cols);
}

void screen_signal(struct screen *s, int sig) { kill(s->pid, sig); }
pid_t screen_pid(const struct screen *s) { return s->pid; }

void screen_hangup(struct screen *s)
{
	close(s->slave);
	close(s->master);
	s->master = s->slave = -1;
}

/* --- without a terminal */

static char *read_all(int fd)
{
	struct dc_buf out = { 0 };
	char bytes[4096];
	ssize_t n;

	while ((n = read(fd, bytes, sizeof(bytes))) > 0)
		dc_buf_add(&out, bytes, (size_t)n);
	close(fd);
	return dc_buf_take(&out);
}

int screen_run(const char *const argv[], char **out)
{
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	char **env = environment(&a, NULL);
	int pipe_ends[2], status = 0;

	if (pipe(pipe_ends))
		die("pipe");
	fflush(NULL);
	pid_t pid = fork();

	if (!pid) {
		int nothing = open("/dev/null", O_RDONLY);

		dup2(nothing, 0);
		dup2(pipe_ends[1], 1);
		dup2(pipe_ends[1], 2);
		close(pipe_ends[0]);
		become(argv, env);
	}
	close(pipe_ends[1]);
	DC_AUTO(dc_str) char *said = read_all(pipe_ends[0]);

	waitpid(pid, &status, 0);
	if (out)
		*out = DC_STEAL(said);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

char *screen_await_file(const char *name, const char *part)
{
	DC_AUTO(dc_str) char *path = screen_path(name);
	int64_t deadline = screen_clock() + PATIENCE_MS;

	for (;;) {
		int fd = open(path, O_RDONLY | O_CLOEXEC);
		char *text = fd < 0 ? dc_strdup("") : read_all(fd);

		if (strstr(text, part) && (*text || !*part)) {
			report(true, name);
			return text;
		}
		if (screen_clock() > deadline) {
			printf("# %s holds: %s\n", path, text);
			report(false, part);
			screen_home_clear();
			exit(1);
		}
		dc_free(text);
		poll(NULL, 0, 10);
	}
}
