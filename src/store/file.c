/* file.c - the ledger as a file: made private, and refused when others can get at it.
 *
 * SQLite trusts what lies beside the ledger (a journal is rolled back into it), so the
 * folder matters as much as the file.
 */
#define _XOPEN_SOURCE 700 /* the sticky bit */
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder of a path, the caller's: "." when it names none. */
static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return dc_strdup(".");
	return slash == path ? dc_strdup("/") : dc_strndup(path, (size_t)(slash - path));
}

static int make_folders(const char *folder, struct dc_error *err)
{
	struct stat s;

	if (!stat(folder, &s)) {
		if (S_ISDIR(s.st_mode))
			return 0;
		return dc_fail(err, DC_SYSTEM,
		               "cannot keep a ledger in %.200s: it is not a folder; name another "
		               "place with --db",
		               folder);
	}
	if (errno != ENOENT)
		return dc_fail(err, DC_SYSTEM, "cannot look into the folder %.200s: %s", folder,
		               strerror(errno));
	DC_AUTO(dc_str) char *parent = folder_of(folder);
	int rc = make_folders(parent, err);

	if (rc)
		return rc;
	if (mkdir(folder, 0700) && errno != EEXIST)
		return dc_fail(err, DC_SYSTEM,
		               "cannot make the folder %.200s: %s; name another place with --db",
		               folder, strerror(errno));
	return 0;
}

static int look_at_folder(const char *folder, struct dc_error *err)
{
	struct stat s;

	if (stat(folder, &s))
		return dc_fail(err, DC_SYSTEM, "cannot look into the folder %.200s: %s", folder,
		               strerror(errno));
	if ((s.st_mode & (S_IWGRP | S_IWOTH)) && !(s.st_mode & S_ISVTX))
		return dc_fail(err, DC_SYSTEM,
		               "others may write to the folder %.200s, and so change the ledger in "
		               "it; run: chmod go-w '%.200s'",
		               folder, folder);
	return 0;
}

/* 0 when there is none. */
static int look_at_file(const char *path, const char *what, bool *there, struct dc_error *err)
{
	struct stat s;

	*there = false;
	if (lstat(path, &s)) {
		if (errno == ENOENT)
			return 0;
		return dc_fail(err, DC_SYSTEM, "cannot look at %s %.300s: %s", what, path,
		               strerror(errno));
	}
	*there = true;
	if (S_ISLNK(s.st_mode))
		return dc_fail(err, DC_SYSTEM,
		               "%s %.300s is a symbolic link, which decorum does not follow; name "
		               "the file itself with --db",
		               what, path);
	if (!S_ISREG(s.st_mode))
		return dc_fail(err, DC_SYSTEM,
		               "%s %.300s is not a file; name another one with --db", what, path);
	if (s.st_uid != geteuid())
		return dc_fail(err, DC_SYSTEM,
		               "%s %.300s belongs to somebody else; use your own, or name another "
		               "one with --db",
		               what, path);
	if (s.st_mode & (S_IRWXG | S_IRWXO))
		return dc_fail(err, DC_SYSTEM,
		               "others may read or change %s %.200s; run: chmod 600 '%.200s'", what,
		               path, path);
	return 0;
}

static int make_file(const char *path, struct dc_error *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd < 0 && errno != EEXIST) /* another decorum was faster: as good */
		return dc_fail(err, DC_SYSTEM,
		               "cannot make the ledger %.200s: %s; name another place with --db",
		               path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return 0;
}

int dc_store_file_ready(const char *path, bool make, struct dc_error *err)
{
	DC_AUTO(dc_str) char *folder = folder_of(path);
	DC_AUTO(dc_str) char *journal = dc_printf("%s-journal", path);
	bool there;
	int rc;

	if ((rc = look_at_file(path, "the ledger", &there, err)))
		return rc;
	if (!there && !make)
		return dc_fail(err, DC_NOTFOUND, "there is no ledger at %.300s", path);
	if (!there && (rc = make_folders(folder, err)))
		return rc;
	if ((rc = look_at_folder(folder, err)))
		return rc;
	bool beside;

	if ((rc = look_at_file(journal, "the journal", &beside, err)))
		return rc;
	return there ? 0 : make_file(path, err);
}
