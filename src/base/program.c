/* program.c - looking along $PATH as a shell does, without the current folder. */
#include <decorum/program.h>

#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <decorum/mem.h>

static bool executable(const char *file)
{
	struct stat s;

	return !stat(file, &s) && S_ISREG(s.st_mode) && !access(file, X_OK);
}

char *dc_program_find(const char *name, const char *path)
{
	if (strchr(name, '/'))
		return executable(name) ? dc_strdup(name) : NULL;
	while (*name && *path) {
		size_t n = strcspn(path, ":");

		if (n && *path == '/') {
			char *file = dc_printf("%.*s/%s", (int)n, path, name);

			if (executable(file))
				return file;
			dc_free(file);
		}
		path += n + (path[n] == ':');
	}
	return NULL;
}
