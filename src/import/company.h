/* company.h - who works where, as Connections.csv says: Invitations.csv does not. */
#ifndef DC_IMPORT_COMPANY_H
#define DC_IMPORT_COMPANY_H

#include <decorum/buf.h>
#include <stdint.h>

/* Zero-initialise.  A hash table from person key to company. */
struct dc_import_companies {
	struct dc_import_company {
		uint64_t hash;
		size_t offset; /* of "key\0company\0" in text; 0: a free slot */
	} * slots;
	size_t count, room;
	struct dc_buf text;
};

/* The last one that is told counts. */
void dc_import_companies_put(struct dc_import_companies *c, const char *key, const char *company);
/* Borrowed until the next put; "" when unknown. */
const char *dc_import_companies_get(const struct dc_import_companies *c, const char *key);
void dc_import_companies_clear(struct dc_import_companies *c);
DC_DEFINE_CLEAR(struct dc_import_companies, dc_import_companies_clear)

#endif
