/* front.h - a template: what its head says, and its compiled note. */
#ifndef TEMPLATE_FRONT_H
#define TEMPLATE_FRONT_H

#include <decorum/mem.h>

#include "template/program.h"

enum { DC_TEMPLATE_SLOTS_MAX = 32 };

/* Where a slot stands in the file. */
struct dc_template_slot {
	struct dc_slot slot;
	bool may_be_empty; /* "required: no" was said */
	size_t line;       /* of its declaration */
	size_t use_line, use_column;
};

struct dc_template {
	struct dc_arena arena; /* owns all strings below */
	const char *id, *origin;
	const char *name; /* for messages: the path of an own one, else the id */
	const char *title, *purpose, *language, *text;
	struct dc_template_slot *slots;
	size_t slot_count;
	struct dc_mustache *body;
	size_t *slot_of; /* for each name of the body, its slot */
};

/* Reads the head into `t`; *at is where the note begins and *line its first line. */
int dc_template_read_head(struct dc_template *t, const char *text, size_t len, size_t *at,
                          size_t *line, struct dc_error *err) DC_CHECKED;

/* DC_INVALID says why a pattern is refused. */
int dc_template_check_pattern(const char *pattern, struct dc_error *err) DC_CHECKED;

/* True when s is made of the characters of an id ("met-at-event"). */
bool dc_template_is_id(const char *s, size_t len);

#endif
