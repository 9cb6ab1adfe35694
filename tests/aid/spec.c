/* spec.c - `spec DIR FILE.json…`: the cases of the Mustache specification as files.
 *
 * Each becomes a folder DIR/<module>-<n> with template.mustache, data.json, expected and
 * partials/<name>.mustache, for a story that renders them with the program.
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <decorum/json.h>
#include <decorum/mem.h>

static void copy(struct dc_json_writer *w, const char *key, const struct dc_json *v)
{
	bool list = dc_json_type(v) == DC_JSON_ARRAY;

	switch (dc_json_type(v)) {
	case DC_JSON_NULL:
		dc_json_put_null(w, key);
		break;
	case DC_JSON_BOOL:
		dc_json_put_bool(w, key, dc_json_bool(v));
		break;
	case DC_JSON_NUMBER:
		dc_json_put_double(w, key, dc_json_number(v));
		break;
	case DC_JSON_STRING:
		dc_json_put_string(w, key, dc_json_string(v));
		break;
	default:
		dc_json_begin(w, key, list ? '[' : '{');
		for (const struct dc_json *c = dc_json_child(v); c; c = dc_json_next(c))
			copy(w, list ? NULL : dc_json_key(c), c);
		dc_json_end(w, list ? ']' : '}');
	}
}

static bool put(const char *dir, const char *name, const char *text, size_t len)
{
	DC_AUTO(dc_str) char *path = dc_printf("%s/%s", dir, name);
	FILE *f = fopen(path, "we");
	bool good = f && fwrite(text, 1, len, f) == len;

	return f && !fclose(f) && good;
}

static bool put_string(const char *dir, const char *name, const struct dc_json *v)
{
	const char *text = dc_json_string(v);

	return text && put(dir, name, text, strlen(text));
}

static bool put_case(const char *dir, const struct dc_json *one)
{
	DC_AUTO(dc_buf_clear) struct dc_buf data = { 0 };
	DC_AUTO(dc_str) char *partials = dc_printf("%s/partials", dir);
	struct dc_json_writer w = { .out = &data };

	copy(&w, NULL, dc_json_get(one, "data"));
	if (mkdir(dir, 0700) || mkdir(partials, 0700) ||
	    !put_string(dir, "template.mustache", dc_json_get(one, "template")) ||
	    !put_string(dir, "expected", dc_json_get(one, "expected")) ||
	    !put(dir, "data.json", data.data, data.len))
		return false;
	for (const struct dc_json *p = dc_json_child(dc_json_get(one, "partials")); p;
	     p = dc_json_next(p)) {
		DC_AUTO(dc_str) char *name = dc_printf("%s.mustache", dc_json_key(p));

		if (!put_string(partials, name, p))
			return false;
	}
	return true;
}

static bool put_module(const char *to, const char *file)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	const char *slash = strrchr(file, '/'), *base = slash ? slash + 1 : file;
	char block[4096];
	FILE *f = fopen(file, "re");
	int number = 0;

	if (!f)
		return false;
	for (size_t n; (n = fread(block, 1, sizeof(block), f)) > 0;)
		dc_buf_add(&text, block, n);
	fclose(f);
	if (dc_json_parse(&doc, dc_buf_str(&text), text.len, NULL))
		return false;
	for (const struct dc_json *one = dc_json_child(dc_json_get(dc_json_root(doc), "tests"));
	     one; one = dc_json_next(one)) {
		DC_AUTO(dc_str)
		char *dir = dc_printf("%s/%.*s-%d", to, (int)strcspn(base, "."), base, ++number);

		if (!put_case(dir, one))
			return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	for (int i = 2; i < argc; i++)
		if (!put_module(argv[1], argv[i])) {
			fprintf(stderr, "spec: cannot take %s apart\n", argv[i]);
			return 1;
		}
	return argc < 3;
}
