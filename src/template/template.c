/* template.c - a template as a whole: its head and its note agree, and it renders. */
#include "template/front.h"

#include <stdint.h>
#include <string.h>

#include <decorum/text.h>

static const char skeleton[] =
	"# The head says what decorum asks; the note stands below the line '---'.\n"
	"title:    Met at an event\n"
	"purpose:  meeting\n"
	"language: en\n"
	"\n"
	"slot: first_name\n"
	"  from:    first_name\n"
	"  example: Ada\n"
	"slot: event\n"
	"  ask:     Where did you meet?\n"
	"  help:    Place and month: it may be read weeks later.\n"
	"  example: the FOSDEM stand in February\n"
	"slot: topic\n"
	"  ask:     What did you talk about?\n"
	"  example: moving a ledger to SQLite\n"
	"---\n"
	"Hi {{first_name}}, we met at {{event}} and talked about {{topic}}. Shall we stay in "
	"touch?\n";

const char *dc_template_skeleton(void) { return skeleton; }

/* --- text as a whole */

static int fail_at(const char *name, const char *text, size_t at, const char *why,
                   struct dc_error *err)
{
	size_t line = 1, column = 1;

	for (size_t i = 0; i < at; i++) {
		column = text[i] == '\n' ? 1 : column + (((unsigned char)text[i] & 0xc0) != 0x80);
		line += text[i] == '\n';
	}
	return dc_fail(err, DC_INVALID, "%s:%zu:%zu: %s", name, line, column, why);
}

static int check_text(const char *name, const char *text, size_t len, struct dc_error *err)
{
	size_t bad = 0;

	if (len > DC_TEMPLATE_MAX_BYTES)
		return dc_fail(err, DC_INVALID, "%s: a template has at most %d KiB of text", name,
		               DC_TEMPLATE_MAX_BYTES >> 10);
	if (!dc_text_valid(text, len, &bad))
		return fail_at(name, text, bad, "this is not UTF-8", err);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		bool ends_line = c == '\r' && i + 1 < len && text[i + 1] == '\n';

		if ((c < 0x20 && c != '\n' && c != '\t' && !ends_line) || c == 0x7f)
			return fail_at(name, text, i, "a control character stands here", err);
	}
	return 0;
}

bool dc_template_detect(const char *text, size_t len)
{
	static const char *const begins[] = { "title:", "purpose:", "language:", "slot:" };
	const char *end = text + len;

	if (len >= 3 && !memcmp(text, "\xef\xbb\xbf", 3))
		text += 3;
	while (text < end && (*text == '#' || *text == '\n' || *text == '\r')) {
		const char *next = memchr(text, '\n', (size_t)(end - text));

		text = next ? next + 1 : end;
	}
	for (size_t i = 0; i < DC_COUNT(begins); i++) {
		size_t n = strlen(begins[i]);

		if ((size_t)(end - text) >= n && !memcmp(text, begins[i], n))
			return true;
	}
	return false;
}

bool dc_template_is_id(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", s[i]) || !s[i])
			return false;
	return len > 0 && len <= 60 && s[0] != '-';
}

/* --- head and note agree */

static int fail_use(const struct dc_template *t, const struct dc_template_op *op, const char *why,
                    const char *name, const char *advice, struct dc_error *err)
{
	size_t line, column;

	dc_template_place(t->body, op->at, &line, &column);
	return dc_fail(err, DC_INVALID, "%s:%zu:%zu: %s '%.60s'%s", t->name, line, column, why,
	               name, advice);
}

static size_t find_slot(const struct dc_template *t, const char *name)
{
	size_t i = 0;

	while (i < t->slot_count && strcmp(t->slots[i].slot.name, name) != 0)
		i++;
	return i;
}

/* Sections that are open at an operation, as indexes of operations. */
struct open_sections {
	uint32_t at[DC_TEMPLATE_MAX_DEPTH];
	size_t count;
};

/* True when one of them is there only with a value of that name; NULL: of any name. */
static bool is_guarded(const struct dc_mustache *m, const struct open_sections *open,
                       const char *name)
{
	for (size_t i = 0; i < open->count; i++) {
		const struct dc_template_op *op = &m->ops[open->at[i]];

		if (op->kind == DC_OP_SECTION && (!name || !strcmp(m->names[op->name].text, name)))
			return true;
	}
	return false;
}

static int check_use(struct dc_template *t, const struct dc_template_op *op,
                     const struct open_sections *open, struct dc_error *err)
{
	const char *name = t->body->names[op->name].text;
	bool writes = op->kind == DC_OP_VALUE || op->kind == DC_OP_RAW;

	if (op->kind == DC_OP_PARTIAL)
		return fail_use(t, op, "a template is one file; it cannot call the partial", name,
		                "", err);
	if (!strcmp(name, "."))
		return is_guarded(t->body, open, NULL)
		               ? 0
		               : fail_use(t, op, "only inside a section there is a", name, "", err);
	size_t i = find_slot(t, name);

	if (i == t->slot_count)
		return fail_use(t, op, "no slot above has the name", name,
		                "; declare it in the head with 'slot:'", err);
	struct dc_template_slot *s = &t->slots[i];

	if (!s->use_line)
		dc_template_place(t->body, op->at, &s->use_line, &s->use_column);
	t->slot_of[op->name] = i;
	if (writes && s->may_be_empty && !s->slot.fallback && !is_guarded(t->body, open, name))
		return fail_use(t, op,
		                "this may be empty, so it has to stand between {{#…}} and "
		                "{{/…}} of",
		                name, "", err);
	return 0;
}

static int check_uses(struct dc_template *t, struct dc_error *err)
{
	const struct dc_mustache *m = t->body;
	struct open_sections open = { .count = 0 };

	t->slot_of = dc_arena_alloc(&t->arena, m->name_count, sizeof(*t->slot_of));
	for (size_t i = 0; i < m->name_count; i++)
		t->slot_of[i] = SIZE_MAX;
	for (uint32_t i = 0; i < m->op_count; i++) {
		const struct dc_template_op *op = &m->ops[i];

		while (open.count && m->ops[open.at[open.count - 1]].end <= i)
			open.count--;
		int rc = op->kind == DC_OP_TEXT ? 0 : check_use(t, op, &open, err);

		if (rc)
			return rc;
		if (op->kind == DC_OP_SECTION || op->kind == DC_OP_INVERTED)
			open.at[open.count++] = i;
	}
	for (size_t i = 0; i < t->slot_count; i++)
		if (!t->slots[i].use_line)
			return dc_fail(
				err, DC_INVALID,
				"%s:%zu:1: the note never uses the slot '%s'; write {{%s}} in "
				"it, or take the slot out",
				t->name, t->slots[i].line, t->slots[i].slot.name,
				t->slots[i].slot.name);
	return 0;
}

/* The note without line ends behind it, and with LF only. */
static const char *note_text(struct dc_template *t, const char *text, size_t len)
{
	DC_AUTO(dc_buf_clear) struct dc_buf note = { 0 };

	while (len && strchr(" \t\r\n", text[len - 1]))
		len--;
	for (size_t i = 0; i < len; i++)
		if (text[i] != '\r')
			dc_buf_putc(&note, text[i]);
	return dc_arena_strndup(&t->arena, dc_buf_str(&note), note.len);
}

int dc_template_parse(struct dc_template **out, const char *id, const char *origin,
                      const char *text, size_t len, struct dc_error *err)
{
	DC_AUTO(dc_template_free) struct dc_template *t = dc_alloc(1, sizeof(*t));
	size_t at = 0, line = 1;
	int rc;

	t->id = dc_arena_strdup(&t->arena, id);
	t->origin = dc_arena_strdup(&t->arena, origin);
	t->name = !strcmp(origin, "bundled") ? t->id : t->origin;
	if ((rc = check_text(t->name, text, len, err)))
		return rc;
	if (len >= 3 && !memcmp(text, "\xef\xbb\xbf", 3)) {
		text += 3;
		len -= 3;
	}
	if ((rc = dc_template_read_head(t, text, len, &at, &line, err)))
		return rc;
	t->text = note_text(t, text + at, len - at);
	if (!*t->text)
		return dc_fail(err, DC_INVALID, "%s:%zu:1: the note is empty", t->name, line);
	if ((rc = dc_template_compile(&t->body, t->name, t->text, strlen(t->text), (uint32_t)line,
	                              "", 0, err)) ||
	    (rc = check_uses(t, err)))
		return rc;
	*out = DC_STEAL(t);
	return 0;
}

void dc_template_free(struct dc_template *t)
{
	if (!t)
		return;
	dc_mustache_free(t->body);
	dc_arena_clear(&t->arena);
	dc_free(t);
}

const char *dc_template_id(const struct dc_template *t) { return t->id; }
const char *dc_template_title(const struct dc_template *t) { return t->title; }
const char *dc_template_purpose(const struct dc_template *t) { return t->purpose; }
const char *dc_template_language(const struct dc_template *t) { return t->language; }
const char *dc_template_origin(const struct dc_template *t) { return t->origin; }
const char *dc_template_text(const struct dc_template *t) { return t->text; }
const struct dc_mustache *dc_template_body(const struct dc_template *t) { return t->body; }

size_t dc_template_line(const struct dc_template *t) { return t->body->first_line; }

const struct dc_slot *dc_template_slot_at(const struct dc_template *t, size_t i)
{
	return i < t->slot_count ? &t->slots[i].slot : NULL;
}

/* --- rendering */

static int fail_slot(const struct dc_template *t, const struct dc_template_slot *s, const char *why,
                     struct dc_error *err)
{
	return dc_fail(err, DC_INVALID, "%s:%zu:%zu: %s", t->name, s->use_line, s->use_column, why);
}

static const char *given(const struct dc_value *values, size_t count, const char *name)
{
	for (size_t i = count; i--;)
		if (!strcmp(values[i].name, name) && values[i].text)
			return values[i].text;
	return "";
}

/* Values in the order of the body's names, so that each is found at the first look. */
static void lay_out(const struct dc_template *t, struct dc_value *to, const char *const *texts)
{
	for (size_t i = 0; i < t->body->name_count; i++) {
		to[i].name = t->body->names[i].text;
		to[i].text = t->slot_of[i] == SIZE_MAX ? NULL : texts[t->slot_of[i]];
	}
}

int dc_template_render(const struct dc_template *t, struct dc_buf *out,
                       const struct dc_value *values, size_t count, bool lenient,
                       struct dc_error *err)
{
	const struct dc_render_options o = { .lenient = lenient };
	const char *texts[DC_TEMPLATE_SLOTS_MAX];

	for (size_t i = 0; i < t->slot_count; i++) {
		const struct dc_template_slot *s = &t->slots[i];
		struct dc_error why = { 0 };

		texts[i] = given(values, count, s->slot.name);
		if (!lenient && dc_slot_accepts(&s->slot, texts[i], &why))
			return fail_slot(t, s, why.msg, err);
		if (!*texts[i] && s->slot.fallback)
			texts[i] = s->slot.fallback;
	}
	struct dc_value *laid = dc_alloc(t->body->name_count, sizeof(*laid));

	lay_out(t, laid, texts);
	int rc = dc_mustache_render_values(t->body, out, laid, t->body->name_count, &o, err);

	dc_free(laid);
	return rc;
}

int dc_template_example(const struct dc_template *t, struct dc_buf *out, struct dc_error *err)
{
	struct dc_value values[DC_TEMPLATE_SLOTS_MAX];

	for (size_t i = 0; i < t->slot_count; i++) {
		const struct dc_slot *slot = &t->slots[i].slot;

		values[i] = (struct dc_value){ slot->name, slot->example };
		if (!*slot->example && !slot->fallback && slot->required)
			return dc_fail(err, DC_INVALID, "%s:%zu:1: the slot '%s' has no example",
			               t->name, t->slots[i].line, slot->name);
	}
	return dc_template_render(t, out, values, t->slot_count, false, err);
}
