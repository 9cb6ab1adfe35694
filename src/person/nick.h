/* nick.h - short forms of given names. */
#ifndef DC_PERSON_NICK_H
#define DC_PERSON_NICK_H

/* One name that stands for all that may be called the same, or `name` itself: "bill" and
 * "william" give "william".  Lower case, Latin letters.  Static or borrowed. */
const char *dc_person_nick_root(const char *name);

/* How alike two names of one root are, in percent: 95 for a short form and its name, 85 for two
 * short forms, 0 for two whole names such as "john" and "jacob", which share "jack". */
int dc_person_nick_alike(const char *a, const char *b);

#endif
