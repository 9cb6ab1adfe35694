/* schema.c - the tables of the ledger, as migrations.
 *
 * Append, never edit: a file made by any earlier decorum is brought up to date by the
 * strings it has not seen yet.  The legal moves stand here once more, as rows of `edge`
 * that triggers enforce; tests/unit/ledger.c holds them against request.c.
 */
#include "store/store.h"

/* Counts one request in. */
#define PACE_ADD                                                                             \
	"INSERT INTO pace SELECT span, at, requests, notes, pending, gone, accepted, untold" \
	" FROM paced WHERE id = NEW.id ON CONFLICT DO UPDATE SET"                            \
	" requests = requests + excluded.requests, notes = notes + excluded.notes,"          \
	" pending = pending + excluded.pending, gone = gone + excluded.gone,"                \
	" accepted = accepted + excluded.accepted, untold = untold + excluded.untold"

static const char *const migrations[] = {
	/* Evidence: a file of an export, or (file = '') a text such as 'you'. */
	"CREATE TABLE source ("
	"  id INTEGER PRIMARY KEY,"
	"  label TEXT NOT NULL,"
	"  file TEXT NOT NULL,"
	"  UNIQUE (label, file)) STRICT;"

	"CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;"
	"INSERT INTO meta VALUES ('salt', randomblob(16));"

	/* The last transactions, so that a COMMIT that failed can be looked up afterwards. */
	"CREATE TABLE change (id INTEGER PRIMARY KEY, nonce INTEGER NOT NULL) STRICT;"

	"CREATE TABLE person ("
	"  id INTEGER PRIMARY KEY,"
	"  key TEXT NOT NULL DEFAULT '',"
	"  name TEXT NOT NULL DEFAULT '',"
	"  folded TEXT NOT NULL DEFAULT '',"
	"  first TEXT, last TEXT, headline TEXT, company TEXT, email TEXT,"
	"  as_of INTEGER NOT NULL DEFAULT 0,"
	"  src INTEGER REFERENCES source, row INTEGER,"
	"  joined INTEGER REFERENCES person," /* is the same person as that one */
	"  connected INTEGER, connected_how TEXT, connected_src INTEGER REFERENCES source,"
	"  connected_row INTEGER,"
	"  incoming INTEGER, incoming_src INTEGER REFERENCES source, incoming_row INTEGER) STRICT;"
	"CREATE INDEX person_folded ON person (folded) WHERE folded <> '';"
	"CREATE INDEX person_joined ON person (joined) WHERE joined IS NOT NULL;"
	"CREATE INDEX person_nameless ON person (id) WHERE key = '' AND joined IS NULL;"

	"CREATE TABLE person_key ("
	"  key TEXT PRIMARY KEY,"
	"  person INTEGER NOT NULL REFERENCES person,"
	"  seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
	"CREATE INDEX person_key_person ON person_key (person, seq);"

	/* kind 0: a word of the name, 1: of the company */
	"CREATE TABLE word ("
	"  word TEXT NOT NULL, kind INTEGER NOT NULL, person INTEGER NOT NULL,"
	"  PRIMARY KEY (word, kind, person)) STRICT, WITHOUT ROWID;"

	"CREATE TABLE letter ("
	"  person INTEGER NOT NULL REFERENCES person, at INTEGER NOT NULL,"
	"  src INTEGER NOT NULL REFERENCES source, row INTEGER NOT NULL,"
	"  PRIMARY KEY (person, at)) STRICT, WITHOUT ROWID;",

	/* Requests, and the moves that are legal. */
	"CREATE TABLE edge ("
	"  \"from\" TEXT NOT NULL, \"to\" TEXT NOT NULL,"
	"  PRIMARY KEY (\"from\", \"to\")) STRICT, WITHOUT ROWID;"
	"INSERT INTO edge VALUES"
	"  ('', 'held'), ('', 'sent'), ('', 'expired'),"
	"  ('held', 'undone'), ('held', 'handing'), ('held', 'sending'),"
	"  ('handing', 'handed'), ('handing', 'sent'), ('handing', 'held'),"
	"  ('handing', 'undone'), ('handed', 'sent'), ('handed', 'held'), ('handed', 'undone'),"
	"  ('sending', 'held'), ('sending', 'sent'), ('sending', 'failed'),"
	"  ('sending', 'unknown'), ('unknown', 'sent'), ('unknown', 'withdrawing'),"
	"  ('unknown', 'held'), ('unknown', 'undone'),"
	"  ('sent', 'withdrawing'), ('sent', 'withdrawn'), ('sent', 'accepted'),"
	"  ('sent', 'declined'), ('sent', 'ignored'), ('sent', 'expired'),"
	"  ('withdrawing', 'withdrawn'), ('withdrawing', 'sent'), ('withdrawing', 'accepted'),"
	"  ('expired', 'accepted'), ('ignored', 'accepted'), ('ignored', 'declined'),"
	"  ('ignored', 'withdrawn'), ('declined', 'accepted');"

	"CREATE TABLE request ("
	"  id INTEGER PRIMARY KEY,"
	"  person INTEGER NOT NULL REFERENCES person,"
	"  state TEXT NOT NULL,"
	"  how TEXT NOT NULL CHECK (how IN ('observed', 'told', 'inferred')),"
	"  state_at INTEGER NOT NULL,"
	"  state_src INTEGER REFERENCES source, state_row INTEGER,"
	"  src INTEGER NOT NULL REFERENCES source, row INTEGER,"
	"  sent INTEGER NOT NULL DEFAULT 0,"
	"  seen INTEGER,"                      /* the minute an export gives for our own */
	"  moment INTEGER NOT NULL DEFAULT 0," /* counts from here: sent, or else created */
	"  note BLOB NOT NULL DEFAULT x'',"
	"  skeleton INTEGER NOT NULL DEFAULT 0,"
	"  tmpl TEXT, transport TEXT, reason TEXT,"
	"  idempotency TEXT,"
	"  created INTEGER NOT NULL,"
	"  hold INTEGER, due_awake INTEGER, boot TEXT, due_wall INTEGER,"
	"  token INTEGER NOT NULL DEFAULT 0) STRICT;"
	"CREATE UNIQUE INDEX request_active ON request (person)"
	"  WHERE state IN ('held', 'handing', 'handed', 'sending', 'unknown', 'withdrawing');"
	"CREATE UNIQUE INDEX request_idempotency ON request (idempotency)"
	"  WHERE idempotency IS NOT NULL;"
	"CREATE INDEX request_person ON request (person, sent);"
	"CREATE INDEX request_state ON request (state, sent);"
	"CREATE INDEX request_moment ON request (moment);"
	"CREATE INDEX request_skeleton ON request (skeleton, person, state) WHERE skeleton <> 0;"

	"CREATE TRIGGER request_start BEFORE INSERT ON request"
	"  WHEN NOT EXISTS (SELECT 1 FROM edge WHERE \"from\" = '' AND \"to\" = NEW.state)"
	"  BEGIN SELECT RAISE(ABORT, 'no request starts in that state'); END;"
	"CREATE TRIGGER request_move BEFORE UPDATE OF state ON request"
	"  WHEN OLD.state <> NEW.state AND NOT EXISTS"
	"    (SELECT 1 FROM edge WHERE \"from\" = OLD.state AND \"to\" = NEW.state)"
	"  BEGIN SELECT RAISE(ABORT, 'no such move'); END;"
	"CREATE TRIGGER request_kept BEFORE DELETE ON request"
	"  BEGIN SELECT RAISE(ABORT, 'requests are never deleted'); END;",

	/* What happened, and what the user keeps. */
	"CREATE TABLE event ("
	"  id INTEGER PRIMARY KEY,"
	"  request INTEGER REFERENCES request, person INTEGER REFERENCES person,"
	"  at INTEGER NOT NULL,"
	"  kind TEXT NOT NULL,"
	"  \"from\" TEXT NOT NULL, \"to\" TEXT NOT NULL,"
	"  how TEXT NOT NULL,"
	"  detail TEXT NOT NULL,"
	"  src INTEGER NOT NULL REFERENCES source, row INTEGER) STRICT;"
	"CREATE INDEX event_request ON event (request) WHERE request IS NOT NULL;"
	"CREATE INDEX event_person ON event (person) WHERE person IS NOT NULL;"
	/* Forgetting a person may blank a detail; nothing else ever changes. */
	"CREATE TRIGGER event_fixed BEFORE UPDATE ON event"
	"  WHEN NEW.detail <> '' OR (NEW.id, NEW.request, NEW.person, NEW.at, NEW.kind,"
	"    NEW.\"from\", NEW.\"to\", NEW.how, NEW.src, NEW.row) IS NOT"
	"    (OLD.id, OLD.request, OLD.person, OLD.at, OLD.kind, OLD.\"from\", OLD.\"to\","
	"    OLD.how, OLD.src, OLD.row)"
	"  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;"
	"CREATE TRIGGER event_kept BEFORE DELETE ON event"
	"  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;"

	"CREATE TABLE draft ("
	"  id INTEGER PRIMARY KEY,"
	"  key TEXT, who TEXT, tmpl TEXT,"
	"  note BLOB NOT NULL, answers TEXT,"
	"  at INTEGER NOT NULL,"
	"  request INTEGER REFERENCES request) STRICT;" /* the one it was before an undo */

	"CREATE TABLE answer ("
	"  slot TEXT NOT NULL, value TEXT NOT NULL, at INTEGER NOT NULL,"
	"  PRIMARY KEY (slot, value)) STRICT, WITHOUT ROWID;"

	"CREATE TABLE dnc ("
	"  id INTEGER PRIMARY KEY,"
	"  kind TEXT NOT NULL, what TEXT NOT NULL,"
	"  reason TEXT NOT NULL CHECK (reason <> ''),"
	"  until INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL,"
	"  removed INTEGER) STRICT;"
	/* Salted hashes of the keys of people who are forgotten and not to be invited again. */
	"CREATE TABLE forgotten (hash BLOB PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT "
	"ROWID;",

	/* Two exports compared: when was a request listed last? */
	"ALTER TABLE request ADD COLUMN listed INTEGER;" /* by the export of that moment */
	"INSERT INTO edge VALUES"
	"  ('', 'closed'), ('sent', 'closed'), ('accepted', 'closed'), ('closed', 'sent'), "
	"('closed', 'accepted'),"
	"  ('closed', 'declined'), ('closed', 'ignored'), ('closed', 'expired'),"
	"  ('closed', 'withdrawn');",

	/* The index of notes (notes.h): follows from the requests, may be built again. */
	"CREATE TABLE note ("
	"  request INTEGER PRIMARY KEY, cluster INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;"
	"CREATE INDEX note_cluster ON note (cluster, at);"
	"CREATE TABLE note_group (cluster INTEGER PRIMARY KEY, notes INTEGER NOT NULL) STRICT;"
	"CREATE TABLE note_leader ("
	"  request INTEGER PRIMARY KEY, cluster INTEGER NOT NULL,"
	"  near INTEGER NOT NULL,"  /* later notes that are nearly equal */
	"  alike INTEGER NOT NULL," /* thousandths, to the core of its cluster */
	"  bins BLOB NOT NULL, core BLOB) STRICT;"
	"CREATE TABLE note_band (band INTEGER NOT NULL, leader INTEGER NOT NULL,"
	"  PRIMARY KEY (band, leader)) STRICT, WITHOUT ROWID;"
	"CREATE TABLE note_core ("
	"  run INTEGER NOT NULL, leader INTEGER NOT NULL, size INTEGER NOT NULL,"
	"  PRIMARY KEY (run, leader)) STRICT, WITHOUT ROWID;"
	"CREATE TRIGGER note_gone AFTER DELETE ON note"
	"  BEGIN UPDATE note_group SET notes = notes - 1 WHERE cluster = OLD.cluster; END;"
	"CREATE TRIGGER note_unsent AFTER UPDATE OF state, note ON request"
	"  WHEN NEW.state IN ('undone', 'failed') OR NEW.note = x''"
	"  BEGIN DELETE FROM note WHERE request = NEW.id; END;"
	"CREATE TRIGGER note_moved AFTER UPDATE OF moment ON request"
	"  WHEN NEW.moment <> OLD.moment"
	"  BEGIN UPDATE note SET at = NEW.moment / 1000 WHERE request = NEW.id; END;",

	/* How a request fares with an API: one row from its first attempt on. */
	"CREATE TABLE dispatch ("
	"  request INTEGER PRIMARY KEY REFERENCES request,"
	"  attempts INTEGER NOT NULL DEFAULT 0,"
	"  doubts INTEGER NOT NULL DEFAULT 0," /* attempts of which nobody knew the outcome */
	"  tried INTEGER NOT NULL DEFAULT 0,"
	"  not_before INTEGER NOT NULL DEFAULT 0,"
	"  settled_elapsed INTEGER NOT NULL DEFAULT 0, settled_wall INTEGER NOT NULL DEFAULT 0,"
	"  boot TEXT NOT NULL DEFAULT '',"
	"  absent INTEGER NOT NULL DEFAULT 0," /* complete listings without it, in a row */
	"  invitation TEXT NOT NULL DEFAULT '',"
	"  raw TEXT NOT NULL DEFAULT '',"
	"  undo INTEGER NOT NULL DEFAULT 0) STRICT;",

	/* The index of people (likely.h): follows from the people, may be built again. */
	"CREATE TABLE likely (hash INTEGER NOT NULL, person INTEGER NOT NULL,"
	"  PRIMARY KEY (hash, person)) STRICT, WITHOUT ROWID;",

	/* How many requests an hour has seen: follows from them, may be counted again. */
	"CREATE TABLE pace (hour INTEGER PRIMARY KEY, requests INTEGER NOT NULL,"
	"  notes INTEGER NOT NULL, pending INTEGER NOT NULL) STRICT;"
	"INSERT INTO pace SELECT hour, sum(a), sum(b), sum(c) FROM"
	" (SELECT moment / 3600000 AS hour, state NOT IN ('undone', 'failed') AS a,"
	"  state NOT IN ('undone', 'failed') AND note <> x'' AS b,"
	"  sent > 0 AND state IN ('sent', 'withdrawing') AS c FROM request) GROUP BY hour;"
	"CREATE TRIGGER pace_new AFTER INSERT ON request"
	" BEGIN INSERT INTO pace VALUES"
	" (NEW.moment / 3600000, NEW.state NOT IN ('undone', 'failed'),"
	"  NEW.state NOT IN ('undone', 'failed') AND NEW.note <> x'',"
	"  NEW.sent > 0 AND NEW.state IN ('sent', 'withdrawing'))"
	"  ON CONFLICT DO UPDATE SET requests = requests + excluded.requests,"
	"  notes = notes + excluded.notes, pending = pending + excluded.pending;"
	" END;"
	"CREATE TRIGGER pace_changed AFTER UPDATE OF state, moment, sent, note ON request"
	" BEGIN INSERT INTO pace VALUES"
	" (OLD.moment / 3600000, OLD.state NOT IN ('undone', 'failed'),"
	"  OLD.state NOT IN ('undone', 'failed') AND OLD.note <> x'',"
	"  OLD.sent > 0 AND OLD.state IN ('sent', 'withdrawing'))"
	"  ON CONFLICT DO UPDATE SET requests = requests - excluded.requests,"
	"  notes = notes - excluded.notes, pending = pending - excluded.pending;"
	" INSERT INTO pace VALUES"
	" (NEW.moment / 3600000, NEW.state NOT IN ('undone', 'failed'),"
	"  NEW.state NOT IN ('undone', 'failed') AND NEW.note <> x'',"
	"  NEW.sent > 0 AND NEW.state IN ('sent', 'withdrawing'))"
	"  ON CONFLICT DO UPDATE SET requests = requests + excluded.requests,"
	"  notes = notes + excluded.notes, pending = pending + excluded.pending;"
	" END;",

	/* Room in the file that an undo needs, kept while a request is held: with it an undo
	 * works also when the disk is full. */
	"CREATE TABLE reserve ("
	"  request INTEGER PRIMARY KEY REFERENCES request, room BLOB NOT NULL) STRICT;",

	/* The newest of the notes that are the same is the last one of the index. */
	"DROP INDEX request_skeleton;"
	"CREATE INDEX request_skeleton ON request (skeleton, moment, person, state)"
	"  WHERE skeleton <> 0;",

	/* What is built beside the ledger is kept packed (postings.h), and built again. */
	"DROP TABLE word; DROP TABLE likely; DROP TABLE note_band;"
	"CREATE TABLE posting (first BLOB NOT NULL UNIQUE, body BLOB NOT NULL) STRICT;"
	"DELETE FROM meta WHERE name IN ('likely', 'likely upto', 'notes', 'notes upto');",

	/* What was told of a request and is needed when it is checked again: the template's own
	 * words, and the recipient's minutes east of UTC. */
	"ALTER TABLE request ADD COLUMN tmpl_text TEXT;"
	"ALTER TABLE request ADD COLUMN zone INTEGER;"
	"CREATE INDEX request_tmpl ON request (tmpl, moment) WHERE tmpl IS NOT NULL;"

	/* Who was asked at which company: a hash of its folded name (0: none), told for the person
	 * and followed by their requests. */
	"ALTER TABLE person ADD COLUMN firm INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE request ADD COLUMN firm INTEGER NOT NULL DEFAULT 0;"
	"CREATE INDEX request_firm ON request (firm, moment) WHERE firm <> 0;"
	"CREATE TRIGGER firm_changed AFTER UPDATE OF firm ON person WHEN NEW.firm <> OLD.firm"
	" BEGIN UPDATE request SET firm = NEW.firm WHERE person = NEW.id; END;"
	"CREATE TRIGGER firm_of_other AFTER UPDATE OF person ON request"
	"  WHEN NEW.person <> OLD.person BEGIN"
	" UPDATE request SET firm ="
	"  coalesce((SELECT firm FROM person WHERE id = NEW.person), 0)"
	"  WHERE id = NEW.id;"
	" END;"

	/* How the requests of a day fared: follows from them, may be counted again. */
	"CREATE VIEW request_fate AS SELECT id, moment / 86400000 AS day,"
	"  state = 'accepted' AS accepted,"
	/* nobody has heard: neither an answer, nor (an export two weeks later) that it waits */
	"  state IN ('sent', 'withdrawing') AND coalesce(listed, 0) < moment + 14 * 86400000"
	"   AS untold FROM request"
	"  WHERE moment > 0 AND sent > 0 AND state IN ('sent', 'withdrawing', 'withdrawn',"
	"  'accepted', 'declined', 'ignored', 'expired', 'closed');"
	"CREATE TABLE fate (day INTEGER PRIMARY KEY, requests INTEGER NOT NULL,"
	"  accepted INTEGER NOT NULL, untold INTEGER NOT NULL) STRICT;"
	"INSERT INTO fate SELECT day, count(*), sum(accepted), sum(untold) FROM request_fate"
	"  GROUP BY day;"
	"CREATE TRIGGER fate_new AFTER INSERT ON request"
	" BEGIN INSERT INTO fate SELECT day, 1, accepted, untold FROM request_fate"
	"  WHERE id = NEW.id ON CONFLICT DO UPDATE SET requests = requests + 1,"
	"  accepted = accepted + excluded.accepted, untold = untold + excluded.untold;"
	" END;"
	"CREATE TRIGGER fate_was BEFORE UPDATE OF state, moment, sent, listed ON request"
	" BEGIN UPDATE fate SET requests = requests - 1, accepted = fate.accepted - f.accepted,"
	"  untold = fate.untold - f.untold FROM request_fate f"
	"  WHERE f.id = OLD.id AND fate.day = f.day;"
	" END;"
	"CREATE TRIGGER fate_is AFTER UPDATE OF state, moment, sent, listed ON request"
	" BEGIN INSERT INTO fate SELECT day, 1, accepted, untold FROM request_fate"
	"  WHERE id = NEW.id ON CONFLICT DO UPDATE SET requests = requests + 1,"
	"  accepted = accepted + excluded.accepted, untold = untold + excluded.untold;"
	" END;",

	/* The first key of a person stands with the person. */
	"DROP INDEX person_key_person;"
	"CREATE INDEX person_key_more ON person_key (person, seq) WHERE seq > 1;",

	/* How far the files of an import were read that has not come to its end; `first`: the
	 * requests from that id on came with it. */
	"CREATE TABLE unfinished ("
	"  src INTEGER PRIMARY KEY REFERENCES source, rows INTEGER NOT NULL,"
	"  size INTEGER NOT NULL, modified INTEGER NOT NULL, exported INTEGER NOT NULL,"
	"  first INTEGER NOT NULL) STRICT;",

	/* Requests per hour and per day (span), by what is asked of them: follows from them, may be
	 * counted again.  The edge of a window is looked at in the index of moments alone. */
	"DROP TRIGGER pace_new; DROP TRIGGER pace_changed; DROP TABLE pace;"
	"DROP TRIGGER fate_new; DROP TRIGGER fate_was; DROP TRIGGER fate_is;"
	"DROP VIEW request_fate; DROP TABLE fate; DROP INDEX request_moment;"
	"CREATE INDEX request_moment ON request (moment, state);"
	"CREATE VIEW paced AS SELECT id, span, moment / span AS at,"
	"  state NOT IN ('undone', 'failed') AS requests,"
	"  state NOT IN ('undone', 'failed') AND note <> x'' AS notes,"
	"  sent > 0 AND state IN ('sent', 'withdrawing') AS pending,"
	"  sent > 0 AND state IN ('sent', 'withdrawing', 'withdrawn', 'accepted', 'declined',"
	"    'ignored', 'expired', 'closed') AS gone,"
	"  sent > 0 AND state = 'accepted' AS accepted,"
	/* nobody has heard: neither an answer, nor (an export two weeks later) that it waits */
	"  sent > 0 AND state IN ('sent', 'withdrawing')"
	"    AND coalesce(listed, 0) < moment + 14 * 86400000 AS untold"
	"  FROM request, (SELECT 3600000 AS span UNION ALL SELECT 86400000) WHERE moment > 0;"
	"CREATE TABLE pace (span INTEGER NOT NULL, at INTEGER NOT NULL,"
	"  requests INTEGER NOT NULL, notes INTEGER NOT NULL, pending INTEGER NOT NULL,"
	"  gone INTEGER NOT NULL, accepted INTEGER NOT NULL, untold INTEGER NOT NULL,"
	"  PRIMARY KEY (span, at)) STRICT, WITHOUT ROWID;" DC_STORE_PACES_FILL ";"
	"CREATE TRIGGER pace_new AFTER INSERT ON request"
	"  BEGIN " PACE_ADD "; END;"
	"CREATE TRIGGER pace_was BEFORE UPDATE OF state, moment, sent, note, listed ON request"
	" BEGIN UPDATE pace SET requests = pace.requests - o.requests,"
	"  notes = pace.notes - o.notes, pending = pace.pending - o.pending,"
	"  gone = pace.gone - o.gone, accepted = pace.accepted - o.accepted,"
	"  untold = pace.untold - o.untold FROM paced o"
	"  WHERE o.id = OLD.id AND pace.span = o.span AND pace.at = o.at;"
	" END;"
	"CREATE TRIGGER pace_is AFTER UPDATE OF state, moment, sent, note, listed ON request"
	"  BEGIN " PACE_ADD "; END;",

	/* All that is asked of it stands in it. */
	"DROP INDEX request_firm;"
	"CREATE INDEX request_firm ON request (firm, moment, person)"
	"  WHERE firm <> 0 AND state NOT IN ('undone', 'failed');",

	/* For a list of more than two SQLite makes a table, at each row that is written. */
	"DROP INDEX request_active;"
	"CREATE UNIQUE INDEX request_active ON request (person)"
	"  WHERE state = 'held' OR state = 'handing' OR state = 'handed' OR state = 'sending'"
	"  OR state = 'unknown' OR state = 'withdrawing';",

	/* Most are sent, or have ended as exports tell: nobody asks for all of those. */
	"DROP INDEX request_state;"
	"CREATE INDEX request_open ON request (state, moment) WHERE state <> 'sent'"
	"  AND state <> 'accepted' AND state <> 'closed' AND state <> 'expired';",

	/* What notes have in common that come again and again is packed, too. */
	"DROP TABLE note_core; DELETE FROM posting WHERE first >= x'03';"
	"DELETE FROM meta WHERE name IN ('notes', 'notes upto');",
};

int dc_store_version(void) { return (int)DC_COUNT(migrations); }

const char *dc_store_migration(int i) { return i < dc_store_version() ? migrations[i] : NULL; }
