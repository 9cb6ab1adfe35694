/* main.c - replay a fuzz target's corpus (tests/fuzz/corpus/<target>) as a TAP test.
 *
 * The same target, built by `make fuzz`, is driven by libFuzzer instead.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
	FILE *f = fopen(path, "re");
	long size;

	if (!f || fseek(f, 0, SEEK_END) || (size = ftell(f)) < 0)
		return 1;
	rewind(f);
	/* A block of exactly that size, so that the sanitizers see one byte too far. */
	uint8_t *data = malloc(size ? (size_t)size : 1);
	int bad = !data || fread(data, 1, (size_t)size, f) != (size_t)size;

	fclose(f);
	if (!bad)
		LLVMFuzzerTestOneInput(data, (size_t)size);
	free(data);
	return bad;
}

int main(int argc, char **argv)
{
	const char *slash = strrchr(argv[0], '/');
	char dir[512], path[1024];
	int n = 0, bad = 0;

	(void)argc;
	snprintf(dir, sizeof(dir), "tests/fuzz/corpus/%s", slash ? slash + 1 : argv[0]);
	DIR *d = opendir(dir);

	for (struct dirent *e; d && (e = readdir(d));) {
		if (e->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", dir, e->d_name);
		int no = replay(path);

		bad += no;
		printf("%sok %d - %s\n", no ? "not " : "", ++n, path);
	}
	if (d)
		closedir(d);
	if (!n)
		printf("not ok %d - %s has no inputs\n", ++n, dir);
	printf("1..%d\n", n);
	return bad || !d;
}
