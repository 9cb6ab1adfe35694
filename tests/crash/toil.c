/* toil.c - works on a ledger until the disk goes away, and judges what came back.
 *
 *   toil work DIR ROUND    holds, undoes and imports; a line for each acknowledgement
 *   toil cut DIR           the power fails for the file system of DIR: what was not synchronised
 *                          is lost (ext4 and xfs, root only)
 *   toil judge DIR FILE    the ledger holds all that FILE says was acknowledged
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <decorum/ledger.h>

#define NOW INT64_C(1793534400000)
enum { ROWS = 20 };

static char *note_of(char out[64], int round, int n)
{
	snprintf(out, 64, "Round %d, note %d \xf0\x9f\x91\x8b\r\n\ttail ", round, n);
	return out;
}

static char *key_of(char out[64], const char *kind, int round, int n)
{
	snprintf(out, 64, "in/%s-%d-%d", kind, round, n);
	return out;
}

/* --- work */

static int hold(struct dc_ledger *l, int64_t *id, int round, int n, struct dc_error *err)
{
	const struct dc_clock now = { .wall = NOW, .awake = 1, .boot = "b" };
	char key[64], note[64];
	struct dc_person who = { .key = key_of(key, "p", round, n) };
	struct dc_request_new r = {
		.who = &who, .note = note_of(note, round, n), .hold = 30000, .transport = "browser"
	};

	r.note_len = strlen(note);
	return dc_ledger_request_hold(l, id, &r, &now, err);
}

static int undo(struct dc_ledger *l, int64_t id, int64_t *draft, struct dc_error *err)
{
	const struct dc_clock now = { .wall = NOW, .awake = 1, .boot = "b" };
	const struct dc_move m = { .id = id,
		                   .from = DC_STATE_HELD,
		                   .to = DC_STATE_UNDONE,
		                   .token = -1,
		                   .draft = "",
		                   .draft_id = draft };

	return dc_ledger_request_move(l, &m, &now, err);
}

static int read_in(struct dc_ledger *l, int round, int n, struct dc_error *err)
{
	struct dc_ledger_import *i;
	enum dc_row did;
	char key[64];
	int rc = dc_ledger_import_begin(l, &i, "an export", NOW, NOW, err);

	if (rc)
		return rc;
	rc = dc_ledger_import_file(i, "Connections.csv", err);
	for (int k = 0; k < ROWS && !rc; k++) {
		struct dc_person p = { .key = key_of(key, "i", round, n * ROWS + k),
			               .name = "Somebody",
			               .connected = { .at = NOW, .source = "" } };

		rc = dc_ledger_import_connection(i, &did, &p, k + 1, err);
	}
	if (!rc)
		return dc_ledger_import_commit(i, err);
	dc_ledger_import_rollback(i);
	return rc;
}

static int work(struct dc_ledger *l, int round, struct dc_error *err)
{
	int64_t id, draft = 0;
	int rc = 0;

	for (int n = 0; !rc; n++) {
		if ((rc = hold(l, &id, round, n, err)))
			break;
		printf("held %d %d %" PRId64 " 0\n", round, n, id);
		fflush(stdout);
		if (n % 2) {
			if ((rc = undo(l, id, &draft, err)))
				break;
			printf("undone %d %d %" PRId64 " %" PRId64 "\n", round, n, id, draft);
			fflush(stdout);
		}
		if (n % 4 == 3 && !(rc = read_in(l, round, n, err))) {
			printf("read %d %d 0 0\n", round, n);
			fflush(stdout);
		}
	}
	fprintf(stderr, "%s\n", err->msg);
	return 1;
}

/* --- the power */

/* The same request for ext4 and xfs: stop at once, and do not even write the log. */
static int cut(const char *dir)
{
	const unsigned long shut_down = _IOR('X', 125, uint32_t);
	uint32_t without_log = 2;
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int rc = fd < 0 || ioctl(fd, shut_down, &without_log);

	if (rc)
		fprintf(stderr, "%s: %s\n", dir, strerror(errno));
	if (fd >= 0)
		close(fd);
	return rc != 0;
}

/* --- the judge */

static bool same(const char *note, size_t len, const char *want)
{
	return len == strlen(want) && !memcmp(note, want, len);
}

/* What is wrong with one acknowledgement, NULL when nothing is. */
static const char *wrong(struct dc_ledger *l, const char *what, int round, int n, int64_t id,
                         int64_t draft, struct dc_arena *a)
{
	char note[64], key[64];
	struct dc_request r;
	struct dc_person p;
	struct dc_draft d;

	note_of(note, round, n);
	if (!strcmp(what, "read")) {
		for (int k = 0; k < ROWS; k++)
			if (dc_ledger_person_by_key(l, &p, key_of(key, "i", round, n * ROWS + k), a,
			                            NULL))
				return "a row of an import is lost";
		return NULL;
	}
	if (dc_ledger_request_get(l, &r, id, a, NULL) || !same(r.note, r.note_len, note))
		return "a request is lost";
	if (!strcmp(what, "held"))
		return r.state == DC_STATE_HELD || r.state == DC_STATE_UNDONE ? NULL
		                                                              : "wrong state";
	if (r.state != DC_STATE_UNDONE)
		return "an undo is lost";
	if (dc_ledger_draft_get(l, &d, draft, a, NULL) || !same(d.note, d.note_len, note))
		return "the draft of an undo is lost";
	return NULL;
}

static int judge(struct dc_ledger *l, const char *file, struct dc_error *err)
{
	FILE *f = fopen(file, "r");
	char what[16];
	int round, n, bad = 0, all = 0;
	int64_t id, draft;

	while (f &&
	       fscanf(f, "%15s %d %d %" SCNd64 " %" SCNd64, what, &round, &n, &id, &draft) == 5) {
		DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
		const char *why = wrong(l, what, round, n, id, draft, &a);

		all++;
		if (why && ++bad)
			printf("round %d, %d: %s\n", round, n, why);
	}
	if (f)
		fclose(f);
	if (dc_ledger_verify(l, err) && ++bad)
		printf("%s\n", err->msg);
	printf("%d acknowledged, %d violations\n", all, bad);
	return bad != 0;
}

int main(int argc, char **argv)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = NULL;
	struct dc_error err = { 0 };

	if (argc == 3 && !strcmp(argv[1], "cut"))
		return cut(argv[2]);
	if (argc != 4)
		return 2;
	DC_AUTO(dc_str) char *path = dc_printf("%s/ledger.db", argv[2]);

	if (dc_ledger_open(&l, path, &err)) {
		fprintf(stderr, "%s\n", err.msg);
		return 1;
	}
	if (!strcmp(argv[1], "work"))
		return work(l, (int)strtol(argv[3], NULL, 10), &err);
	return !strcmp(argv[1], "judge") ? judge(l, argv[3], &err) : 2;
}
