/* deadline.h - a time limit without reading a clock. */
#ifndef DC_BASE_DEADLINE_H
#define DC_BASE_DEADLINE_H

#include <stdint.h>

/* A descriptor that can be read after `ms` of elapsed time, so that it also runs out in sleep;
 * close() it.  -1 with errno when there is none. */
int dc_deadline(int64_t ms);

#endif
