/* check.c - whatever the note and the names are, the rules come to an end and point into the note.
 */
#include <decorum/check.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct dc_settings *settings;
	DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;
	const struct dc_finding *x;
	char name[65] = "";

	if (!settings && dc_settings_read(&settings, "", NULL, 0, NULL))
		abort();
	/* The first line is the recipient's name, the rest the note. */
	const uint8_t *end = size ? memchr(data, '\n', size) : NULL;
	size_t len = end ? (size_t)(end - data) : 0, at = end ? len + 1 : 0;

	if (len && len < sizeof(name))
		memcpy(name, data, len);
	const struct dc_dossier d = { .key = "in/x",
		                      .name = name,
		                      .first = name,
		                      .company = name,
		                      .headline = name,
		                      .file_name = "Ada Vey" };

	dc_check(&f, &(struct dc_subject){ .note = (const char *)data + at,
	                                   .note_len = size - at,
	                                   .dossier = &d,
	                                   .settings = settings,
	                                   .now = INT64_C(1794225600000) });
	for (size_t i = 0; (x = dc_findings_at(f, i)); i++)
		if (x->span.from > x->span.to || x->span.to > size - at)
			abort();
	return 0;
}
