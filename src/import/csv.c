/* csv.c - libcsv, fed one physical line at a time so that every byte has a place; the rows that
 * need no more than to be cut at their commas do not come to it.
 *
 * libcsv knows no line numbers.  A row ends at the end of a line, so the raw bytes since the
 * row began, kept until it is over, are enough to find any place in it.
 */
#include "import/csv.h"

#include <csv.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <decorum/buf.h>
#include <decorum/mem.h>
#include <decorum/text.h>

enum { FIELDS_MAX = 1000 };

struct place {
	size_t offset, len;
};

struct dc_csv {
	const char *name;
	dc_csv_row_fn *fn;
	void *data;
	struct csv_parser parser;
	struct dc_buf text;          /* the fields of this row, each with a NUL */
	struct place *places;        /* where they are in `text` */
	struct dc_csv_field *fields; /* the same as pointers, for the callback */
	size_t count, room;
	struct dc_buf raw; /* bytes of the file: this row, and what this feed holds after it */
	size_t row;        /* where in raw the row begins */
	size_t parsed;     /* where libcsv goes on */
	size_t line;       /* the line on which the row begins, from 1 */
	size_t lines;      /* line ends since then */
	bool begun;        /* past a byte order mark */
	bool open;         /* some of the row has been seen */
	int rc;            /* what ended the reading */
	struct dc_error *err;
};

/* "name:line:column: reason" for an offset into raw; columns count characters. */
static int complain_at(const struct dc_csv *c, size_t offset, struct dc_error *err, const char *why,
                       va_list ap) __attribute__((format(printf, 4, 0)));
static int complain_at(const struct dc_csv *c, size_t offset, struct dc_error *err, const char *why,
                       va_list ap)
{
	DC_AUTO(dc_buf_clear) struct dc_buf name = { 0 }, reason = { 0 };
	const char *raw = dc_buf_str(&c->raw);
	size_t line = c->line, column = 1;

	for (size_t i = c->row; i < offset && i < c->raw.len; i++) {
		if (raw[i] == '\n' || (raw[i] == '\r' && raw[i + 1] != '\n')) {
			line++;
			column = 1;
		} else if (((unsigned char)raw[i] & 0xc0) != 0x80) {
			column++;
		}
	}
	dc_buf_vprintf(&reason, why, ap);
	dc_text_show(&name, c->name, strlen(c->name), DC_SHOW_LINE);
	return dc_fail(err, DC_INVALID, "%s:%zu:%zu: %s", dc_buf_str(&name), line, column,
	               dc_buf_str(&reason));
}

static int complain(struct dc_csv *c, size_t offset, const char *why, ...) DC_PRINTF(3, 4);
static int complain(struct dc_csv *c, size_t offset, const char *why, ...)
{
	va_list ap;

	va_start(ap, why);
	c->rc = complain_at(c, offset, c->err, why, ap);
	va_end(ap);
	return c->rc;
}

/* Where field `n` begins in the raw row; its end when there are fewer. */
static size_t field_offset(const struct dc_csv *c, size_t n)
{
	const char *raw = dc_buf_str(&c->raw);
	bool quoted = false;
	size_t i = c->row;

	for (; i < c->raw.len && n; i++) {
		if (raw[i] == '"')
			quoted = !quoted;
		else if (raw[i] == ',' && !quoted)
			n--;
	}
	return i;
}

int dc_csv_complain(const struct dc_csv *c, size_t field, struct dc_error *err, const char *why,
                    ...)
{
	va_list ap;

	va_start(ap, why);
	int rc = complain_at(c, field_offset(c, field), err, why, ap);

	va_end(ap);
	return rc;
}

static void add_field(struct dc_csv *c, const char *field, size_t len)
{
	if (c->rc)
		return;
	if (len > DC_CSV_FIELD_MAX) {
		(void)complain(c, field_offset(c, c->count),
		               "a field larger than 16 MiB begins here");
		return;
	}
	if (c->count == c->room) {
		c->room = c->room ? c->room * 2 : 16;
		c->places = dc_grow(c->places, c->room, sizeof(*c->places));
		c->fields = dc_grow(c->fields, c->room, sizeof(*c->fields));
	}
	c->places[c->count++] = (struct place){ c->text.len, len };
	dc_buf_add(&c->text, field, len);
	dc_buf_putc(&c->text, '\0');
}

static void on_field(void *field, size_t len, void *data) { add_field(data, field, len); }

static void on_row(int end, void *data)
{
	struct dc_csv *c = data;

	(void)end;
	if (c->rc)
		return;
	for (size_t i = 0; i < c->count; i++)
		c->fields[i] = (struct dc_csv_field){ dc_buf_str(&c->text) + c->places[i].offset,
			                              c->places[i].len };
	struct dc_csv_row row = { c->fields, c->count };

	c->rc = c->fn(c->data, &row, c->err);
	c->count = 0;
	dc_buf_reset(&c->text);
	c->open = false;
}

/* libcsv asks for the room of a field here, so here is where its size is limited. */
static void *field_room(void *p, size_t size)
{
	return size > DC_CSV_FIELD_MAX + (1 << 16) ? NULL : dc_grow(p, size, 1);
}

static int never(unsigned char byte)
{
	(void)byte;
	return 0;
}

struct dc_csv *dc_csv_new(const char *name, dc_csv_row_fn *fn, void *data)
{
	struct dc_csv *c = dc_alloc(1, sizeof(*c));

	c->name = name;
	c->fn = fn;
	c->data = data;
	c->line = 1;
	(void)csv_init(&c->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_space_func(&c->parser, never); /* blanks are content */
	csv_set_realloc_func(&c->parser, field_room);
	csv_set_free_func(&c->parser, dc_free);
	csv_set_blk_size(&c->parser, 1 << 16);
	return c;
}

void dc_csv_free(struct dc_csv *c)
{
	if (!c)
		return;
	csv_free(&c->parser);
	dc_buf_clear(&c->text);
	dc_buf_clear(&c->raw);
	dc_free(c->places);
	dc_free(c->fields);
	dc_free(c);
}

static int parse_failed(struct dc_csv *c, size_t offset)
{
	switch (csv_error(&c->parser)) {
	case CSV_ENOMEM:
		return complain(
			c, field_offset(c, c->count),
			"a field larger than 16 MiB begins here; is its quote ever closed?");
	case CSV_EPARSE:
		return complain(c, offset,
		                "a quote stands where none may stand; inside a quoted field it is "
		                "written twice");
	default:
		return complain(c, offset, "this is no CSV");
	}
}

/* How many bytes can be text, up to a NUL or what is not UTF-8. */
static size_t text_length(const char *s, size_t len)
{
	const char *nul = memchr(s, '\0', len);
	size_t n = nul ? (size_t)(nul - s) : len, bad;

	return dc_text_valid(s, n, &bad) ? n : bad;
}

/* Gives libcsv raw[parsed..upto), which is a line with its end or a part of one.  What is
 * wrong first in the file is what is complained about, however the bytes came. */
static int parse(struct dc_csv *c, size_t upto, bool line_end)
{
	const char *from = dc_buf_str(&c->raw) + c->parsed;
	size_t len = text_length(from, upto - c->parsed);

	c->open = c->open || (*from != '\r' && *from != '\n');
	size_t done = csv_parse(&c->parser, from, len, on_field, on_row, c);

	if (c->rc)
		return c->rc;
	if (done < len)
		return parse_failed(c, c->parsed + done);
	c->parsed += len;
	if (c->parsed < upto)
		return from[len] ? complain(c, c->parsed, "the byte 0x%02x is not UTF-8",
		                            (unsigned char)from[len])
		                 : complain(c, c->parsed, "it contains a NUL byte");
	if (upto - c->row > DC_CSV_ROW_MAX)
		return complain(c, c->row, "a row larger than 32 MiB begins here");
	if (c->count > FIELDS_MAX)
		return complain(c, c->row, "a row has more than %d fields", FIELDS_MAX);
	c->lines += line_end;
	if (!c->open) {
		c->row = upto;
		c->line += c->lines;
		c->lines = 0;
	}
	return 0;
}

/* The end of the line that begins at `from`, past its CR, LF or CR LF; 0 when it is not in
 * raw yet.  A CR at the very end may still get its LF. */
static size_t line_end(const struct dc_csv *c, size_t from)
{
	const char *raw = dc_buf_str(&c->raw), *end = raw + c->raw.len;
	const char *lf = memchr(raw + from, '\n', c->raw.len - from);
	const char *cr = memchr(raw + from, '\r', (size_t)((lf ? lf : end) - raw) - from);

	if (cr && cr + 1 < end && cr[1] != '\n')
		return (size_t)(cr + 1 - raw);
	return lf ? (size_t)(lf + 1 - raw) : 0;
}

/* --- plain rows, which are most, without libcsv: it looks at each byte several times
 *
 * No field has a quote in it, but around all of it.  Whatever else there is, and what is wrong,
 * is left to libcsv, which must say the same of the same bytes: tests/fuzz/csv.c holds it to it,
 * as bytes that come one by one are no row yet. */

enum { PLAIN_MAX = 1 << 16 }; /* bytes of a row */

static bool ends_row(char b) { return b == '\r' || b == '\n'; }

/* Past the field at `at`, in quotes or without; NULL when what follows is not known to end it. */
static const char *plain_field(struct dc_csv_field *f, const char *at, const char *end)
{
	const bool quoted = at < end && *at == '"';

	f->s = at += quoted;
	if (quoted)
		at = memchr(at, '"', (size_t)(end - at));
	else
		while (at < end && *at != ',' && *at != '"' && !ends_row(*at))
			at++;
	if (!at)
		return NULL;
	f->len = (size_t)(at - f->s);
	at += quoted;
	return at < end && (*at == ',' || ends_row(*at)) ? at : NULL;
}

/* The fields of the row that begins at `from`; answers its end, 0 when it is no plain one. */
static size_t plain_fields(struct dc_csv *c, size_t from)
{
	const char *raw = dc_buf_str(&c->raw), *at = raw + from, *end = raw + c->raw.len;
	struct dc_csv_field f;

	if (end - at > PLAIN_MAX)
		end = at + PLAIN_MAX;
	do {
		if (!(at = plain_field(&f, at, end)))
			return 0;
		add_field(c, f.s, f.len);
	} while (c->count <= FIELDS_MAX && *at++ == ',');
	return c->count <= FIELDS_MAX ? line_end(c, (size_t)(at - 1 - raw)) : 0;
}

/* Reads a plain row; false when there is none here, and when it was refused. */
static bool plain_row(struct dc_csv *c)
{
	const char *raw = dc_buf_str(&c->raw);

	if (c->open || c->parsed == c->raw.len || ends_row(raw[c->parsed]))
		return false;
	const size_t end = plain_fields(c, c->parsed);
	size_t lines = 0;

	if (!end || text_length(raw + c->parsed, end - c->parsed) < end - c->parsed) {
		c->count = 0;
		dc_buf_reset(&c->text);
		return false;
	}
	on_row(0, c);
	for (size_t at = c->row; at < end; at = line_end(c, at))
		lines++;
	c->row = c->parsed = end;
	c->line += lines;
	return !c->rc;
}

/* --- all of it */

/* Reads what is there up to the last end of a line. */
static int parse_lines(struct dc_csv *c)
{
	for (;;) {
		if (plain_row(c))
			continue;
		const size_t end = c->rc ? 0 : line_end(c, c->parsed);

		if (!end || parse(c, end, true))
			return c->rc;
	}
}

/* Gives up the memory of the rows that are over. */
static void forget(struct dc_csv *c)
{
	size_t left = c->raw.len - c->row;

	if (!c->row)
		return;
	memmove(c->raw.data, c->raw.data + c->row, left);
	c->raw.len = left;
	c->raw.data[left] = '\0';
	c->parsed -= c->row;
	c->row = 0;
}

/* How much of an unfinished line can be parsed: not into a character, not a last CR. */
static size_t whole(const struct dc_csv *c)
{
	const char *raw = dc_buf_str(&c->raw);
	size_t n = c->raw.len;

	for (size_t back = 1; back <= 3 && back <= n - c->parsed; back++) {
		unsigned char b = (unsigned char)raw[n - back];

		if (b >= 0xc0)
			return n - back;
		if (b < 0x80)
			break;
	}
	return n > c->parsed && raw[n - 1] == '\r' ? n - 1 : n;
}

/* A byte order mark is dropped; that of UTF-16 deserves a sentence of its own.  False while
 * there are too few bytes to know. */
static bool begin(struct dc_csv *c, bool at_end)
{
	const char *raw = dc_buf_str(&c->raw);

	if (c->raw.len >= 2 && (!memcmp(raw, "\xff\xfe", 2) || !memcmp(raw, "\xfe\xff", 2))) {
		(void)complain(c, 0, "this is UTF-16; save it again as UTF-8");
		return false;
	}
	if (c->raw.len < 3 && !at_end)
		return false;
	if (c->raw.len >= 3 && !memcmp(raw, "\xef\xbb\xbf", 3))
		c->row = c->parsed = 3;
	c->begun = true;
	return true;
}

size_t dc_csv_line(const struct dc_csv *c) { return c->line; }

int dc_csv_feed(struct dc_csv *c, const char *bytes, size_t len, struct dc_error *err)
{
	c->err = err;
	dc_buf_add(&c->raw, bytes, len);
	if (c->rc || (!c->begun && !begin(c, false)))
		return c->rc;
	if (parse_lines(c))
		return c->rc;
	size_t most = whole(c);

	if (most > c->parsed && parse(c, most, false))
		return c->rc;
	forget(c);
	return 0;
}

int dc_csv_end(struct dc_csv *c, struct dc_error *err)
{
	c->err = err;
	if (c->rc || (!c->begun && !begin(c, true)))
		return c->rc;
	if (parse_lines(c))
		return c->rc;
	if (c->raw.len > c->parsed && parse(c, c->raw.len, false))
		return c->rc;
	if (csv_fini(&c->parser, on_field, on_row, c) && !c->rc)
		return complain(c, field_offset(c, c->count),
		                "a quote is opened here and never closed");
	return c->rc;
}
