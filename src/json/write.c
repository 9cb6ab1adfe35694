/* write.c - JSON as a stream; what a terminal could misread leaves as an escape. */
#include <decorum/json.h>

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include <decorum/text.h>

static void comma(struct dc_json_writer *w)
{
	if (w->comma)
		dc_buf_putc(w->out, ',');
	w->comma = true;
}

static uint32_t decode(const char *s, size_t len)
{
	const unsigned char *b = (const unsigned char *)s;

	switch (len) {
	case 1:
		return b[0];
	case 2:
		return (b[0] & 0x1fu) << 6 | (b[1] & 0x3fu);
	case 3:
		return (b[0] & 0x0fu) << 12 | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu);
	default:
		return (b[0] & 0x07u) << 18 | (b[1] & 0x3fu) << 12 | (b[2] & 0x3fu) << 6 |
		       (b[3] & 0x3fu);
	}
}

/* Code points that are not shown, or that change how others are shown. */
static bool invisible(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xad || c == 0x61c || c == 0x180e ||
	       (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
	       (c >= 0xe0000 && c <= 0xe0fff);
}

static void put_unit(struct dc_buf *out, uint32_t unit)
{
	dc_buf_printf(out, "\\u%04x", (unsigned)unit);
}

static void put_char(struct dc_buf *out, const char *s, size_t len)
{
	uint32_t c = decode(s, len);

	if (c == '"' || c == '\\') {
		dc_buf_putc(out, '\\');
		dc_buf_putc(out, (char)c);
	} else if (c == '\n') {
		dc_buf_puts(out, "\\n");
	} else if (c == '\t') {
		dc_buf_puts(out, "\\t");
	} else if (!invisible(c)) {
		dc_buf_add(out, s, len);
	} else if (c > 0xffff) {
		put_unit(out, 0xd800 + ((c - 0x10000) >> 10));
		put_unit(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
	} else {
		put_unit(out, c);
	}
}

static void put_quoted(struct dc_buf *out, const char *s, size_t len)
{
	static const unsigned char lengths[16] = { 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2, 3, 4 };

	dc_buf_putc(out, '"');
	for (size_t i = 0; i < len;) {
		size_t n = lengths[(unsigned char)s[i] >> 4];

		if (n == 0 || i + n > len || !dc_text_valid(s + i, n, NULL)) {
			dc_buf_puts(out, "\xef\xbf\xbd");
			i++;
			continue;
		}
		put_char(out, s + i, n);
		i += n;
	}
	dc_buf_putc(out, '"');
}

static void name(struct dc_json_writer *w, const char *key)
{
	comma(w);
	if (key) {
		put_quoted(w->out, key, strlen(key));
		dc_buf_putc(w->out, ':');
	}
}

void dc_json_begin(struct dc_json_writer *w, const char *key, char open)
{
	name(w, key);
	dc_buf_putc(w->out, open);
	w->depth++;
	w->comma = false;
}

void dc_json_end(struct dc_json_writer *w, char close)
{
	dc_buf_putc(w->out, close);
	w->depth--;
	w->comma = true;
}

void dc_json_put_text(struct dc_json_writer *w, const char *key, const char *value, size_t len)
{
	name(w, key);
	put_quoted(w->out, value, len);
}

void dc_json_put_string(struct dc_json_writer *w, const char *key, const char *value)
{
	if (value)
		dc_json_put_text(w, key, value, strlen(value));
	else
		dc_json_put_null(w, key);
}

void dc_json_put_int(struct dc_json_writer *w, const char *key, int64_t value)
{
	name(w, key);
	dc_buf_printf(w->out, "%" PRId64, value);
}

void dc_json_put_double(struct dc_json_writer *w, const char *key, double value)
{
	if (!isfinite(value)) {
		dc_json_put_null(w, key);
		return;
	}
	name(w, key);
	dc_buf_printf(w->out, "%.6g", value);
}

void dc_json_put_bool(struct dc_json_writer *w, const char *key, bool value)
{
	name(w, key);
	dc_buf_puts(w->out, value ? "true" : "false");
}

void dc_json_put_null(struct dc_json_writer *w, const char *key)
{
	name(w, key);
	dc_buf_puts(w->out, "null");
}
