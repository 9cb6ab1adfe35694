/* front.c - the head of a template: `key: value` lines, slots with indented lines. */
#include "template/front.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/text.h>

struct reader {
	struct dc_template *t;
	struct dc_template_slot *slot; /* indented lines belong to it; NULL before the first */
	size_t line;
	unsigned seen; /* attributes of this slot, one bit each */
	struct dc_error *err;
};

/* A piece of a line; not NUL-ended. */
struct piece {
	const char *s;
	size_t len;
};

typedef int set_fn(struct reader *r, struct piece value);

static int fail(struct reader *r, const char *why, struct piece what)
{
	int shown = what.len > 60 ? 60 : (int)what.len;

	return dc_fail(r->err, DC_INVALID, "%s:%zu:1: %s%.*s%s", r->t->name, r->line, why, shown,
	               what.s, shown ? "'" : "");
}

static const struct piece nothing = { "", 0 };

static bool blank(char c) { return c == ' ' || c == '\t'; }

static struct piece trimmed(struct piece p)
{
	while (p.len && blank(*p.s))
		p.s++, p.len--;
	while (p.len && blank(p.s[p.len - 1]))
		p.len--;
	return p;
}

static const char *kept(struct reader *r, struct piece p)
{
	return dc_arena_strndup(&r->t->arena, p.s, p.len);
}

static bool is(struct piece p, const char *s)
{
	return p.len == strlen(s) && !memcmp(p.s, s, p.len);
}

/* --- keys */

static int set_once(struct reader *r, const char **to, struct piece value)
{
	if (*to)
		return fail(r, "this key stands here for the second time", nothing);
	*to = kept(r, value);
	return 0;
}

static int set_title(struct reader *r, struct piece v) { return set_once(r, &r->t->title, v); }
static int set_purpose(struct reader *r, struct piece v) { return set_once(r, &r->t->purpose, v); }

static int set_language(struct reader *r, struct piece v)
{
	bool good = v.len == 2 || v.len == 3;

	for (size_t i = 0; i < v.len; i++)
		good = good && v.s[i] >= 'a' && v.s[i] <= 'z';
	return good ? set_once(r, &r->t->language, v)
	            : fail(r, "a language is two or three small letters such as en, not '", v);
}

static int begin_slot(struct reader *r, struct piece v)
{
	struct dc_template *t = r->t;
	bool good = v.s[0] >= 'a' && v.s[0] <= 'z' && v.len <= 40;

	for (size_t i = 0; i < v.len; i++)
		good = good && strchr("abcdefghijklmnopqrstuvwxyz0123456789_", v.s[i]);
	if (!good)
		return fail(r,
		            "the name of a slot is small letters, digits and _ (its question "
		            "stands below it, as 'ask: …'), not '",
		            v);
	for (size_t i = 0; i < t->slot_count; i++)
		if (is(v, t->slots[i].slot.name))
			return fail(r, "there is already a slot '", v);
	if (t->slot_count == DC_TEMPLATE_SLOTS_MAX)
		return fail(r, "a template has at most 32 slots", nothing);
	r->slot = &t->slots[t->slot_count++];
	r->slot->line = r->line;
	r->slot->slot = (struct dc_slot){
		.name = kept(r, v),
		.question = "",
		.required = true,
		.example = "",
		.from = "",
		.help = "",
		.pattern = "",
	};
	r->seen = 0;
	return 0;
}

static const struct row {
	const char *name;
	set_fn *set;
} keys[] = {
	{ "title", set_title },
	{ "purpose", set_purpose },
	{ "language", set_language },
	{ "slot", begin_slot },
};

/* --- attributes of a slot */

static int set_ask(struct reader *r, struct piece v)
{
	r->slot->slot.question = kept(r, v);
	return 0;
}

static int set_help(struct reader *r, struct piece v)
{
	r->slot->slot.help = kept(r, v);
	return 0;
}

static int set_example(struct reader *r, struct piece v)
{
	r->slot->slot.example = kept(r, v);
	return 0;
}

static int set_fallback(struct reader *r, struct piece v)
{
	r->slot->slot.fallback = kept(r, v);
	return 0;
}

static int set_from(struct reader *r, struct piece v)
{
	DC_AUTO(dc_buf_clear) struct dc_buf known = { 0 };
	const char *source;

	for (size_t i = 0; (source = dc_slot_source_at(i)); i++) {
		if (is(v, source)) {
			r->slot->slot.from = kept(r, v);
			return 0;
		}
		dc_buf_printf(&known, "%s%s", i ? ", " : "", source);
	}
	return dc_fail(r->err, DC_INVALID,
	               "%s:%zu:1: a slot is filled from one of %s; not from '%.*s'", r->t->name,
	               r->line, dc_buf_str(&known), v.len > 60 ? 60 : (int)v.len, v.s);
}

static int set_choices(struct reader *r, struct piece v)
{
	size_t n = 0, most = 2;

	for (size_t i = 0; i < v.len; i++)
		most += v.s[i] == ',';
	const char **list = dc_arena_alloc(&r->t->arena, most, sizeof(*list));

	for (size_t i = 0; i <= v.len; i++) {
		const char *comma = memchr(v.s + i, ',', v.len - i);
		size_t end = comma ? (size_t)(comma - v.s) : v.len;
		struct piece one = trimmed((struct piece){ v.s + i, end - i });

		if (!one.len)
			return fail(r, "a choice between the commas is empty", nothing);
		list[n++] = kept(r, one);
		i = end;
	}
	r->slot->slot.choices = list;
	return 0;
}

static int set_pattern(struct reader *r, struct piece v)
{
	struct dc_error why = { 0 };
	const char *pattern = kept(r, v);

	if (dc_template_check_pattern(pattern, &why))
		return dc_fail(r->err, DC_INVALID, "%s:%zu:1: %s", r->t->name, r->line, why.msg);
	r->slot->slot.pattern = pattern;
	return 0;
}

static int set_length(struct reader *r, struct piece v)
{
	const char *text = kept(r, v);
	const char *dots = strstr(text, "..");
	char *min_end = NULL, *max_end = NULL;

	if (!dots || strspn(text, "0123456789.") != v.len || v.len > 12)
		return fail(r, "a length is written 3..40, 3.. or ..40, not '", v);
	unsigned long min = strtoul(text, &min_end, 10), max = strtoul(dots + 2, &max_end, 10);

	if (min_end != dots || *max_end || (dots[2] && max < min) || (dots[2] && max == 0))
		return fail(r, "a length is written 3..40, 3.. or ..40, not '", v);
	r->slot->slot.min = min;
	r->slot->slot.max = max;
	return 0;
}

static int set_required(struct reader *r, struct piece v)
{
	if (!is(v, "yes") && !is(v, "no"))
		return fail(r, "required is yes or no, not '", v);
	r->slot->may_be_empty = is(v, "no");
	return 0;
}

static const struct row attributes[] = {
	{ "ask", set_ask },           { "help", set_help },     { "example", set_example },
	{ "fallback", set_fallback }, { "from", set_from },     { "choices", set_choices },
	{ "pattern", set_pattern },   { "length", set_length }, { "required", set_required },
};

/* --- lines */

static int unknown(struct reader *r, struct piece key, const struct row *rows, size_t count,
                   const char *what)
{
	DC_AUTO(dc_str) char *name = dc_strndup(key.s, key.len > 60 ? 60 : key.len);
	const char *near = NULL;
	size_t best = 3;

	for (size_t i = 0; i < count; i++) {
		size_t d = dc_text_distance(name, rows[i].name, 2);

		if (d < best) {
			best = d;
			near = rows[i].name;
		}
	}
	return dc_fail(r->err, DC_INVALID, "%s:%zu:1: there is no %s '%s'%s%s%s", r->t->name,
	               r->line, what, name, near ? "; is it '" : "", near ? near : "",
	               near ? "'?" : "");
}

static int read_attribute(struct reader *r, struct piece key, struct piece value)
{
	if (!r->slot)
		return fail(r, "an indented line belongs to a slot, but none stands above it",
		            nothing);
	for (size_t i = 0; i < DC_COUNT(attributes); i++) {
		if (!is(key, attributes[i].name))
			continue;
		if (r->seen & 1u << i)
			return fail(r, "this slot has already said '", key);
		r->seen |= 1u << i;
		return attributes[i].set(r, value);
	}
	return unknown(r, key, attributes, DC_COUNT(attributes), "attribute of a slot");
}

static int read_line(struct reader *r, struct piece line)
{
	struct piece all = trimmed(line);
	const char *colon = memchr(all.s, ':', all.len);

	if (!all.len || *all.s == '#')
		return 0;
	if (!colon)
		return fail(r, "this line should be 'key: value', and '---' ends the head",
		            nothing);
	struct piece key = trimmed((struct piece){ all.s, (size_t)(colon - all.s) });
	struct piece value = trimmed(
		(struct piece){ colon + 1, all.len - (size_t)(colon - all.s) - 1 });

	if (!value.len)
		return fail(r, "there is nothing behind '", (struct piece){ all.s, key.len + 1 });
	if (blank(*line.s))
		return read_attribute(r, key, value);
	for (size_t i = 0; i < DC_COUNT(keys); i++)
		if (is(key, keys[i].name))
			return keys[i].set(r, value);
	return unknown(r, key, keys, DC_COUNT(keys), "key");
}

static int settle(struct reader *r)
{
	struct dc_template *t = r->t;

	if (!t->title || !t->purpose || !t->language)
		return fail(r, "the head lacks '",
		            !t->title     ? (struct piece){ "title:", 6 }
		            : !t->purpose ? (struct piece){ "purpose:", 8 }
		                          : (struct piece){ "language:", 9 });
	for (size_t i = 0; i < t->slot_count; i++) {
		struct dc_template_slot *s = &t->slots[i];

		s->slot.required = !s->slot.fallback && !s->may_be_empty;
		r->line = s->line;
		if (s->slot.required && !*s->slot.question && !*s->slot.from)
			return fail(r,
			            "nothing fills this slot: it needs 'ask:', 'from:' or "
			            "'fallback:', slot '",
			            (struct piece){ s->slot.name, strlen(s->slot.name) });
	}
	return 0;
}

int dc_template_read_head(struct dc_template *t, const char *text, size_t len, size_t *at,
                          size_t *line, struct dc_error *err)
{
	struct reader r = { .t = t, .err = err };

	t->slots = dc_arena_alloc(&t->arena, DC_TEMPLATE_SLOTS_MAX, sizeof(*t->slots));
	for (size_t i = 0; i < len;) {
		const char *end = memchr(text + i, '\n', len - i);
		size_t n = end ? (size_t)(end - text) - i : len - i;
		struct piece one = { text + i, n - (n && text[i + n - 1] == '\r') };

		r.line++;
		i += n + (end != NULL);
		if (is(one, "---")) {
			*at = i;
			*line = r.line + 1;
			return settle(&r);
		}
		int rc = read_line(&r, one);

		if (rc)
			return rc;
	}
	r.line += !r.line;
	return fail(&r, "a line '---' must stand between the head and the note", nothing);
}
