/* table.h - which table is this, and which column is what: told by the header alone. */
#ifndef DC_IMPORT_TABLE_H
#define DC_IMPORT_TABLE_H

#include <decorum/import.h>
#include <stdbool.h>

#include "import/csv.h"

/* Names as they stand in a header, without case, blanks and underscores. */
#define DC_IMPORT_COLUMNS(X)                  \
	X(FIRST, "firstname")                 \
	X(LAST, "lastname")                   \
	X(MAIDEN, "maidenname")               \
	X(HEADLINE, "headline")               \
	X(URL, "url")                         \
	X(EMAIL, "emailaddress")              \
	X(COMPANY, "company")                 \
	X(POSITION, "position")               \
	X(CONNECTED, "connectedon")           \
	X(FROM, "from")                       \
	X(TO, "to")                           \
	X(SENT_AT, "sentat")                  \
	X(MESSAGE, "message")                 \
	X(DIRECTION, "direction")             \
	X(INVITER, "inviterprofileurl")       \
	X(INVITEE, "inviteeprofileurl")       \
	X(CONVERSATION, "conversationid")     \
	X(SENDER, "senderprofileurl")         \
	X(RECIPIENTS, "recipientprofileurls") \
	X(DATE, "date")                       \
	X(CONTENT, "content")                 \
	X(MESSAGE_DRAFT, "ismessagedraft")    \
	X(CONVERSATION_DRAFT, "isconversationdraft")

enum dc_import_column {
#define X(name, text) DC_IMPORT_COLUMN_##name,
	DC_IMPORT_COLUMNS(X)
#undef X
		DC_IMPORT_COLUMN_COUNT
};

/* Where the columns of one file are. */
struct dc_import_layout {
	enum dc_import_table table;
	size_t columns;                 /* that every row must have */
	int at[DC_IMPORT_COLUMN_COUNT]; /* -1: this era has no such column */
};

/* True when the row is the header of a table that decorum reads.  `name` tells only what shares
 * its header with conversations and is none: letters of LinkedIn's own assistants. */
bool dc_import_layout_of(struct dc_import_layout *out, const struct dc_csv_row *row,
                         const char *name);

/* True when a file of that name should have been such a table. */
bool dc_import_promises_table(const char *name);

/* The field of a row, "" when this era has no such column. */
struct dc_csv_field dc_import_field(const struct dc_import_layout *l, const struct dc_csv_row *row,
                                    enum dc_import_column c);
/* The moment in the table's date column, 0 when unknown. */
int64_t dc_import_row_moment(const struct dc_import_layout *l, const struct dc_csv_row *row);

#endif
