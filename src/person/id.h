/* id.h - the member number inside LinkedIn's encoded profile ids. */
#ifndef DC_PERSON_ID_H
#define DC_PERSON_ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The member number in an id such as "ACoAAAAdaooB…".  Ids are case-sensitive.  False when it
 * is no such id: a vanity address may begin like one. */
bool dc_person_id(uint32_t *member, const char *id, size_t len);

#endif
