/* template.c - how long one render takes, and one parse and render: nanoseconds on two lines.
 *
 * Five variables, a section and an inverted section, as template.cjs gives to handlebars.
 */
#include <decorum/template.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RENDERS = 2000000, PARSES = 300000 };

static const char text[] = "Hi {{first_name}}, good to meet you at {{event}}{{#late}}, late as it "
			   "was{{/late}}. What you said about {{topic}} has stayed with me since"
			   "{{^company}}, wherever you work{{/company}}. I am {{me}}; {{closing}}.";

static struct dc_value values[] = {
	{ "first_name", "Ada" },  { "event", "FOSDEM 2026" },
	{ "late", "yes" },        { "topic", "keeping old migrations readable" },
	{ "company", NULL },      { "me", "Ana" },
	{ "closing", "see you" },
};

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int fail(const struct dc_error *err)
{
	fprintf(stderr, "%s\n", err->msg);
	return 1;
}

int main(void)
{
	DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	struct dc_error err = { 0 };
	size_t bytes = 0;

	if (dc_mustache_compile(&m, "bench", text, sizeof(text) - 1, &err))
		return fail(&err);
	for (size_t i = 0; dc_mustache_name_at(m, i); i++)
		values[i].name = dc_mustache_name_at(m, i);
	double start = seconds();

	for (int i = 0; i < RENDERS; i++) {
		dc_buf_reset(&out);
		if (dc_mustache_render_values(m, &out, values, DC_COUNT(values), NULL, &err))
			return fail(&err);
		bytes += out.len;
	}
	double render = (seconds() - start) / RENDERS * 1e9;

	start = seconds();
	for (int i = 0; i < PARSES; i++) {
		DC_AUTO(dc_mustache_free) struct dc_mustache *one = NULL;

		dc_buf_reset(&out);
		if (dc_mustache_compile(&one, "bench", text, sizeof(text) - 1, &err) ||
		    dc_mustache_render_values(one, &out, values, DC_COUNT(values), NULL, &err))
			return fail(&err);
		bytes += out.len;
	}
	double both = (seconds() - start) / PARSES * 1e9;

	printf("render %.1f\nparse %.1f\ntext %s\n", render, both, dc_buf_str(&out));
	return bytes == 0;
}
