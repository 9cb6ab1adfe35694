/* prompter.c - what all prompters share. */
#include "prompter.h"

struct dc_buf *dc_under_line(struct dc_under *u, enum dc_tone tone)
{
	if (u->count == DC_UNDER_MAX)
		return NULL;
	u->line[u->count].tone = tone;
	return &u->line[u->count++].text;
}

void dc_under_clear(struct dc_under *u)
{
	for (size_t i = 0; i < DC_UNDER_MAX; i++)
		dc_buf_clear(&u->line[i].text);
	u->count = 0;
}

void dc_prompter_say(struct dc_prompter *p, enum dc_tone tone, const char *fmt, ...)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	va_list ap;

	va_start(ap, fmt);
	dc_buf_vprintf(&text, fmt, ap);
	va_end(ap);
	p->ops->say(p, tone, dc_buf_str(&text));
}
