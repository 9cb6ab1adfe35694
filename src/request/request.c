/* request.c - the states of a request and the legal moves between them, as data. */
#include <decorum/request.h>

#include <string.h>

static const struct {
	const char *name;
	bool final, active, begins;
	const char *means;
} states[DC_STATE_COUNT] = {
#define X(name, text, final, active, begins, means) \
	[DC_STATE_##name] = { text, final, active, begins, means },
	DC_STATES(X)
#undef X
};

const char *dc_state_name(enum dc_state s) { return states[s].name; }
bool dc_state_final(enum dc_state s) { return states[s].final; }
bool dc_state_active(enum dc_state s) { return states[s].active; }
bool dc_state_begins(enum dc_state s) { return states[s].begins; }
const char *dc_state_means(enum dc_state s) { return states[s].means; }

bool dc_state_of(enum dc_state *out, const char *name)
{
	for (size_t i = 0; i < DC_STATE_COUNT; i++)
		if (!strcmp(states[i].name, name)) {
			*out = (enum dc_state)i;
			return true;
		}
	return false;
}

/* The schema of the ledger holds the same moves. */
static const struct dc_edge edges[] = {
#define EDGE(f, t, ...)                                 \
	{                                               \
		DC_STATE_##f, DC_STATE_##t, __VA_ARGS__ \
	}
	EDGE(HELD, UNDONE, "you", "on the disk before you are told; the note is a draft again"),
	EDGE(HELD, HANDING, "whoever hands over",
	     "the hold is over, the check passes again, nothing is paused; on the disk before "
	     "anything opens"),
	EDGE(HELD, SENDING, "the sender",
	     "it has the lock, the hold is over, the check passes again, nothing is paused; on the "
	     "disk before it connects"),
	EDGE(HANDING, HANDED, "whoever hands over", "the browser was opened"),
	EDGE(HANDING, SENT, "your answer", ""),
	EDGE(HANDING, HELD, "your answer", "a new hold in full"),
	EDGE(HANDING, UNDONE, "your answer", "not sent, and not wanted any more"),
	EDGE(HANDED, SENT, "your answer", ""),
	EDGE(HANDED, HELD, "your answer", "a new hold in full"),
	EDGE(HANDED, UNDONE, "your answer", "not sent, and not wanted any more"),
	EDGE(SENDING, HELD, "the same sender",
	     "surely not sent: no byte had left, or LinkedIn said so (401, 429, 503 with "
	     "Retry-After)"),
	EDGE(SENDING, SENT, "the same sender",
	     "201 and the number of the invitation; or there is one already, after an attempt of "
	     "unknown outcome"),
	EDGE(SENDING, FAILED, "the same sender",
	     "refused in the documented form (400, 403, 404, 409, 422)"),
	EDGE(SENDING, UNKNOWN, "the same sender, or the next one",
	     "anything else; or the lock proves that the sender is dead"),
	EDGE(UNKNOWN, SENT, "a look-up, or you",
	     "a list of sent invitations has it, after the settle time"),
	EDGE(UNKNOWN, WITHDRAWING, "a look-up", "it is there, and you want it back"),
	EDGE(UNKNOWN, HELD, "a look-up, or you",
	     "two complete lists do not have it, each after the settle time; a new hold in full"),
	EDGE(UNKNOWN, UNDONE, "a look-up, or you", "the same, and you want it back"),
	EDGE(SENT, WITHDRAWING, "you, or an undo that came too late", ""),
	EDGE(SENT, WITHDRAWN, "you, or an import", ""),
	EDGE(SENT, ACCEPTED, "an import, the API or you", ""),
	EDGE(SENT, DECLINED, "an import, the API or you", ""),
	EDGE(SENT, IGNORED, "an import, the API or you", ""),
	EDGE(SENT, EXPIRED, "an import, the API or you", ""),
	EDGE(SENT, CLOSED, "an import", "inferred from two exports, or from a later request"),
	EDGE(CLOSED, SENT, "an import", "a newer export lists it again"),
	EDGE(CLOSED, ACCEPTED, "an import, or you", ""),
	EDGE(CLOSED, DECLINED, "you", ""),
	EDGE(CLOSED, IGNORED, "you", ""),
	EDGE(CLOSED, EXPIRED, "you", ""),
	EDGE(CLOSED, WITHDRAWN, "you", ""),
	EDGE(WITHDRAWING, WITHDRAWN, "your answer, or the sender",
	     "LinkedIn says that it is gone (200, 404, 410)"),
	EDGE(WITHDRAWING, SENT, "your answer, or the sender",
	     "it was not done, or was refused for good"),
	EDGE(WITHDRAWING, ACCEPTED, "an import, the API or you", "they were faster"),
	EDGE(EXPIRED, ACCEPTED, "an import, or you", "an inferred end was wrong"),
	EDGE(IGNORED, ACCEPTED, "an import, or you", ""),
	EDGE(IGNORED, DECLINED, "you", ""),
	EDGE(IGNORED, WITHDRAWN, "you", ""),
	EDGE(DECLINED, ACCEPTED, "an import, or you", ""),
	EDGE(ACCEPTED, CLOSED, "an import", "a later request was the one accepted"),
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
