/* nick.h - short forms of given names. */
#ifndef DC_PERSON_NICK_H
#define DC_PERSON_NICK_H

/* One name that stands for all that may be called the same, or `name` itself: "bill" and
 * "william" give "william".  Lower case, Latin letters.  Static or borrowed. */
const char *dc_person_nick_root(const char *name);

#endif
