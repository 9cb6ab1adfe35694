/* json.c - `json [PATH]`: is standard input one JSON value, and what stands at PATH?
 *
 * PATH is like findings.0.rule; "#" at its end counts the members.  With --lines each line
 * is a value of its own.  For the stories in tests/cli, which need no other JSON tool.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <decorum/json.h>
#include <decorum/mem.h>

static const struct dc_json *step(const struct dc_json *v, const char *name)
{
	if (dc_json_type(v) == DC_JSON_OBJECT)
		return dc_json_get(v, name);
	const struct dc_json *e = dc_json_child(v);

	for (long i = strtol(name, NULL, 10); e && i > 0; i--)
		e = dc_json_next(e);
	return e;
}

static void print(const struct dc_json *v)
{
	double n = dc_json_number(v);

	switch (dc_json_type(v)) {
	case DC_JSON_NULL:
		puts("null");
		break;
	case DC_JSON_BOOL:
		puts(dc_json_bool(v) ? "true" : "false");
		break;
	case DC_JSON_NUMBER:
		if (n > -1e15 && n < 1e15 && n == (double)(int64_t)n)
			printf("%" PRId64 "\n", (int64_t)n);
		else
			printf("%g\n", n);
		break;
	case DC_JSON_STRING:
		puts(dc_json_string(v));
		break;
	case DC_JSON_ARRAY:
	case DC_JSON_OBJECT:
		puts(dc_json_type(v) == DC_JSON_ARRAY ? "[]" : "{}");
		break;
	}
}

static int look_up(const struct dc_json *v, char *path)
{
	for (char *name = path, *dot; name; name = dot ? dot + 1 : NULL) {
		dot = strchr(name, '.');
		if (dot)
			*dot = '\0';
		if (!strcmp(name, "#")) {
			size_t n = 0;

			for (const struct dc_json *e = dc_json_child(v); e; e = dc_json_next(e))
				n++;
			printf("%zu\n", n);
			return 0;
		}
		v = step(v, name);
		if (!v) {
			puts("nothing");
			return 1;
		}
	}
	print(v);
	return 0;
}

static int look_at(const char *text, size_t len, char *path)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	struct dc_error err;

	if (dc_json_parse(&doc, text, len, &err)) {
		fprintf(stderr, "json: %s\n", err.msg);
		return 1;
	}
	return path ? look_up(dc_json_root(doc), path) : 0;
}

int main(int argc, char **argv)
{
	bool lines = argc > 1 && !strcmp(argv[1], "--lines");
	char *path = argc > 1 + lines ? argv[1 + lines] : NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf all = { 0 };
	char piece[4096];
	size_t n;

	while ((n = fread(piece, 1, sizeof(piece), stdin)) > 0)
		dc_buf_add(&all, piece, n);
	if (!lines)
		return look_at(dc_buf_str(&all), all.len, path);
	for (size_t from = 0; from < all.len;) {
		const char *end = memchr(all.data + from, '\n', all.len - from);

		if (!end || look_at(all.data + from, (size_t)(end - all.data) - from, path))
			return 1;
		from = (size_t)(end - all.data) + 1;
	}
	return 0;
}
