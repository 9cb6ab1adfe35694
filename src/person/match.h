/* match.h - two people laid side by side. */
#ifndef DC_PERSON_MATCH_H
#define DC_PERSON_MATCH_H

#include <decorum/person.h>

#include "person/bare.h"

/* Somebody made ready to be compared with many. */
struct dc_person_bare {
	struct dc_bare_name name, slug;
	struct dc_bare_company company;
	const char *headline; /* borrowed */
	int64_t listed;
};

enum dc_match_company {
	DC_MATCH_UNKNOWN, /* at least one has none */
	DC_MATCH_OTHER,
	DC_MATCH_FORM, /* "Northwind GmbH" and "Northwind Ltd" */
	DC_MATCH_NEAR,
	DC_MATCH_SAME,
};

struct dc_match {
	int name;           /* how alike the names are, in percent */
	int score;          /* with the company; 0: no reason to think they are one */
	const char *reason; /* what of the names is alike; static */
	bool partly;        /* at least one word of the names is the same */
	enum dc_match_company company;
};

void dc_person_bare(struct dc_person_bare *out, const struct dc_person_seen *p);
void dc_person_match(struct dc_match *out, const struct dc_person_bare *a,
                     const struct dc_person_bare *b);

enum dc_match_job { DC_JOB_UNKNOWN, DC_JOB_OTHER, DC_JOB_SAME };

/* What the headlines say of the jobs, the companies left out: the same when one says all that
 * the other says, another when they share at most a rank. */
enum dc_match_job dc_person_match_jobs(const char *a, const char *b, const char *company_a,
                                       const char *company_b);

#endif
