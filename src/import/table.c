/* table.c - headers of all eras as data. */
#include "import/table.h"

#include <string.h>

#include "import/date.h"

static const char *const column_names[DC_IMPORT_COLUMN_COUNT] = {
#define X(name, text) [DC_IMPORT_COLUMN_##name] = text,
	DC_IMPORT_COLUMNS(X)
#undef X
};

static const char *const table_names[DC_IMPORT_TABLE_COUNT] = {
#define X(name, text) [DC_IMPORT_##name] = text,
	DC_IMPORT_TABLES(X)
#undef X
};

const char *dc_import_table_name(enum dc_import_table t)
{
	return t < DC_IMPORT_TABLE_COUNT ? table_names[t] : "";
}

/* What every era of a table has; which columns it has beside them, the era says. */
enum { MUST_MAX = 6 };
#define C(name) DC_IMPORT_COLUMN_##name
static const struct {
	enum dc_import_column must[MUST_MAX], date;
	size_t count;
	int64_t (*read_date)(const char *s, size_t len); /* NULL: it has none */
} tables[DC_IMPORT_TABLE_COUNT] = {
	[DC_IMPORT_CONNECTIONS] = { { C(FIRST), C(LAST), C(CONNECTED) },
	                            C(CONNECTED),
	                            3,
	                            dc_import_date_day },
	[DC_IMPORT_INVITATIONS] = { { C(FROM), C(TO), C(SENT_AT), C(MESSAGE), C(DIRECTION) },
	                            C(SENT_AT),
	                            5,
	                            dc_import_date_minute },
	[DC_IMPORT_MESSAGES] = { { C(CONVERSATION), C(FROM), C(TO), C(DATE), C(CONTENT) },
	                         C(DATE),
	                         5,
	                         dc_import_date_second },
	[DC_IMPORT_PROFILE] = { { C(FIRST), C(LAST), C(MAIDEN), C(HEADLINE) }, C(FIRST), 4, NULL },
};

enum { NAME_MAX_LEN = 64 };

/* Lower case without blanks and underscores; false when it is too long to be a known name. */
static bool squeeze(char out[NAME_MAX_LEN], const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] == ' ' || s[i] == '_')
			continue;
		if (n == NAME_MAX_LEN - 1)
			return false;
		out[n++] = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] | 0x20) : s[i];
	}
	out[n] = '\0';
	return true;
}

static void map(struct dc_import_layout *l, const struct dc_csv_row *row)
{
	char name[NAME_MAX_LEN];

	for (size_t c = 0; c < DC_IMPORT_COLUMN_COUNT; c++)
		l->at[c] = -1;
	for (size_t i = 0; i < row->count; i++) {
		if (!squeeze(name, row->fields[i].s, row->fields[i].len))
			continue;
		for (size_t c = 0; c < DC_IMPORT_COLUMN_COUNT; c++)
			if (l->at[c] < 0 && !strcmp(name, column_names[c]))
				l->at[c] = (int)i;
	}
	l->columns = row->count;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* guide_messages.csv, learning_coach_messages.csv, coach_messages.csv */
static bool from_an_assistant(const char *path)
{
	static const char *const who[] = { "guide", "learning", "coach" };
	char name[NAME_MAX_LEN];
	const char *base = base_name(path);

	if (!squeeze(name, base, strlen(base)) || !strstr(name, "messages"))
		return false;
	for (size_t i = 0; i < DC_COUNT(who); i++)
		if (!strncmp(name, who[i], strlen(who[i])))
			return true;
	return false;
}

bool dc_import_layout_of(struct dc_import_layout *out, const struct dc_csv_row *row,
                         const char *name)
{
	struct dc_import_layout l = { 0 };

	map(&l, row);
	for (size_t t = 0; t < DC_IMPORT_TABLE_COUNT; t++) {
		size_t found = 0;

		for (size_t i = 0; i < tables[t].count; i++)
			found += l.at[tables[t].must[i]] >= 0;
		if (found < tables[t].count)
			continue;
		if (t == DC_IMPORT_MESSAGES && from_an_assistant(name))
			return false;
		l.table = (enum dc_import_table)t;
		*out = l;
		return true;
	}
	return false;
}

bool dc_import_promises_table(const char *path)
{
	const char *base = base_name(path), *dot = strrchr(base, '.');
	char name[NAME_MAX_LEN], want[NAME_MAX_LEN];

	if (!squeeze(name, base, dot ? (size_t)(dot - base) : strlen(base)))
		return false;
	for (size_t t = 0; t < DC_IMPORT_TABLE_COUNT; t++)
		if (squeeze(want, table_names[t], strlen(table_names[t])) && !strcmp(name, want))
			return true;
	return false;
}

struct dc_csv_field dc_import_field(const struct dc_import_layout *l, const struct dc_csv_row *row,
                                    enum dc_import_column c)
{
	return l->at[c] < 0 ? (struct dc_csv_field){ "", 0 } : row->fields[l->at[c]];
}

int64_t dc_import_row_moment(const struct dc_import_layout *l, const struct dc_csv_row *row)
{
	struct dc_csv_field f = dc_import_field(l, row, tables[l->table].date);

	return tables[l->table].read_date ? tables[l->table].read_date(f.s, f.len) : 0;
}
