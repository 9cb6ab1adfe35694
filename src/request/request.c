/* request.c - the states of a request and the legal moves between them, as data. */
#include <decorum/request.h>

#include <string.h>

static const struct {
	const char *name;
	bool final, active;
} states[DC_STATE_COUNT] = {
#define X(name, text, final, active) [DC_STATE_##name] = { text, final, active },
	DC_STATES(X)
#undef X
};

const char *dc_state_name(enum dc_state s) { return states[s].name; }
bool dc_state_final(enum dc_state s) { return states[s].final; }
bool dc_state_active(enum dc_state s) { return states[s].active; }

bool dc_state_of(enum dc_state *out, const char *name)
{
	for (size_t i = 0; i < DC_STATE_COUNT; i++)
		if (!strcmp(states[i].name, name)) {
			*out = (enum dc_state)i;
			return true;
		}
	return false;
}

/* The schema of the ledger holds the same rows; tests/unit/ledger.c compares them. */
static const struct dc_edge edges[] = {
#define EDGE(f, t, w)                         \
	{                                     \
		DC_STATE_##f, DC_STATE_##t, w \
	}
	EDGE(HELD, UNDONE, "user"),
	EDGE(HELD, HANDING, "composer or sender, manual hand-off"),
	EDGE(HELD, SENDING, "the sender"),
	EDGE(HANDING, HANDED, "whoever hands over"),
	EDGE(HANDING, SENT, "user's answer"),
	EDGE(HANDING, HELD, "user's answer"),
	EDGE(HANDING, UNDONE, "user's answer: not sent, and not wanted any more"),
	EDGE(HANDED, SENT, "user's answer"),
	EDGE(HANDED, HELD, "user's answer"),
	EDGE(HANDED, UNDONE, "user's answer: not sent, and not wanted any more"),
	EDGE(SENDING, HELD, "same sender, surely not sent"),
	EDGE(SENDING, SENT, "same sender"),
	EDGE(SENDING, FAILED, "same sender, refused"),
	EDGE(SENDING, UNKNOWN, "same sender, or recovery"),
	EDGE(UNKNOWN, SENT, "reconciler or user"),
	EDGE(UNKNOWN, WITHDRAWING, "reconciler"),
	EDGE(UNKNOWN, HELD, "reconciler or user"),
	EDGE(UNKNOWN, UNDONE, "reconciler or user"),
	EDGE(SENT, WITHDRAWING, "user"),
	EDGE(SENT, WITHDRAWN, "user told, import"),
	EDGE(SENT, ACCEPTED, "import, API, user"),
	EDGE(SENT, DECLINED, "import, API, user"),
	EDGE(SENT, IGNORED, "import, API, user"),
	EDGE(SENT, EXPIRED, "import, API, user"),
	EDGE(SENT, CLOSED, "import: inferred from two exports, or from a later request"),
	EDGE(CLOSED, SENT, "import: a newer export lists it again"),
	EDGE(CLOSED, ACCEPTED, "import, user"),
	EDGE(CLOSED, DECLINED, "user"),
	EDGE(CLOSED, IGNORED, "user"),
	EDGE(CLOSED, EXPIRED, "user"),
	EDGE(CLOSED, WITHDRAWN, "user"),
	EDGE(WITHDRAWING, WITHDRAWN, "user's answer, sender"),
	EDGE(WITHDRAWING, SENT, "user's answer: not done"),
	EDGE(WITHDRAWING, ACCEPTED, "import, API, user: they were faster"),
	EDGE(EXPIRED, ACCEPTED, "import, user: an inferred end was wrong"),
	EDGE(IGNORED, ACCEPTED, "import, user"),
	EDGE(IGNORED, DECLINED, "user"),
	EDGE(IGNORED, WITHDRAWN, "user"),
	EDGE(DECLINED, ACCEPTED, "import, user"),
	EDGE(ACCEPTED, CLOSED, "import: a later request was the one accepted"),
#undef EDGE
};

const struct dc_edge *dc_edge_at(size_t i) { return i < DC_COUNT(edges) ? &edges[i] : NULL; }

bool dc_edge_legal(enum dc_state from, enum dc_state to)
{
	for (size_t i = 0; i < DC_COUNT(edges); i++)
		if (edges[i].from == from && edges[i].to == to)
			return true;
	return false;
}

const char *dc_how_name(enum dc_how how)
{
	static const char *const names[] = { [DC_HOW_OBSERVED] = "observed",
		                             [DC_HOW_TOLD] = "told",
		                             [DC_HOW_INFERRED] = "inferred" };

	return names[how];
}

static const char *const dnc_kinds[DC_DNC_KIND_COUNT] = {
#define X(name, text) [DC_DNC_##name] = text,
	DC_DNC_KINDS(X)
#undef X
};

const char *dc_dnc_kind_name(enum dc_dnc_kind k) { return dnc_kinds[k]; }

bool dc_dnc_kind_of(enum dc_dnc_kind *out, const char *name)
{
	for (size_t i = 0; i < DC_DNC_KIND_COUNT; i++)
		if (!strcmp(dnc_kinds[i], name)) {
			*out = (enum dc_dnc_kind)i;
			return true;
		}
	return false;
}
