/* mustache.c - no template and no data make the engine fall over, run for ever or half-write.
 *
 * The input is a template, a line "%%", and data as JSON; every partial is the template itself.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <decorum/json.h>
#include <decorum/template.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { OUT_MAX = 4096 };

struct text {
	const char *s;
	size_t len;
};

static const char *itself(void *data, const char *name, size_t *len)
{
	const struct text *t = data;

	*len = t->len;
	return *name == 'x' ? NULL : t->s;
}

static void render(const struct dc_mustache *m, const struct dc_json *json,
                   const struct dc_render_options *o)
{
	static const struct dc_value flat[] = { { "a", "1" }, { "b", "" }, { "c", NULL } };
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	struct dc_error err = { 0 };

	dc_buf_puts(&out, "kept");
	int rc = dc_mustache_render(m, &out, json, o, &err);

	assert(!memcmp(out.data, "kept", 4) && out.len <= 4 + OUT_MAX);
	assert(rc ? out.len == 4 && rc == DC_INVALID && *err.msg : !*err.msg);
	out.len = 4;
	rc = dc_mustache_render_values(m, &out, flat, 3, o, NULL);
	assert(!memcmp(out.data, "kept", 4) && (!rc || out.len == 4));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data, *cut = NULL;
	struct text text = { s, size };
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;
	struct dc_error err = { 0 };

	for (size_t i = 0; !cut && i + 4 <= size; i++)
		if (!memcmp(s + i, "\n%%\n", 4))
			cut = s + i;
	if (cut) {
		text.len = (size_t)(cut - s);
		if (dc_json_parse(&doc, cut + 4, size - text.len - 4, NULL))
			return 0;
	}
	int rc = dc_mustache_compile(&m, "fuzz", text.s, text.len, &err);

	assert(rc ? !m && rc == DC_INVALID && *err.msg : m != NULL);
	for (int i = 0; m && i < 4; i++) {
		const struct dc_render_options o = {
			.lenient = i & 1,
			.escape = i & 2 ? DC_ESCAPE_HTML : DC_ESCAPE_NONE,
			.partial = itself,
			.partial_data = &text,
			.max_bytes = OUT_MAX,
		};

		render(m, doc ? dc_json_root(doc) : NULL, &o);
	}
	return 0;
}
