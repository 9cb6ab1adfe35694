/* offer.c - what Tab does: candidates that replace the text before the cursor, and their list. */
#include "tty.h"

#include <string.h>
/* readline's headers use FILE without including stdio.h. */
#include <stdio.h>
#include <readline/readline.h>

#include <decorum/text.h>

static size_t common(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] && a[n] == b[n])
		n++;
	return n;
}

/* As much as all candidates share, cut at a character; only when it goes on from what was
 * typed (a name completes from any of its words, and then there is nothing to go on from). */
static char *shared_start(const struct dc_tty *t, const char *typed)
{
	const char *first = t->candidates[0].text;
	size_t len = strlen(first);
	DC_AUTO(dc_buf_clear) struct dc_buf a = { 0 }, b = { 0 };

	for (size_t i = 1; i < t->candidate_count; i++) {
		size_t n = common(first, t->candidates[i].text);

		len = n < len ? n : len;
	}
	while (len && ((unsigned char)first[len] & 0xc0) == 0x80)
		len--;
	dc_text_fold(&a, typed, strlen(typed));
	dc_text_fold(&b, first, len);
	bool on = b.len >= a.len && !strncmp(dc_buf_str(&a), dc_buf_str(&b), a.len);
	const char *result = on ? first : typed;

	/* readline frees it. */
	return dc_strndup(result, on ? len : strlen(typed));
}

char **dc_tty_complete(const char *word, int start, int end)
{
	struct dc_tty *t = dc_tty_here();

	(void)word, (void)start;
	rl_attempted_completion_over = 1;
	/* readline puts the blank back before every completion. */
	rl_completion_append_character = '\0';
	if (!t || !t->ask || !t->ask->complete)
		return NULL;
	DC_AUTO(dc_str) char *typed = dc_strndup(rl_line_buffer, (size_t)end);

	dc_arena_clear(&t->offered);
	t->candidates = NULL;
	t->candidate_count = t->ask->complete(t->ask->data, &t->candidates, typed, &t->offered);
	size_t n = t->candidate_count;

	if (!n)
		return NULL;
	char **matches = dc_alloc(n + 2, sizeof(*matches));

	if (n == 1) {
		matches[0] = dc_strdup(t->candidates[0].text);
		return matches;
	}
	matches[0] = shared_start(t, typed);
	for (size_t i = 0; i < n; i++)
		matches[i + 1] = dc_strdup(t->candidates[i].text);
	return matches;
}

/* s, or as much of it as fits into so many columns and an ellipsis; returns the columns taken. */
static size_t clipped(struct dc_buf *out, const char *s, size_t room)
{
	size_t len = strlen(s), width = dc_text_width(s, len), at = 0;

	if (width <= room) {
		dc_text_show(out, s, len, DC_SHOW_LINE);
		return width;
	}
	for (size_t next; at < len; at = next) {
		next = dc_text_next(s, len, at);
		if (dc_text_width(s, next) + 1 > room)
			break;
	}
	dc_text_show(out, s, at, DC_SHOW_LINE);
	dc_buf_puts(out, "…");
	return dc_text_width(s, at) + 1;
}

/* Candidates stand in one column, what is said about them in another. */
static void list_one(struct dc_buf *out, const struct dc_candidate *c, size_t column, size_t room,
                     bool color)
{
	dc_buf_puts(out, "  ");
	size_t used = clipped(out, c->text, *c->about ? column : room);

	if (*c->about && used + 6 < room) {
		for (; used < column + 2; used++)
			dc_buf_putc(out, ' ');
		dc_buf_puts(out, color ? "\033[2m" : "");
		clipped(out, c->about, room - used);
		dc_buf_puts(out, color ? "\033[0m" : "");
	}
	dc_buf_puts(out, "\r\n");
}

/* As wide as the longest candidate, but no wider than two thirds of the room. */
static size_t first_column(const struct dc_candidate *all, size_t n, size_t room)
{
	size_t widest = 0;

	for (size_t i = 0; i < n; i++) {
		size_t width = dc_text_width(all[i].text, strlen(all[i].text));

		widest = width > widest ? width : widest;
	}
	return widest < room * 2 / 3 ? widest : room * 2 / 3;
}

void dc_tty_list(char **matches, int count, int longest)
{
	struct dc_tty *t = dc_tty_here();
	int rows, cols;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };

	(void)matches, (void)count, (void)longest;
	if (!t || !t->candidates)
		return;
	rl_get_screen_size(&rows, &cols);
	size_t room = rows > 8 ? (size_t)rows - 6 : 3, n = t->candidate_count;

	if (t->dumb)
		dc_buf_puts(&out, "\r\n");
	else
		dc_frame_erase(&t->frame, &out);
	size_t shown = n < room ? n : room, width = cols > 4 ? (size_t)cols - 3 : 1;
	size_t column = first_column(t->candidates, shown, width);

	for (size_t i = 0; i < shown; i++)
		list_one(&out, &t->candidates[i], column, width, t->o.color);
	if (n > shown)
		dc_buf_printf(&out, "  and %zu more: type a few letters of it\r\n", n - shown);
	dc_tty_put(t, &out);
	rl_on_new_line();
	rl_forced_update_display();
}
