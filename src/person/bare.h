/* bare.h - names, companies and jobs taken to what can be compared. */
#ifndef DC_PERSON_BARE_H
#define DC_PERSON_BARE_H

#include <stddef.h>

enum { DC_BARE_WORDS = 6, DC_BARE_WORD = 24, DC_BARE_COMPANY = 64, DC_BARE_FORM = 16 };

/* A name as a set of words, in Latin letters as far as they can be had, without titles,
 * degrees, pronouns and symbols. */
struct dc_bare_name {
	char plain[DC_BARE_WORDS][DC_BARE_WORD];
	char token[DC_BARE_WORDS][DC_BARE_WORD]; /* one spelling for each sound */
	char root[DC_BARE_WORDS][DC_BARE_WORD];  /* the same, short forms resolved */
	size_t count;
};

struct dc_bare_company {
	char name[DC_BARE_COMPANY]; /* in Latin letters, without brackets and blanks */
	char form[DC_BARE_FORM];    /* "gmbh", "ptyltd", "" */
};

void dc_person_bare_name(struct dc_bare_name *out, const char *name);
/* The name in a key such as "in/wei-wang-18fed": many keep it in Latin letters there. */
void dc_person_bare_slug(struct dc_bare_name *out, const char *key);
/* NULL and "" alike: not known. */
void dc_person_bare_company(struct dc_bare_company *out, const char *company);

#endif
