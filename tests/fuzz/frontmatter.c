/* frontmatter.c - no template file makes the reader fall over; what it accepts renders. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/template.h>
#include <decorum/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A template without reproach about its examples can show them. */
static void check_example(const struct dc_template *t)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf note = { 0 };
	struct dc_lint *found;
	size_t count;
	bool good = true;

	dc_template_lint(&found, &count, t, NULL, &arena);
	for (size_t i = 0; i < count; i++)
		good = good && strcmp(found[i].id, "missing-example") &&
		       strcmp(found[i].id, "bad-example");
	int rc = dc_template_example(t, &note, NULL);

	assert(!good || !rc);
	assert(dc_text_valid(dc_buf_str(&note), note.len, NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	DC_AUTO(dc_template_free) struct dc_template *t = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf note = { 0 };
	struct dc_error err = { 0 };
	const struct dc_slot *slot;
	int rc = dc_template_parse(&t, "fuzz", "bundled", (const char *)data, size, &err);

	assert(rc ? !t && rc == DC_INVALID && !strncmp(err.msg, "fuzz:", 5) : t != NULL);
	if (!t)
		return 0;
	for (size_t i = 0; (slot = dc_template_slot_at(t, i)); i++) {
		assert(*slot->name && *dc_slot_prompt(slot));
		assert(!dc_slot_accepts(slot, "", NULL) == !slot->required);
	}
	assert(!dc_template_render(t, &note, NULL, 0, true, &err));
	check_example(t);
	return 0;
}
