/* odd-profile.c - a name that is none. */
#include "check/match.h"

#include <string.h>

/* Words of names that sell something; blanks around each. */
static const char pitches[] = " hiring recruiter coach consultant expert marketing sales services "
			      "agency solutions official "
			      "jobs crypto trading investor growth leads linkedin member ceo "
			      "founder training academy support "
			      "team recruiting freelancer seo ";

static bool sells(const struct dc_word *w)
{
	for (const char *s = pitches; (s = strstr(s, w->fold)); s++)
		if (s != pitches && s[-1] == ' ' && s[w->fold_len] == ' ')
			return true;
	return false;
}

static const char *oddity(const struct dc_case *c)
{
	const struct dc_doc *name = c->name;
	size_t longest = 0;

	for (size_t i = 0; i < name->word_count; i++) {
		if (name->words[i].at.from < c->full_name)
			continue;
		if (sells(&name->words[i]))
			return "reads like an advertisement";
		if (name->words[i].letters > longest)
			longest = name->words[i].letters;
		/* One letter is a whole name in scripts without spaces. */
		if ((unsigned char)name->words[i].fold[0] >= 0xe0)
			longest = 2;
	}
	if (!longest)
		return "has no letters";
	return longest < 2 ? "has initials only" : NULL;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	if (!*c->d->name)
		return;
	const char *odd = oddity(c);

	if (!odd)
		return;
	dc_check_flag(sink, "The name \"%s\" %s.", c->d->name, odd);
	dc_check_text(sink, "name", c->d->name);
}

#define CALLED(n)                                                                                 \
	{                                                                                         \
		.when = "The profile is called \"" n "\".", .dossier = &(const struct dc_dossier) \
		{                                                                                 \
			.key = "in/x", .name = (n), .file_name = (n)                              \
		}                                                                                 \
	}

const struct dc_rule dc_rule_odd_profile = {
	.info = {
		.id = "odd-profile",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_INFO,
		.summary = "The name is no name.",
		.why = "Initials, symbols or a slogan instead of a name are common among empty and bought "
		       "profiles; and a greeting needs a name.",
		.advice = "Look at the profile before you write; ask how they want to be called.",
		.source = "LinkedIn's User Agreement asks for real names",
		.bad = DC_EXAMPLES(CALLED("A. V."), CALLED("Growth Marketing Expert"), CALLED("***")),
		.good = DC_EXAMPLES(CALLED("Ada Vey"), CALLED("J. Vey"), CALLED("\u674e\u660e"),
		                    CALLED("Bo Li")),
	},
	.run = run,
};
