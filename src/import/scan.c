/* scan.c - the header may stand behind a preamble; nothing is assumed about its place. */
#include "import/scan.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <decorum/text.h>

enum {
	HEADER_WITHIN = 20, /* rows */
	BLOCK = 1 << 16,
	STOP = 1
};

struct look {
	struct dc_import_scan scan;
	const char *name;
	bool dates;
	size_t rows;
};

static int on_row(void *data, const struct dc_csv_row *row, struct dc_error *err)
{
	struct look *k = data;

	(void)err;
	if (!k->scan.recognised) {
		k->scan.recognised = dc_import_layout_of(&k->scan.layout, row, k->name);
		if (k->scan.recognised)
			return k->dates ? 0 : STOP;
		return ++k->rows < HEADER_WITHIN ? 0 : STOP;
	}
	if (row->count != k->scan.layout.columns)
		return 0;
	int64_t at = dc_import_row_moment(&k->scan.layout, row);

	if (at > k->scan.newest)
		k->scan.newest = at;
	return 0;
}

/* Of a file the beginning, of a member of an archive all of it when dates are wanted. */
static int look_from_start(struct look *k, const struct dc_import_member *m, const char *unpack,
                           struct dc_error *err)
{
	DC_AUTO(dc_import_source_clear) struct dc_import_source s = { .fd = -1 };
	DC_AUTO(dc_csv_free) struct dc_csv *csv = dc_csv_new(m->name, on_row, k);
	DC_AUTO(dc_str) char *block = dc_alloc(BLOCK, 1);
	size_t got = 0;
	int rc = dc_import_source_open(&s, m, unpack, err);

	while (!rc) {
		if ((rc = dc_import_source_read(&s, block, BLOCK, &got, err)))
			return rc;
		rc = got ? dc_csv_feed(csv, block, got, err) : dc_csv_end(csv, err);
		if (!got || (k->scan.recognised && m->index < 0))
			break;
	}
	return rc;
}

/* The last rows of a file, from the first line that begins in its last block. */
static void look_at_end(struct look *k, const struct dc_import_member *m)
{
	DC_AUTO(dc_csv_free) struct dc_csv *csv = dc_csv_new(m->name, on_row, k);
	DC_AUTO(dc_str) char *block = dc_alloc(BLOCK, 1);
	int fd = m->size > BLOCK ? open(m->path, O_RDONLY | O_CLOEXEC | O_NOCTTY) : -1;

	if (fd < 0)
		return;
	ssize_t n = pread(fd, block, BLOCK, m->size - BLOCK);
	const char *from = n > 0 ? memchr(block, '\n', (size_t)n) : NULL;

	close(fd);
	if (!from)
		return;
	/* A guess at best: the line may be inside a quoted field.  What reads as a row with a
	 * date counts, what does not is of no consequence. */
	if (!dc_csv_feed(csv, from + 1, (size_t)(block + n - from - 1), NULL) &&
	    dc_csv_end(csv, NULL))
		return;
}

int dc_import_scan_member(struct dc_import_scan *out, const struct dc_import_member *m,
                          const char *unpack, bool dates, struct dc_error *err)
{
	struct look k = { .name = m->name, .dates = dates };
	struct dc_error why = { 0 };
	int rc = look_from_start(&k, m, unpack, &why);

	if (rc < 0 &&
	    (rc != DC_INVALID || (!k.scan.recognised && dc_import_promises_table(m->name)))) {
		if (err)
			*err = why;
		return rc;
	}
	if (!k.scan.recognised && dc_import_promises_table(m->name)) {
		DC_AUTO(dc_buf_clear) struct dc_buf shown = { 0 };

		dc_text_show(&shown, m->name, strlen(m->name), DC_SHOW_LINE);
		return dc_fail(err, DC_INVALID,
		               "%s:1:1: no header of such a table is in its first %d rows",
		               dc_buf_str(&shown), HEADER_WITHIN);
	}
	/* What is wrong further down is told when the rows are read. */
	if (k.scan.recognised && dates && m->index < 0)
		look_at_end(&k, m);
	*out = k.scan;
	return 0;
}
