/* transport.c - the table of transports, and what follows from a receipt. */
#include <decorum/transport.h>

#include <string.h>

#include <decorum/time.h>

#define ENTRY(id) extern const struct dc_transport dc_transport_##id;
#include "gen/transports.inc"
#undef ENTRY

static const struct dc_transport *const all[] = {
#define ENTRY(id) &dc_transport_##id,
#include "gen/transports.inc"
#undef ENTRY
};

const struct dc_transport *dc_transport_at(size_t i) { return i < DC_COUNT(all) ? all[i] : NULL; }

const struct dc_transport *dc_transport_find(const char *id)
{
	for (size_t i = 0; i < DC_COUNT(all); i++)
		if (!strcmp(all[i]->id, id))
			return all[i];
	return NULL;
}

const char *dc_refusal_name(enum dc_refusal r)
{
	static const char *const names[] = {
#define X(name, text) text,
		DC_REFUSALS(X)
#undef X
	};

	return names[r];
}

int64_t dc_receipt_not_before(const struct dc_receipt *r, int64_t now)
{
	if (r->refusal == DC_REFUSAL_LIMIT)
		return (now / DC_DAY + 1) * DC_DAY;
	return now + (r->retry_after > 0 ? r->retry_after : DC_MINUTE);
}
