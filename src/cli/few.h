/* few.h - a handful of numbers of requests. */
#ifndef DC_CLI_FEW_H
#define DC_CLI_FEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Starts as { 0 }. */
struct dc_few {
	int64_t *at;
	size_t count;
};

bool dc_few_has(const struct dc_few *s, int64_t id);
void dc_few_add(struct dc_few *s, int64_t id);
void dc_few_remove(struct dc_few *s, int64_t id);
void dc_few_clear(struct dc_few *s);

#endif
