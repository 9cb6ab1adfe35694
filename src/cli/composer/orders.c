/* orders.c - the lines of the composer that are no answers, as one table. */
#include "composer/composer.h"

#include <string.h>

static const struct dc_order_row rows[] = {
	{ ":edit", ":e",
	  "open your editor on the text; also at the end of a note, and Ctrl-X Ctrl-E",
	  DC_ORDER_EDIT },
	{ ":back", ":b", "back to the question before", DC_ORDER_BACK },
	{ ":undo", ":u", "take back the newest held request (u is enough)", DC_ORDER_UNDO },
	{ ":now", ":n", "end its hold at once (n is enough)", DC_ORDER_NOW },
	{ ":draft", ":d", "keep this as a draft and leave (also Ctrl-C)", DC_ORDER_LEAVE },
	{ ":help", ":?", "this list", DC_ORDER_HELP },
};

const struct dc_order_row *dc_composer_order_at(size_t i)
{
	return i < DC_COUNT(rows) ? &rows[i] : NULL;
}

/* "n" is "no" where that is a choice.  Templates are so many that any letter begins one. */
bool dc_composer_is_choice(const struct dc_composer *c, const char *text)
{
	const struct dc_question *q = c->session ? dc_session_question(c->session) : NULL;

	if (!q || !q->choices || q->step == DC_STEP_TEMPLATE)
		return false;
	for (const char *const *choice = q->choices; *choice; choice++)
		if (!strncmp(*choice, text, strlen(text)))
			return true;
	return false;
}

enum dc_order dc_composer_order(const struct dc_composer *c, const char *text)
{
	for (size_t i = 0; i < DC_COUNT(rows); i++) {
		bool colon = !strcmp(text, rows[i].name) || !strcmp(text, rows[i].letter);
		bool held = rows[i].order == DC_ORDER_UNDO || rows[i].order == DC_ORDER_NOW;
		bool bare = held && c->held_count && *text != ':' &&
		            (!strcmp(text, rows[i].name + 1) || !strcmp(text, rows[i].letter + 1));

		if (colon || (bare && !dc_composer_is_choice(c, text)))
			return rows[i].order;
	}
	return DC_ORDER_NONE;
}
