/* source.c - files, folders and archives as one list of members with bytes in them. */
#include "import/source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <decorum/text.h>
#include <decorum/time.h>

static int fail_path(struct dc_error *err, int code, const char *path, const char *why)
{
	DC_AUTO(dc_buf_clear) struct dc_buf shown = { 0 };

	dc_text_show(&shown, path, strlen(path), DC_SHOW_LINE);
	return dc_fail(err, code, "cannot read '%s': %s", dc_buf_str(&shown), why);
}

static int fail_errno(struct dc_error *err, const char *path)
{
	int code = errno == ENOENT || errno == ENOTDIR || errno == EACCES ? DC_INVALID : DC_SYSTEM;

	return fail_path(err, code, path, strerror(errno));
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool is_csv(const char *name)
{
	size_t n = strlen(name);

	/* macOS adds a "._Connections.csv" of its own to archives and foreign disks. */
	return n > 4 && !strcasecmp(name + n - 4, ".csv") && strncmp(base_name(name), "._", 2) != 0;
}

static void add(struct dc_import_members *m, struct dc_import_member member)
{
	m->all = dc_grow(m->all, m->count + 1, sizeof(*m->all));
	m->all[m->count++] = member;
}

void dc_import_members_clear(struct dc_import_members *m)
{
	dc_free(m->all);
	*m = (struct dc_import_members){ 0 };
}

static void add_file(struct dc_import_members *m, const char *path, const char *where,
                     const struct stat *st, struct dc_arena *arena)
{
	add(m, (struct dc_import_member){
		       .name = dc_arena_strdup(arena, base_name(path)),
		       .path = dc_arena_strdup(arena, path),
		       .index = -1,
		       .size = st->st_size,
		       .modified = (int64_t)st->st_mtime * DC_SECOND,
		       .where = dc_arena_strdup(arena, where),
	       });
}

/* --- folders */

/* The next entry; a folder that cannot be read to its end is not one that ends. */
static int next_entry(struct dirent **out, DIR *d, const char *path, struct dc_error *err)
{
	errno = 0;
	*out = readdir(d);
	return !*out && errno ? fail_errno(err, path) : 0;
}

static int by_name(const void *a, const void *b)
{
	const struct dc_import_member *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static int find_in_folder(struct dc_import_members *m, const char *path, struct dc_arena *arena,
                          struct dc_error *err)
{
	DIR *d = opendir(path);
	size_t before = m->count;
	struct dirent *e;
	int rc = 0;

	if (!d)
		return fail_errno(err, path);
	while (!rc && !(rc = next_entry(&e, d, path, err)) && e) {
		DC_AUTO(dc_str) char *file = dc_printf("%s/%s", path, e->d_name);
		struct stat st;

		/* One that is there and cannot be looked at is not left out in silence. */
		if (is_csv(e->d_name) && stat(file, &st))
			rc = fail_errno(err, file);
		else if (is_csv(e->d_name) && S_ISREG(st.st_mode))
			add_file(m, file, path, &st, arena);
	}
	closedir(d);
	if (rc)
		return rc;
	if (m->count == before)
		return fail_path(err, DC_INVALID, path, "there is no CSV file in this folder");
	qsort(m->all + before, m->count - before, sizeof(*m->all), by_name);
	return 0;
}

/* --- archives */

/* Undoes the helper's \xHH in place. */
static void unescape(char *s)
{
	char *to = s;

	for (; *s; s++) {
		char digits[3] = { 0 }, *end = NULL;

		if (s[0] == '\\' && s[1] == 'x' && s[2]) {
			memcpy(digits, s + 2, 2);
			long byte = strtol(digits, &end, 16);

			if (*end == '\0' && byte) {
				*to++ = (char)byte;
				s += 3;
				continue;
			}
		}
		*to++ = *s;
	}
	*to = '\0';
}

/* One line "INDEX SIZE NAME". */
static void add_line(struct dc_import_members *m, char *line, const char *archive,
                     const struct stat *st, struct dc_arena *arena)
{
	char *at;
	long long index = strtoll(line, &at, 10), size = strtoll(at, &at, 10);

	if (*at != ' ')
		return;
	unescape(++at);
	if (!is_csv(at) || !dc_text_valid(at, strlen(at), NULL))
		return;
	add(m, (struct dc_import_member){
		       .name = dc_arena_strdup(arena, at),
		       .path = archive,
		       .index = index,
		       .size = size,
		       .modified = (int64_t)st->st_mtime * DC_SECOND,
		       .where = archive,
	       });
}

static int find_in_archive(struct dc_import_members *m, const char *path, const struct stat *st,
                           const char *unpack, struct dc_arena *arena, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	const char *archive = dc_arena_strdup(arena, path);
	char list[] = "list", name[] = "decorum-unpack";
	char *const args[] = { name, list, dc_arena_strdup(arena, path), NULL };
	struct dc_import_helper h = { 0 };
	size_t before = m->count;
	char block[4096];
	ssize_t n;
	int rc = dc_import_helper_start(&h, unpack, args, err);

	if (rc)
		return rc;
	while ((n = dc_import_helper_read(h.out, block, sizeof(block))) > 0)
		dc_buf_add(&out, block, (size_t)n);
	if ((rc = dc_import_helper_end(&h, path, err)))
		return rc;
	for (char *line = out.data, *end; line && (end = strchr(line, '\n')); line = end + 1) {
		*end = '\0';
		add_line(m, line, archive, st, arena);
	}
	if (m->count == before)
		return fail_path(err, DC_INVALID, path, "there is no CSV file in this archive");
	return 0;
}

/* --- any path */

/* Does the file begin as a ZIP does, also as an empty or a split one? */
static int sniff_zip(bool *zip, const char *path, struct dc_error *err)
{
	char magic[4] = { 0 };
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return fail_errno(err, path);
	ssize_t n = dc_import_helper_read(fd, magic, sizeof(magic));

	close(fd);
	if (n < 0)
		return fail_errno(err, path);
	*zip = n == 4 && !memcmp(magic, "PK", 2) &&
	       (!memcmp(magic + 2, "\3\4", 2) || !memcmp(magic + 2, "\5\6", 2) ||
	        !memcmp(magic + 2, "\7\x08", 2));
	return 0;
}

int dc_import_members_find(struct dc_import_members *m, const char *path, const char *unpack,
                           struct dc_arena *arena, struct dc_error *err)
{
	struct stat st;
	bool zip = false;

	if (stat(path, &st))
		return fail_errno(err, path);
	if (S_ISDIR(st.st_mode))
		return find_in_folder(m, path, arena, err);
	if (!S_ISREG(st.st_mode))
		return fail_path(err, DC_INVALID, path, "it is neither a file nor a folder");
	int rc = sniff_zip(&zip, path, err);

	if (rc)
		return rc;
	if (zip)
		return find_in_archive(m, path, &st, unpack, arena, err);
	const char *slash = strrchr(path, '/');
	DC_AUTO(dc_str)
	char *where = slash ? dc_strndup(path, (size_t)(slash - path)) : dc_strdup(".");

	add_file(m, path, where, &st, arena);
	return 0;
}

/* --- bytes */

int dc_import_source_open(struct dc_import_source *s, const struct dc_import_member *m,
                          const char *unpack, struct dc_error *err)
{
	*s = (struct dc_import_source){ .member = m, .fd = -1 };
	if (m->index < 0) {
		s->fd = open(m->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
		return s->fd < 0 ? fail_errno(err, m->path) : 0;
	}
	DC_AUTO(dc_str) char *index = dc_printf("%lld", (long long)m->index);
	DC_AUTO(dc_str) char *path = dc_strdup(m->path);
	char cat[] = "cat", name[] = "decorum-unpack";
	char *const args[] = { name, cat, path, index, NULL };

	return dc_import_helper_start(&s->helper, unpack, args, err);
}

int dc_import_source_read(struct dc_import_source *s, char *buf, size_t size, size_t *got,
                          struct dc_error *err)
{
	ssize_t n = dc_import_helper_read(s->fd >= 0 ? s->fd : s->helper.out, buf, size);

	if (n < 0)
		return fail_errno(err, s->member->path);
	*got = (size_t)n;
	return n == 0 && s->helper.pid ? dc_import_helper_end(&s->helper, s->member->path, err) : 0;
}

void dc_import_source_clear(struct dc_import_source *s)
{
	if (s->fd >= 0)
		close(s->fd);
	dc_import_helper_stop(&s->helper);
	*s = (struct dc_import_source){ .fd = -1 };
}
