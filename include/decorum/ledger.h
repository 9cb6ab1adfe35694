/* ledger.h - the append-only history of what happened, in one SQLite file.
 *
 * Every call that changes something is one transaction: after it returned 0 the
 * change survives a power cut, after an error it did not happen (or DC_UNKNOWN
 * says that even that could not be found out).  Time comes in as a parameter.
 *
 * Strings in the structs that calls fill are borrowed from the `arena` given to
 * the call; strings passed in are borrowed for the call.
 */
#ifndef DECORUM_LEDGER_H
#define DECORUM_LEDGER_H

#include <decorum/error.h>
#include <decorum/request.h>
#include <decorum/time.h>

struct dc_ledger;

/* Opens or makes the ledger (file 0600 in a folder 0700).  `path` may be ":memory:".
 * DC_SYSTEM: not a ledger, damaged, owned by somebody else, readable by others,
 * made by a newer decorum.  With `must_exist`, DC_NOTFOUND instead of making one:
 * an absent ledger reads as empty, see dc_ledger_open_reading(). */
int dc_ledger_open(struct dc_ledger **out, const char *path, struct dc_error *err) DC_CHECKED;
/* For commands that change nothing: an absent file is an empty ledger in memory. */
int dc_ledger_open_reading(struct dc_ledger **out, const char *path, struct dc_error *err)
	DC_CHECKED;
/* Either of them, telling what takes long. */
struct dc_ledger_options {
	bool reading; /* dc_ledger_open_reading() */
	/* Called before and while a ledger that an older decorum made is brought up to date, some
	 * times a second, with how much is done of how much there is to do (about microseconds);
	 * must not use the ledger; may be NULL.  A non-zero answer ends it, DC_TEMP: the ledger is
	 * as it was. */
	int (*progress)(void *data, int64_t done, int64_t total);
	void *progress_data;
};
int dc_ledger_open_with(struct dc_ledger **out, const char *path, const struct dc_ledger_options *o,
                        struct dc_error *err) DC_CHECKED;
void dc_ledger_free(struct dc_ledger *l);
DC_DEFINE_AUTO(struct dc_ledger, dc_ledger_free)

/* How long a call waits for another program that is writing before it gives DC_TEMP;
 * 5000 ms unless told. */
void dc_ledger_patience(struct dc_ledger *l, int ms);

/* Everything read until dc_ledger_look_end() is of one moment, and the file is locked (for
 * reading) and looked at once instead of with every question: what asks much should be in
 * between.  Nests; nothing may be changed meanwhile unless a change is open around it. */
int dc_ledger_look(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
void dc_ledger_look_end(struct dc_ledger *l);

/* Much will be asked: keeps 16 MB of the file in memory instead of one or two, as what is asked
 * comes back to most of it. */
void dc_ledger_expect_many(struct dc_ledger *l);

/* Changes whenever another connection changed the file (PRAGMA data_version). */
int64_t dc_ledger_version(struct dc_ledger *l);

/* PRAGMA integrity_check, foreign keys, replay of the events against the states,
 * and the counters.  DC_SYSTEM names the first thing that is wrong. */
int dc_ledger_verify(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
/* A consistent copy while others write (sqlite3_backup). */
int dc_ledger_backup(struct dc_ledger *l, const char *path, struct dc_error *err) DC_CHECKED;

/* --- people */

struct dc_person {
	int64_t id;
	const char *key; /* the first one that was seen; "" when known by name only */
	const char *name;
	const char *first, *last; /* as the export gives them, or "" */
	const char *headline, *company;
	const char *email;
	struct dc_known connected;
};

/* All fields but id: what is "" or 0 leaves what is on file.  Makes the person when
 * the key is new; *id is the person.  `source` is the evidence for it. */
int dc_ledger_person_put(struct dc_ledger *l, int64_t *id, const struct dc_person *p,
                         const char *source, int64_t now, struct dc_error *err) DC_CHECKED;
/* DC_NOTFOUND when nobody has that key. */
int dc_ledger_person_by_key(struct dc_ledger *l, struct dc_person *out, const char *key,
                            struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
int dc_ledger_person_by_id(struct dc_ledger *l, struct dc_person *out, int64_t id,
                           struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
/* People with a word of their name (or, then, company) that starts with each word of
 * `query`, folded; best first, at most `limit`.  *out is in the arena. */
int dc_ledger_person_search(struct dc_ledger *l, struct dc_person **out, size_t *count,
                            const char *query, size_t limit, struct dc_arena *arena,
                            struct dc_error *err) DC_CHECKED;
/* Somebody who may be the same person under another address: a guess to warn with. */
struct dc_likely {
	struct dc_person person;
	int score;          /* 1 to 100 */
	const char *reason; /* "the same name and the same company, but another job" */
};
/* People like `who` (name, company, headline, key), not counting who has that key; best first, at
 * most `limit`.  *out is in the arena. */
int dc_ledger_person_likely(struct dc_ledger *l, struct dc_likely **out, size_t *count,
                            const struct dc_person *who, size_t limit, struct dc_arena *arena,
                            struct dc_error *err) DC_CHECKED;
/* All keys of a person, first one first; *out is in the arena. */
int dc_ledger_person_keys(struct dc_ledger *l, const char ***out, size_t *count, int64_t person,
                          struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
/* Both keys are one person from now on: histories are joined.  Makes who is missing. */
int dc_ledger_person_alias(struct dc_ledger *l, const char *key, const char *other, int64_t now,
                           struct dc_error *err) DC_CHECKED;
/* Erases name, notes and all else about a person; a salted hash of the keys stays as a
 * do-not-contact entry, so that they are still not invited again. */
int dc_ledger_person_forget(struct dc_ledger *l, int64_t person, int64_t now, struct dc_error *err)
	DC_CHECKED;
/* Who the user is: told by Profile.csv, Invitations.csv or the settings. */
int dc_ledger_self_put(struct dc_ledger *l, int64_t person, const char *source, int64_t now,
                       struct dc_error *err) DC_CHECKED;
int dc_ledger_self(struct dc_ledger *l, struct dc_person *out, struct dc_arena *arena,
                   struct dc_error *err) DC_CHECKED;

/* --- requests and their life */

struct dc_request_new {
	int64_t person; /* or 0 and … */
	/* … what is told of them: put as by dc_ledger_person_put(), in the same transaction. */
	const struct dc_person *who;
	const char *note; /* exact bytes */
	size_t note_len;
	uint64_t skeleton; /* dc_similar_skeleton() of the note; 0 without a note */
	const char *tmpl, *transport;
	const char *tmpl_text; /* the template's constant words; or NULL */
	const int *zone;       /* the recipient's, in minutes east of UTC; or NULL */
	const char *key;       /* idempotency: the same key gives the same request; or NULL */
	int64_t hold;          /* ms */
	/* Written with it in the same transaction (kind, detail, how, source): overrides. */
	const struct dc_event *events;
	size_t event_count;
	int64_t again; /* the undone request that this one repeats, or 0: its draft goes away */
};

/* – → held.  DC_CONFLICT when the person has an active request: *id is then that one.
 * With a known idempotency key nothing is made and *id is the request that has it. */
int dc_ledger_request_hold(struct dc_ledger *l, int64_t *id, const struct dc_request_new *r,
                           const struct dc_clock *now, struct dc_error *err) DC_CHECKED;

/* *id is the request that was made with this idempotency key, 0 when there is none. */
int dc_ledger_request_by_key(struct dc_ledger *l, int64_t *id, const char *key,
                             struct dc_error *err) DC_CHECKED;

/* How a request fares with an API; all zero and "" before the first attempt. */
struct dc_dispatch {
	int64_t attempts;
	int64_t doubts;          /* attempts of which nobody knew the outcome at first */
	int64_t tried;           /* moment of the last attempt */
	int64_t not_before;      /* wall moment before which another attempt is pointless */
	int64_t settled_elapsed; /* clock reading from which an unknown outcome can be looked up …
	                          */
	char boot[40];           /* … within this boot */
	int64_t settled_wall;    /* the same on the wall clock, which may only delay */
	int64_t absent;          /* complete listings without it, in a row */
	const char *invitation;  /* the other side's id */
	const char *raw;         /* the other side's word for its state, when last seen */
	int64_t undo;            /* an undo that came too late was asked for at this moment */
};

struct dc_move {
	int64_t id;
	enum dc_state from, to;
	int64_t token; /* what the caller read; -1: whatever it is */
	enum dc_how how;
	const char *detail; /* sentence for the history, or NULL */
	const char *source; /* "you", "decorum", "row 7 of …" */
	const char *reason; /* kept with the request when not NULL */
	int64_t at;         /* moment of the fact, e.g. when it was declined */
	int64_t sent;       /* sets the moment it went out when not 0 */
	int64_t hold;       /* → held: how long the hold lasts; 0: as before */
	int64_t due_awake;  /* → held: the new end of the hold */
	const char *boot;
	int64_t due_wall;
	/* → undone: the note is put into the drafts in the same transaction, for whom it was
	 * (a name or what the user typed); *draft_id is the draft. */
	const char *draft;
	int64_t *draft_id; /* or NULL */
	/* Written in the same transaction (but for `undo`, which only dc_ledger_undo_late()
	 * sets), or NULL. */
	const struct dc_dispatch *dispatch;
};

/* One compare-and-set on state and token with its event; the token grows by one when
 * `to` is handing or sending.  Held → held is not a move: it sets another end of the hold.
 * DC_CONFLICT: somebody was faster; DC_INVALID: no such edge. */
int dc_ledger_request_move(struct dc_ledger *l, const struct dc_move *m, const struct dc_clock *now,
                           struct dc_error *err) DC_CHECKED;
int dc_ledger_request_get(struct dc_ledger *l, struct dc_request *out, int64_t id,
                          struct dc_arena *arena, struct dc_error *err) DC_CHECKED;

int dc_ledger_dispatch_get(struct dc_ledger *l, struct dc_dispatch *out, int64_t id,
                           struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
int dc_ledger_dispatch_put(struct dc_ledger *l, int64_t id, const struct dc_dispatch *d,
                           struct dc_error *err) DC_CHECKED;
/* Records that a request which is sending or unknown is to be taken back once that can be
 * done.  DC_CONFLICT: it is neither. */
int dc_ledger_undo_late(struct dc_ledger *l, int64_t id, int64_t now, struct dc_error *err)
	DC_CHECKED;

/* The lock of the one live sender, held for the life of *fd.  DC_TEMP: another process has it,
 * which is named; when this succeeds, whoever had it is dead.  A ledger in memory has no other
 * sender: *fd is -1. */
int dc_ledger_lock_sender(struct dc_ledger *l, int *fd, struct dc_error *err) DC_CHECKED;

/* How many failures of one kind came in a row, this one counted; "" ends the row. */
int dc_ledger_streak(struct dc_ledger *l, const char *kind, int64_t *length, struct dc_error *err)
	DC_CHECKED;
/* Nothing is sent before this wall moment: a limit of the other side.  0: no such thing. */
int dc_ledger_wait(struct dc_ledger *l, int64_t until, struct dc_error *err) DC_CHECKED;
int dc_ledger_waits(struct dc_ledger *l, int64_t *until, struct dc_error *err) DC_CHECKED;

/* – → sent, as the user tells it of a request that decorum had no part in. */
int dc_ledger_request_told(struct dc_ledger *l, int64_t *id, int64_t person, int64_t sent,
                           int64_t now, struct dc_error *err) DC_CHECKED;

struct dc_request_filter {
	unsigned states;     /* bit per enum dc_state; 0: all */
	int64_t person;      /* 0: everybody */
	int64_t sent_before; /* 0: any time */
	bool ours;           /* only what decorum itself made */
	bool undo_asked;     /* only those that an undo came too late for */
	size_t limit;        /* 0: all */
};
/* Newest first; *out is in the arena. */
int dc_ledger_request_list(struct dc_ledger *l, struct dc_request **out, size_t *count,
                           const struct dc_request_filter *f, struct dc_arena *arena,
                           struct dc_error *err) DC_CHECKED;

/* Events of one person (0: of everybody), oldest first; facts read from an export
 * (invited, connected, written to) are told as events too, with file and row. */
int dc_ledger_history(struct dc_ledger *l, struct dc_event **out, size_t *count, int64_t person,
                      struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
/* Adds an event that moves nothing: an override with its reason, and the like. */
int dc_ledger_event_add(struct dc_ledger *l, const struct dc_event *e, struct dc_error *err)
	DC_CHECKED;

/* How many requests were held although that rule found something, by a suppression. */
int dc_ledger_suppressed(struct dc_ledger *l, size_t *requests, const char *rule,
                         struct dc_error *err) DC_CHECKED;

/* Where the user met somebody, in their own words: the newest such event ("met").  "" when
 * there is none; *at is when it was noted. */
int dc_ledger_met_put(struct dc_ledger *l, int64_t person, const char *where, int64_t now,
                      struct dc_error *err) DC_CHECKED;
int dc_ledger_met(struct dc_ledger *l, const char **where, int64_t *at, int64_t person,
                  struct dc_arena *arena, struct dc_error *err) DC_CHECKED;

/* Pausing the outbox is remembered across programs.  `why` NULL resumes, and ends a wait. */
int dc_ledger_pause(struct dc_ledger *l, const char *why, int64_t now, struct dc_error *err)
	DC_CHECKED;
/* *why is "" when it runs. */
int dc_ledger_paused(struct dc_ledger *l, const char **why, struct dc_arena *arena,
                     struct dc_error *err) DC_CHECKED;

/* --- what the dossier asks */

/* The one incoming request of a person and the letters written to them. */
int dc_ledger_incoming(struct dc_ledger *l, struct dc_known *out, int64_t person,
                       struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
int dc_ledger_written(struct dc_ledger *l, struct dc_known *last, size_t *count, int64_t person,
                      struct dc_arena *arena, struct dc_error *err) DC_CHECKED;

/* Requests that went out, or are on their way out (held, handing, handed, sending,
 * unknown), at or after `since`.  With `notes`, only those with a personal note. */
int dc_ledger_count_since(struct dc_ledger *l, size_t *out, int64_t since, bool notes,
                          struct dc_error *err) DC_CHECKED;
/* The moment of the n-th newest of them (1 is the newest), 0 when there are fewer. */
int dc_ledger_nth_newest(struct dc_ledger *l, int64_t *out, size_t n, bool notes,
                         struct dc_error *err) DC_CHECKED;
/* Requests out and unanswered, and the oldest of them. */
int dc_ledger_pending(struct dc_ledger *l, size_t *out, int64_t *oldest, int64_t not_before,
                      struct dc_error *err) DC_CHECKED;

/* How many people other than `person` got a note with that skeleton, and the newest. */
int dc_ledger_same_note(struct dc_ledger *l, size_t *people, struct dc_request *newest,
                        uint64_t skeleton, int64_t person, struct dc_arena *arena,
                        struct dc_error *err) DC_CHECKED;
/* Calls back with each note that went to somebody other than `person` at or after
 * `since`, newest first: id, person, name, note and moments of the request, whose strings
 * live for the call.  A non-zero answer stops the walk and is returned. */
typedef int dc_note_fn(void *data, const struct dc_request *r);
int dc_ledger_notes_since(struct dc_ledger *l, int64_t since, int64_t person, dc_note_fn *fn,
                          void *data, struct dc_error *err) DC_CHECKED;

/* How many people other than `person`, all of one company, were asked at or after `since`, and
 * the `most` newest of them; *newest is in the arena. */
struct dc_asked {
	const char *name; /* or "" */
	int64_t at;       /* when they were asked last */
};
int dc_ledger_colleagues(struct dc_ledger *l, size_t *people, struct dc_asked **newest,
                         size_t *count, const char *company, int64_t person, int64_t since,
                         size_t most, struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
/* How many people other than `person` got a note from that template at or after `since`. */
int dc_ledger_template_people(struct dc_ledger *l, size_t *people, const char *tmpl, int64_t person,
                              int64_t since, struct dc_error *err) DC_CHECKED;
/* What became of the requests that went out from the day (UTC) of `from` up to the one before
 * that of `to`. */
struct dc_fates {
	size_t count, accepted;
	size_t untold; /* of them nobody has heard: neither an answer, nor that they still wait */
};
int dc_ledger_fates(struct dc_ledger *l, struct dc_fates *out, int64_t from, int64_t to,
                    struct dc_error *err) DC_CHECKED;

/* Who got a note like this one, in the whole history.  Notes are one text when a stock part
 * is the same, whatever was put before it or left out; counts are of notes to others. */
struct dc_near {
	bool known; /* false: there is no index that can be trusted; nothing else is filled */
	size_t notes;
	size_t day, week, month;   /* of them, within that time before now */
	struct dc_request nearest; /* an example, when notes is not 0 */
};
/* `masked` as dc_similar_mask() makes it. */
int dc_ledger_near_notes(struct dc_ledger *l, struct dc_near *out, const char *masked, size_t len,
                         int64_t person, int64_t now, struct dc_arena *arena, struct dc_error *err)
	DC_CHECKED;
/* Throws away what follows from the requests and people, and builds it again. */
int dc_ledger_rebuild(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;

/* --- do not contact */

int dc_ledger_dnc_add(struct dc_ledger *l, int64_t *id, const struct dc_dnc *d,
                      struct dc_error *err) DC_CHECKED;
int dc_ledger_dnc_remove(struct dc_ledger *l, int64_t id, int64_t now, struct dc_error *err)
	DC_CHECKED;
/* All entries in force at `now` (0: all), oldest first; *out is in the arena. */
int dc_ledger_dnc_list(struct dc_ledger *l, struct dc_dnc **out, size_t *count, int64_t now,
                       struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
/* True in *out when the key's salted hash was kept by dc_ledger_person_forget(). */
int dc_ledger_forgotten(struct dc_ledger *l, bool *out, const char *key, struct dc_error *err)
	DC_CHECKED;

/* --- drafts: nothing typed is ever lost */

struct dc_draft {
	int64_t id;      /* 0 in a put: a new one */
	const char *key; /* recipient's key or "" */
	const char *who; /* what the user typed for the recipient, or a name */
	const char *tmpl;
	const char *note; /* exact bytes */
	size_t note_len;
	const char *answers; /* JSON object slot → value, or "" */
	int64_t at;
};

int dc_ledger_draft_put(struct dc_ledger *l, int64_t *id, const struct dc_draft *d,
                        struct dc_error *err) DC_CHECKED;
int dc_ledger_draft_get(struct dc_ledger *l, struct dc_draft *out, int64_t id,
                        struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
int dc_ledger_draft_drop(struct dc_ledger *l, int64_t id, struct dc_error *err) DC_CHECKED;
/* Newest first; *out is in the arena. */
int dc_ledger_draft_list(struct dc_ledger *l, struct dc_draft **out, size_t *count,
                         struct dc_arena *arena, struct dc_error *err) DC_CHECKED;

/* Remembered answers, newest first, so that the last value can be offered again. */
int dc_ledger_answer_put(struct dc_ledger *l, const char *slot, const char *value, int64_t now,
                         struct dc_error *err) DC_CHECKED;
int dc_ledger_answer_list(struct dc_ledger *l, const char ***out, size_t *count, const char *slot,
                          size_t limit, struct dc_arena *arena, struct dc_error *err) DC_CHECKED;

/* --- import: rows stream in, slice by slice
 *
 * Each slice is durable, and the ledger whole after it.  What follows from rows together, such as
 * that a request was accepted, is settled by the commit. */

struct dc_ledger_import;

/* What a row did. */
enum dc_row { DC_ROW_NEW, DC_ROW_KNOWN, DC_ROW_CHANGED };

/* `label` names the export for evidence: "the export of 1 November 2026". */
int dc_ledger_import_begin(struct dc_ledger *l, struct dc_ledger_import **out, const char *label,
                           int64_t exported, int64_t now, struct dc_error *err) DC_CHECKED;
/* The following files come from another export; one import may hold several, in any order. */
int dc_ledger_import_export(struct dc_ledger_import *i, const char *label, int64_t exported,
                            struct dc_error *err) DC_CHECKED;
/* The file that the following rows come from: "Invitations.csv". */
int dc_ledger_import_file(struct dc_ledger_import *i, const char *name, struct dc_error *err)
	DC_CHECKED;
/* Takes the file at hand up again where an import of it was interrupted: rows up to *rows are in
 * already, and answer DC_ROW_KNOWN; 0 when there are none.  It is the same file when size and
 * moment of change are the same. */
int dc_ledger_import_go_on(struct dc_ledger_import *i, int64_t *rows, int64_t size,
                           int64_t modified, struct dc_error *err) DC_CHECKED;
/* Is the row in already? */
bool dc_ledger_import_has(const struct dc_ledger_import *i, int64_t row);
/* All rows up to this one have come: now and then makes them durable. */
int dc_ledger_import_reach(struct dc_ledger_import *i, int64_t rows, struct dc_error *err)
	DC_CHECKED;
/* Makes a slice after so many rows that said something new, instead of 65,536. */
void dc_ledger_import_slice(struct dc_ledger_import *i, size_t rows);
/* `row` counts data rows from 1.  connected.at 0: date unknown; key "" : hidden member. */
int dc_ledger_import_connection(struct dc_ledger_import *i, enum dc_row *did,
                                const struct dc_person *p, int64_t row, struct dc_error *err)
	DC_CHECKED;

struct dc_row_invitation {
	bool outgoing;
	struct dc_person other; /* key "" : known by name only (exports before late 2023) */
	const char *note;
	size_t note_len;
	uint64_t skeleton;
	int64_t at; /* the minute; 0 unknown */
};
int dc_ledger_import_invitation(struct dc_ledger_import *i, enum dc_row *did,
                                const struct dc_row_invitation *v, int64_t row,
                                struct dc_error *err) DC_CHECKED;
/* A conversation message that the user wrote to that person. */
int dc_ledger_import_message(struct dc_ledger_import *i, enum dc_row *did,
                             const struct dc_person *to, int64_t at, int64_t row,
                             struct dc_error *err) DC_CHECKED;
int dc_ledger_import_self(struct dc_ledger_import *i, enum dc_row *did, const struct dc_person *me,
                          int64_t row, struct dc_error *err) DC_CHECKED;
/* The file at hand was read to its end, so what it does not list is not in that export.  Once
 * an export is known by both of its tables, a request that an older one lists and this one does
 * not, to somebody who is not connected, is *inferred* to be closed. */
enum dc_whole { DC_WHOLE_CONNECTIONS, DC_WHOLE_INVITATIONS };
int dc_ledger_import_whole(struct dc_ledger_import *i, enum dc_whole which, struct dc_error *err)
	DC_CHECKED;
/* Keeps all of it, what came up to the last dc_ledger_import_reach() (*kept: there is anything,
 * also of slices before), or no more than the slices before; each frees `i`. */
int dc_ledger_import_commit(struct dc_ledger_import *i, struct dc_error *err) DC_CHECKED;
int dc_ledger_import_stop(struct dc_ledger_import *i, bool *kept, struct dc_error *err) DC_CHECKED;
void dc_ledger_import_rollback(struct dc_ledger_import *i);

#endif
