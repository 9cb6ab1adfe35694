/* spelling.c - the speller takes longer than all else: it is asked only when somebody wants to. */
#include "spelling.h"

#include <string.h>
#include <unistd.h>

#include <decorum/program.h>

enum { WAIT_MS = 1000, OWN_MAX = 1 << 20 };

void dc_spelling_speller(struct dc_speller *out, struct dc_cli *cli, struct dc_arena *arena)
{
	DC_AUTO(dc_str) char *file = dc_program_find("hunspell", cli->paths.search);
	struct dc_error none;
	char *own = NULL;

	*out = (struct dc_speller){
		.program = file ? dc_arena_strdup(arena, file) : NULL,
		.folders = cli->paths.dictionaries,
		.dictionaries = dc_settings_dictionaries(cli->settings),
		.locale = cli->paths.locale,
		.environ = cli->paths.environ,
		.wait = WAIT_MS,
	};
	/* No such file is usual, and one that cannot be read only makes for more to look at. */
	if (file && cli->paths.words && !access(cli->paths.words, R_OK) &&
	    !dc_paths_read(&own, &out->own_len, cli->paths.words, OWN_MAX, arena, &none))
		out->own = own;
}

static bool named(struct dc_cli *cli)
{
	const char *rule;

	for (size_t i = 0; (rule = dc_args_nth(&cli->args, "rule", i)); i++)
		if (!strcmp(rule, "spelling"))
			return true;
	return false;
}

void dc_spelling(struct dc_cli *cli, struct dc_draft_request *r, bool many, struct dc_arena *arena)
{
	const char *set = dc_settings_rule(cli->settings, "spelling");
	struct dc_speller speller;

	r->misspelt = NULL;
	r->misspelt_count = 0;
	if (!r->note || !r->note_len || (set && !strcmp(set, "off")) ||
	    (!named(cli) && (many || !dc_settings_spelling(cli->settings))))
		return;
	dc_spelling_speller(&speller, cli, arena);
	r->misspelt_count = dc_spell(&r->misspelt, &speller, r->note, r->note_len, arena);
}

void dc_spelling_hook(void *data, struct dc_draft_request *r)
{
	struct dc_cli *cli = data;

	dc_spelling(cli, r, false, &cli->arena);
}
