/* template.h - templates that are named on the command line, and the two larger actions on them. */
#ifndef DC_CLI_TEMPLATE_H
#define DC_CLI_TEMPLATE_H

#include "cmd.h"

/* A word with '/' or '.' in it, or "-", names a file; an id never looks like that. */
bool dc_template_is_file(const char *word);
/* The text of a template file.  In cli->arena. */
int dc_template_read(char **text, size_t *len, struct dc_cli *cli, const char *file,
                     struct dc_error *err) DC_CHECKED;
/* "met-at-event" of "/x/met-at-event.mustache".  In cli->arena. */
const char *dc_template_file_id(struct dc_cli *cli, const char *file);
/* The template with that id; borrowed from cli->templates, which are loaded when needed. */
int dc_template_by_id(const struct dc_template **out, struct dc_cli *cli, const char *id,
                      struct dc_error *err) DC_CHECKED;

/* template_render.c: `template render ID|FILE` */
int dc_template_run_render(struct dc_cli *cli, struct dc_error *err) DC_CHECKED;
/* template_lint.c: `template lint [ID|FILE…]` */
int dc_template_run_lint(struct dc_cli *cli, struct dc_error *err) DC_CHECKED;

#endif
