/* style.c - escape sequences; nothing else in the program writes one but the clipboard's. */
#include "out/style.h"

const char *dc_style(bool color, enum dc_style style)
{
	static const char *const on[] = {
		[DC_STYLE_PLAIN] = "\x1b[0m", [DC_STYLE_HEAD] = "\x1b[1m",
		[DC_STYLE_QUIET] = "\x1b[2m", [DC_STYLE_MARK] = "\x1b[36m",
		[DC_STYLE_GOOD] = "\x1b[32m", [DC_STYLE_GONE] = "\x1b[31m",
	};

	return color ? on[style] : "";
}

const char *dc_style_severity(bool color, enum dc_severity severity)
{
	static const char *const on[] = {
		[DC_SEVERITY_INFO] = "\x1b[34m",
		[DC_SEVERITY_WARNING] = "\x1b[33m",
		[DC_SEVERITY_ERROR] = "\x1b[31m",
	};

	return color ? on[severity] : "";
}
