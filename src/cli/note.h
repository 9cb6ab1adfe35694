/* note.h - the options that say what goes to whom, shared by check, send and compose. */
#ifndef DC_CLI_NOTE_H
#define DC_CLI_NOTE_H

#include <decorum/outbox.h>
#include <decorum/template.h>

#include "opt.h"
#include "recipient.h"

/* Rows for a table of options. */
/* clang-format off */
#define DC_NOTE_OPTIONS \
	{ "note", 0, "TEXT", .help = "the note; \"\" sends without one" }, \
	{ "note-file", 0, "FILE", .offer = DC_OFFER_FILE, \
	  .help = "read the note from FILE (-: standard input); a newline at its end is not part of it" }

#define DC_TEMPLATE_OPTIONS \
	{ "template", 0, "ID", .offer = DC_OFFER_TEMPLATE, .help = "write the note with this template" }, \
	{ "set", 0, "NAME=VALUE", .repeats = true, .help = "a value for the template; may be repeated" }

#define DC_PERSON_OPTIONS \
	{ "name", 0, "NAME", .help = "the recipient's name" }, \
	{ "headline", 0, "TEXT", .help = "the recipient's headline" }, \
	{ "company", 0, "NAME", .help = "where the recipient works" }, \
	{ "zone", 0, "OFFSET", .help = "the recipient's offset from UTC, as +02:00" }, \
	{ "account", 0, "KIND", .choices = "free|premium", .help = "your kind of account" }

#define DC_OVERRIDE_OPTIONS \
	{ "override", 0, "RULE=REASON", .offer = DC_OFFER_RULE, .repeats = true, \
	  .help = "send in spite of what RULE found; the reason is kept" }
/* clang-format on */

/* Fills note, name, headline, company, zone and template of `out` from the options; what is not
 * given stays NULL.  --account is put into the settings.  All of it lives in cli->arena. */
int dc_note_get(struct dc_draft_request *out, struct dc_cli *cli, const struct dc_recipient *to,
                struct dc_error *err) DC_CHECKED;

/* The same without --template. */
int dc_note_given(struct dc_draft_request *out, struct dc_cli *cli, struct dc_error *err)
	DC_CHECKED;

/* --override, as often as given; each names a rule there is and a reason.  In cli->arena. */
int dc_note_overrides(const struct dc_override **out, size_t *count, struct dc_cli *cli,
                      struct dc_error *err) DC_CHECKED;

/* Tells, beside the result, which of them found nothing to pass over, and which suppressions of
 * the settings are over. */
void dc_tell_overrides(struct dc_cli *cli, const struct dc_override *o, size_t count,
                       const struct dc_report *report);
void dc_tell_suppressions_over(struct dc_cli *cli);

/* What is told of a request that is on hold now: its end, and how to undo it. */
void dc_held_put(struct dc_cli *cli, const struct dc_request *r);

/* "NAME=VALUE" taken apart; both in cli->arena.  DC_INVALID names the option. */
int dc_split_pair(struct dc_cli *cli, const char **name, const char **value, const char *option,
                  const char *text, struct dc_error *err) DC_CHECKED;

/* Values for a template: those of --set, then what is known about the recipient.
 * *out is in cli->arena. */
int dc_note_values(struct dc_value **out, size_t *count, struct dc_cli *cli,
                   const struct dc_template *t, const struct dc_person *to, struct dc_error *err)
	DC_CHECKED;

#endif
