/* library.c - the bundled templates, and over them those of the user. */
#include "template/front.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
	const char *id, *text;
} bundled[] = {
#define TEMPLATE(id, text) { id, text },
#include "gen/templates.inc"
#undef TEMPLATE
};

struct dc_templates {
	struct dc_template **list;
	size_t count, cap;
};

/* Takes t. */
static void add(struct dc_templates *all, struct dc_template *t)
{
	if (all->count == all->cap) {
		all->cap = all->cap ? 2 * all->cap : 64;
		all->list = dc_grow(all->list, all->cap, sizeof(struct dc_template *));
	}
	all->list[all->count++] = t;
}

static int add_text(struct dc_templates *all, const char *id, const char *origin, const char *text,
                    size_t len, struct dc_error *err)
{
	struct dc_template *t = NULL;
	int rc = 0;

	if (dc_templates_find(all, id)) /* an own one hides it */
		return 0;
	rc = dc_template_parse(&t, id, origin, text, len, err);
	if (!rc)
		add(all, t);
	return rc;
}

static int read_all(struct dc_buf *out, int fd, const char *path, struct dc_error *err)
{
	char block[16384];
	struct stat st;
	ssize_t n;

	if (fstat(fd, &st))
		return dc_fail(err, DC_SYSTEM, "cannot read %s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return dc_fail(err, DC_INVALID, "%s is not a file; a template is one", path);
	while ((n = read(fd, block, sizeof(block))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return dc_fail(err, DC_SYSTEM, "cannot read %s: %s", path, strerror(errno));
		dc_buf_add(out, block, (size_t)n);
		if (out->len > DC_TEMPLATE_MAX_BYTES)
			break; /* refused by the parser, with a sentence */
	}
	return 0;
}

static int add_file(struct dc_templates *all, const char *dir, const char *file, size_t id_len,
                    struct dc_error *err)
{
	DC_AUTO(dc_str) char *path = dc_printf("%s/%s", dir, file);
	DC_AUTO(dc_str) char *id = dc_strndup(file, id_len);
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

	if (!dc_template_is_id(id, id_len))
		return dc_fail(err, DC_INVALID,
		               "%s: the name of a template is small letters, digits and '-'", path);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return dc_fail(err, DC_SYSTEM, "cannot read %s: %s", path, strerror(errno));
	int rc = read_all(&text, fd, path, err);

	close(fd);
	return rc ? rc : add_text(all, id, path, dc_buf_str(&text), text.len, err);
}

static int fail_folder(struct dc_error *err, const char *dir)
{
	return dc_fail(err, DC_SYSTEM, "cannot read the templates in %s: %s", dir, strerror(errno));
}

static int add_folder(struct dc_templates *all, const char *dir, struct dc_error *err)
{
	static const char ending[] = ".mustache";
	DIR *d = opendir(dir);
	struct dirent *e;
	int rc = 0;

	if (!d)
		return errno == ENOENT ? 0 : fail_folder(err, dir);
	while (errno = 0, !rc && (e = readdir(d))) {
		size_t len = strlen(e->d_name), n = sizeof(ending) - 1;

		if (e->d_name[0] != '.' && len > n && !strcmp(e->d_name + len - n, ending))
			rc = add_file(all, dir, e->d_name, len - n, err);
	}
	if (!rc && errno)
		rc = fail_folder(err, dir);
	closedir(d);
	return rc;
}

static int by_purpose_and_id(const void *a, const void *b)
{
	const struct dc_template *x = *(struct dc_template *const *)a;
	const struct dc_template *y = *(struct dc_template *const *)b;
	int order = strcmp(x->purpose, y->purpose);

	return order ? order : strcmp(x->id, y->id);
}

int dc_templates_load(struct dc_templates **out, const char *dir, struct dc_error *err)
{
	DC_AUTO(dc_templates_free) struct dc_templates *all = dc_alloc(1, sizeof(*all));
	int rc = dir ? add_folder(all, dir, err) : 0;

	for (size_t i = 0; !rc && i < DC_COUNT(bundled); i++)
		rc = add_text(all, bundled[i].id, "bundled", bundled[i].text,
		              strlen(bundled[i].text), err);
	if (rc)
		return rc;
	qsort(all->list, all->count, sizeof(struct dc_template *), by_purpose_and_id);
	*out = DC_STEAL(all);
	return 0;
}

void dc_templates_free(struct dc_templates *all)
{
	if (!all)
		return;
	for (size_t i = 0; i < all->count; i++)
		dc_template_free(all->list[i]);
	dc_free(all->list);
	dc_free(all);
}

const struct dc_template *dc_templates_at(const struct dc_templates *all, size_t i)
{
	return i < all->count ? all->list[i] : NULL;
}

const struct dc_template *dc_templates_find(const struct dc_templates *all, const char *id)
{
	for (size_t i = 0; i < all->count; i++)
		if (!strcmp(all->list[i]->id, id))
			return all->list[i];
	return NULL;
}
