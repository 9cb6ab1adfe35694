/* style.h - the few colours of the text view, as names for what they mean. */
#ifndef DC_CLI_OUT_STYLE_H
#define DC_CLI_OUT_STYLE_H

#include <decorum/check.h>

enum dc_style {
	DC_STYLE_PLAIN,
	DC_STYLE_HEAD,
	DC_STYLE_QUIET,
	DC_STYLE_MARK,
	DC_STYLE_GOOD,
	DC_STYLE_GONE
};

/* The escape sequence, "" without colour. */
const char *dc_style(bool color, enum dc_style style);
const char *dc_style_severity(bool color, enum dc_severity severity);

#endif
