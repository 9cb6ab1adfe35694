/* program.c - what is done with a program besides compiling and running it. */
#include "template/program.h"

#include <string.h>

#include <decorum/mem.h>

void dc_template_place(const struct dc_mustache *m, size_t at, size_t *line, size_t *column)
{
	*line = m->first_line;
	*column = 1;
	for (size_t i = 0; i < at; i++) {
		if (m->text[i] == '\n') {
			++*line;
			*column = 1;
		} else {
			*column += ((unsigned char)m->text[i] & 0xc0) != 0x80;
		}
	}
	*column -= *column > m->indent ? m->indent : 0;
}

size_t dc_template_indent(char *to, const char *text, size_t len, const char *indent,
                          size_t indent_len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		bool starts = i == 0 || text[i - 1] == '\n';

		if (starts && text[i] != '\n' && text[i] != '\r') {
			if (to)
				memcpy(to + n, indent, indent_len);
			n += indent_len;
		}
		if (to)
			to[n] = text[i];
		n++;
	}
	return n;
}

int dc_template_fail(const struct dc_mustache *m, size_t at, const char *why, const char *name,
                     struct dc_error *err)
{
	size_t line, column;

	dc_template_place(m, at, &line, &column);
	return dc_fail(err, DC_INVALID, "%s:%zu:%zu: %s%.80s%s", m->name, line, column, why, name,
	               *name ? "'" : "");
}

const char *dc_mustache_name_at(const struct dc_mustache *m, size_t i)
{
	return i < m->name_count ? m->names[i].text : NULL;
}

void dc_mustache_free(struct dc_mustache *m)
{
	if (!m)
		return;
	dc_free(m->ops);
	dc_free(m->names);
	dc_free(m);
}
