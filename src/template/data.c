/* data.c - the two kinds of data a template is rendered with: JSON, and flat values. */
#include "template/program.h"

#include <string.h>

#include <decorum/json.h>

/* --- JSON */

static struct dc_template_item item_of(const struct dc_json *v)
{
	struct dc_template_item item = { .kind = DC_ITEM_NOTHING, .node = v };

	switch (dc_json_type(v)) {
	case DC_JSON_NULL:
		break;
	case DC_JSON_BOOL:
		item.kind = dc_json_bool(v) ? DC_ITEM_TRUE : DC_ITEM_FALSE;
		break;
	case DC_JSON_NUMBER:
		item.kind = DC_ITEM_NUMBER;
		item.number = dc_json_number(v);
		break;
	case DC_JSON_STRING:
		item.kind = DC_ITEM_TEXT;
		item.text = dc_json_string(v);
		item.len = strlen(item.text);
		break;
	case DC_JSON_ARRAY:
		item.kind = DC_ITEM_LIST;
		break;
	case DC_JSON_OBJECT:
		item.kind = DC_ITEM_MAP;
		break;
	}
	return item;
}

/* Walks by itself to count: a large object in a loop takes longer than anybody waits. */
static bool json_member(const struct dc_template_item *of, const char *name, uint32_t hint,
                        struct dc_template_item *out, uint32_t *steps)
{
	const struct dc_json *v = of->kind == DC_ITEM_MAP ? dc_json_child(of->node) : NULL;

	(void)hint;
	for (; v; v = dc_json_next(v), ++*steps)
		if (!strcmp(dc_json_key(v), name)) {
			*out = item_of(v);
			return true;
		}
	return false;
}

static bool json_first(const struct dc_template_item *list, struct dc_template_item *out)
{
	const struct dc_json *v = dc_json_child(list->node);

	if (v)
		*out = item_of(v);
	return v != NULL;
}

static bool json_next(struct dc_template_item *element)
{
	const struct dc_json *v = dc_json_next(element->node);

	if (v)
		*element = item_of(v);
	return v != NULL;
}

int dc_mustache_render(const struct dc_mustache *m, struct dc_buf *out, const struct dc_json *data,
                       const struct dc_render_options *o, struct dc_error *err)
{
	static const struct dc_template_source json = { json_member, json_first, json_next };
	const struct dc_template_item root = item_of(data);

	return dc_template_run(m, out, &json, &root, o, err);
}

/* --- flat values */

struct flat {
	const struct dc_value *values;
	size_t count;
};

static bool flat_member(const struct dc_template_item *of, const char *name, uint32_t hint,
                        struct dc_template_item *out, uint32_t *steps)
{
	const struct flat *flat = of->node;
	const struct dc_value *v = NULL;

	(void)steps; /* nobody gives a million values by hand */
	if (of->kind != DC_ITEM_MAP)
		return false;
	if (hint < flat->count && !strcmp(flat->values[hint].name, name))
		v = &flat->values[hint];
	for (size_t i = 0; !v && i < flat->count; i++)
		if (!strcmp(flat->values[i].name, name))
			v = &flat->values[i];
	if (!v || !v->text)
		return false;
	*out = (struct dc_template_item){ DC_ITEM_TEXT, v->text, strlen(v->text), 0, NULL };
	return true;
}

static bool flat_first(const struct dc_template_item *list, struct dc_template_item *out)
{
	(void)list;
	(void)out;
	return false;
}

static bool flat_next(struct dc_template_item *element)
{
	(void)element;
	return false;
}

int dc_mustache_render_values(const struct dc_mustache *m, struct dc_buf *out,
                              const struct dc_value *values, size_t count,
                              const struct dc_render_options *o, struct dc_error *err)
{
	static const struct dc_template_source source = { flat_member, flat_first, flat_next };
	if (m->plain && (!o || o->escape == DC_ESCAPE_NONE))
		return dc_template_run_flat(m, out, values, count, o, err);
	const struct flat flat = { values, count };
	const struct dc_template_item root = { .kind = DC_ITEM_MAP, .node = &flat };

	return dc_template_run(m, out, &source, &root, o, err);
}
