/* own.h - rules that the user has written as data. */
#ifndef DC_CHECK_OWN_H
#define DC_CHECK_OWN_H

#include <decorum/mem.h>
#include <decorum/settings.h>

#include "check/rule.h"

/* The rule that the engine runs; all of it but `own` itself is in the arena. */
const struct dc_rule *dc_check_own(const struct dc_own_rule *own, struct dc_arena *a);

#endif
