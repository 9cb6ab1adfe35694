/* labelled.c - read labelled notes. */
#include "check/learned/labelled.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 4 };

bool dc_labelled_has(const struct dc_labelled *n, const char *label)
{
	const size_t len = strlen(label);

	for (const char *s = n->labels; (s = strstr(s, label)); s += len)
		if ((s == n->labels || s[-1] == ',') && (!s[len] || s[len] == ','))
			return true;
	return false;
}

static void unescape(char *s)
{
	char *to = s;

	for (; *s; s++)
		*to++ = s[0] == '\\' && s[1] == 'n' ? (s++, '\n') : *s;
	*to = '\0';
}

static bool cut(char *line, char *column[COLUMNS])
{
	for (int n = 0; n < COLUMNS; n++) {
		column[n] = line;
		if (n + 1 < COLUMNS) {
			line = strchr(line, '\t');
			if (!line)
				return false;
			*line++ = '\0';
		}
	}
	return true;
}

int dc_labelled_read(const char *path, dc_labelled_fn *fn, void *data)
{
	FILE *in = fopen(path, "re");
	struct dc_labelled n = { .path = path };
	char *line = NULL, *column[COLUMNS];
	size_t cap = 0;
	int bad = 0;

	if (!in) {
		perror(path);
		return -1;
	}
	while (!bad && getline(&line, &cap, in) > 0) {
		n.line++;
		line[strcspn(line, "\n")] = '\0';
		if (!cut(line, column)) {
			fprintf(stderr, "%s:%zu: not four columns\n", path, n.line);
			bad = -1;
			break;
		}
		unescape(column[3]);
		n.labels = column[0];
		n.name = column[1];
		n.company = column[2];
		n.note = column[3];
		fn(data, &n);
	}
	free(line);
	fclose(in);
	return bad;
}
