/* read.c - JSON text to an immutable tree; the only file that knows cJSON. */
#include <decorum/json.h>

#include <cjson/cJSON.h>
#include <errno.h>
#include <limits.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/text.h>

enum { MAX_DEPTH = 64, MAX_BYTES = 16 << 20 };

struct dc_json_doc {
	cJSON *root;
};

/* A value *is* a cJSON item; the cast stays in this file. */
static const cJSON *item(const struct dc_json *v) { return (const cJSON *)(const void *)v; }
static const struct dc_json *value(const cJSON *i)
{
	return (const struct dc_json *)(const void *)i;
}

static int fail_at(struct dc_error *err, const char *text, size_t at, const char *why)
{
	size_t line = 1, column = 1;

	for (size_t i = 0; i < at; i++) {
		column = text[i] == '\n' ? 1 : column + (((unsigned char)text[i] & 0xc0) != 0x80);
		line += text[i] == '\n';
	}
	return dc_fail(err, DC_INVALID, "line %zu, column %zu: %s", line, column, why);
}

/* cJSON nests by recursion up to 1,000 deep; ours is smaller and checked before. */
static bool too_deep(const char *text, size_t len, size_t *at)
{
	size_t depth = 0;
	bool string = false;

	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (string) {
			if (c == '\\')
				i++;
			else if (c == '"')
				string = false;
		} else if (c == '"') {
			string = true;
		} else if (c == '{' || c == '[') {
			*at = i;
			if (++depth > MAX_DEPTH)
				return true;
		} else if ((c == '}' || c == ']') && depth) {
			depth--;
		}
	}
	return false;
}

int dc_json_parse(struct dc_json_doc **out, const char *text, size_t len, struct dc_error *err)
{
	const char *end = NULL;
	size_t bad = 0;

	if (len > MAX_BYTES)
		return dc_fail(err, DC_INVALID, "this JSON has more than %d MiB", MAX_BYTES >> 20);
	if (!dc_text_valid(text, len, &bad))
		return fail_at(err, text, bad, "this is not UTF-8");
	if (memchr(text, '\0', len))
		return fail_at(err, text, strlen(text), "a NUL byte is not JSON");
	if (too_deep(text, len, &bad))
		return fail_at(err, text, bad, "nested more than 64 deep");

	errno = 0;
	cJSON *root = cJSON_ParseWithLengthOpts(text, len, &end, false);

	if (!root && errno == ENOMEM)
		dc_exhausted();
	if (!root)
		return fail_at(err, text, end ? (size_t)(end - text) : 0, "this is not JSON");
	while (end < text + len && strchr(" \t\r\n", *end))
		end++;
	if (end < text + len) {
		cJSON_Delete(root);
		return fail_at(err, text, (size_t)(end - text),
		               "there is more text after the JSON value");
	}
	*out = dc_alloc(1, sizeof(**out));
	(*out)->root = root;
	return 0;
}

void dc_json_free(struct dc_json_doc *doc)
{
	if (!doc)
		return;
	cJSON_Delete(doc->root);
	dc_free(doc);
}

const struct dc_json *dc_json_root(const struct dc_json_doc *doc) { return value(doc->root); }

enum dc_json_type dc_json_type(const struct dc_json *v)
{
	if (!v || cJSON_IsNull(item(v)))
		return DC_JSON_NULL;
	return cJSON_IsBool(item(v))     ? DC_JSON_BOOL
	       : cJSON_IsNumber(item(v)) ? DC_JSON_NUMBER
	       : cJSON_IsString(item(v)) ? DC_JSON_STRING
	       : cJSON_IsArray(item(v))  ? DC_JSON_ARRAY
	                                 : DC_JSON_OBJECT;
}

const struct dc_json *dc_json_get(const struct dc_json *object, const char *key)
{
	return object && cJSON_IsObject(item(object))
	               ? value(cJSON_GetObjectItemCaseSensitive(item(object), key))
	               : NULL;
}

const struct dc_json *dc_json_child(const struct dc_json *container)
{
	return container ? value(item(container)->child) : NULL;
}

const struct dc_json *dc_json_next(const struct dc_json *element)
{
	return element ? value(item(element)->next) : NULL;
}

const char *dc_json_key(const struct dc_json *member)
{
	return member ? item(member)->string : NULL;
}
const char *dc_json_string(const struct dc_json *v)
{
	return v ? cJSON_GetStringValue(item(v)) : NULL;
}
double dc_json_number(const struct dc_json *v)
{
	return v && cJSON_IsNumber(item(v)) ? item(v)->valuedouble : 0;
}
bool dc_json_bool(const struct dc_json *v) { return v && cJSON_IsTrue(item(v)); }
