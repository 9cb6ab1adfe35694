/* rows.c - any CSV file by its header, row by row, for programs that bring their own people. */
#include <decorum/import.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <decorum/buf.h>

#include "import/csv.h"

/* A header may stand behind some lines of remarks. */
enum { PREAMBLE_MAX = 8, PIECE = 64 * 1024, COLUMNS_MAX = 16 };

struct reading {
	const struct dc_rows_options *o;
	struct dc_csv *csv;
	int at[COLUMNS_MAX]; /* field of each wanted column, -1: this file has none */
	size_t seen;         /* rows so far while there is no header */
	bool header;
};

/* A name as it stands in a header, without case, blanks and what joins words. */
static void plain_name(struct dc_buf *out, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!strchr(" _-.\t", s[i]))
			dc_buf_putc(out, (char)(s[i] >= 'A' && s[i] <= 'Z' ? s[i] + 32 : s[i]));
}

static bool among(const char *alternatives, const char *name)
{
	size_t len = strlen(name);

	for (const char *p = alternatives; *p; p += strcspn(p, "|"), p += *p == '|')
		if (len && strcspn(p, "|") == len && !memcmp(p, name, len))
			return true;
	return false;
}

static bool read_header(struct reading *r, const struct dc_csv_row *row)
{
	bool any = false;

	for (size_t c = 0; c < r->o->column_count; c++) {
		r->at[c] = -1;
		for (size_t i = 0; i < row->count && r->at[c] < 0; i++) {
			DC_AUTO(dc_buf_clear) struct dc_buf name = { 0 };

			plain_name(&name, row->fields[i].s, row->fields[i].len);
			if (among(r->o->columns[c], dc_buf_str(&name)))
				r->at[c] = (int)i;
		}
		any = any || r->at[c] >= 0;
	}
	return any;
}

/* Names each column by the first of its names. */
static int no_header(const struct reading *r, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf names = { 0 };

	for (size_t c = 0; c < r->o->column_count; c++) {
		dc_buf_puts(&names, c ? ", " : "");
		dc_buf_add(&names, r->o->columns[c], strcspn(r->o->columns[c], "|"));
	}
	return dc_fail(
		err, DC_INVALID,
		"%s has no header in its first %d rows: a row that names the columns, one or "
		"more of %s",
		r->o->path, PREAMBLE_MAX, dc_buf_str(&names));
}

static int on_row(void *data, const struct dc_csv_row *row, struct dc_error *err)
{
	struct reading *r = data;
	const char *fields[COLUMNS_MAX];

	if (!r->header) {
		r->header = read_header(r, row);
		if (!r->header && ++r->seen == PREAMBLE_MAX)
			return no_header(r, err);
		return 0;
	}
	for (size_t c = 0; c < r->o->column_count; c++)
		fields[c] = r->at[c] >= 0 && (size_t)r->at[c] < row->count ? row->fields[r->at[c]].s
		                                                           : NULL;
	return r->o->row(r->o->data, fields, dc_csv_line(r->csv), err);
}

static int read_all(struct reading *r, int fd, int64_t total, struct dc_error *err)
{
	char piece[PIECE];
	int64_t done = 0;
	ssize_t n;
	int rc;

	while ((n = read(fd, piece, sizeof(piece))) > 0 || (n < 0 && errno == EINTR)) {
		if (n < 0)
			continue;
		done += n;
		if (r->o->progress && r->o->progress(r->o->data, done, total))
			return dc_fail(err, DC_TEMP, "interrupted");
		if ((rc = dc_csv_feed(r->csv, piece, (size_t)n, err)))
			return rc;
	}
	if (n < 0)
		return dc_fail(err, DC_INVALID, "cannot read %s: %s", r->o->path, strerror(errno));
	if ((rc = dc_csv_end(r->csv, err)))
		return rc;
	if (!r->header)
		return no_header(r, err);
	return 0;
}

int dc_rows_read(const struct dc_rows_options *o, struct dc_error *err)
{
	bool standard = !strcmp(o->path, "-");
	int fd = standard ? STDIN_FILENO : open(o->path, O_RDONLY | O_CLOEXEC);
	struct reading r = { .o = o };
	struct stat info;

	if (fd < 0)
		return dc_fail(err, errno == ENOENT ? DC_NOTFOUND : DC_INVALID,
		               "cannot read %s: %s", o->path, strerror(errno));
	r.csv = dc_csv_new(o->path, on_row, &r);
	int rc = read_all(&r, fd, fstat(fd, &info) || !S_ISREG(info.st_mode) ? 0 : info.st_size,
	                  err);

	dc_csv_free(r.csv);
	if (!standard)
		close(fd);
	return rc;
}
