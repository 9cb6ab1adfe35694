/* settings.c - defaults, overlays, and errors that name file, line and key. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <decorum/settings.h>

static void defaults_are_dated(void **state)
{
	DC_AUTO(dc_settings_free) struct dc_settings *s = NULL;

	(void)state;
	assert_int_equal(dc_settings_read(&s, "config.ini", NULL, 0, NULL), 0);
	assert_int_equal(dc_settings_hold(s), 30000);
	assert_int_equal(dc_settings_account(s), DC_ACCOUNT_FREE);
	for (int i = 0; i < DC_LIMIT_COUNT; i++) {
		struct dc_limit limit = dc_settings_limit(s, (enum dc_limit_id)i);

		assert_true(limit.name && *limit.summary && *limit.source &&
		            strlen(limit.as_of) == 7);
	}
	assert_null(dc_settings_rule(s, "wrong-name"));
}

static void a_file_overlays(void **state)
{
	static const char ini[] = "; mine\n[account]\ntype = premium\n\n[outbox]\nhold=5\n"
				  "[limits]\nweek = 80\n[rules]\nwrong-name = warning\n";
	DC_AUTO(dc_settings_free) struct dc_settings *s = NULL;
	struct dc_setting row;
	size_t i = 0;

	(void)state;
	assert_int_equal(dc_settings_read(&s, "config.ini", ini, sizeof(ini) - 1, NULL), 0);
	assert_int_equal(dc_settings_account(s), DC_ACCOUNT_PREMIUM);
	assert_int_equal(dc_settings_hold(s), 5000);
	assert_int_equal(dc_settings_limit(s, DC_LIMIT_WEEK).value, 80);
	assert_string_equal(dc_settings_limit(s, DC_LIMIT_WEEK).source, "config.ini:8");
	assert_string_equal(dc_settings_rule(s, "wrong-name"), "warning");

	while (dc_settings_at(s, i, &row) && strcmp(row.key, "outbox.hold"))
		i++;
	assert_string_equal(row.origin, "config.ini:6");
	assert_int_equal(dc_settings_set(s, "outbox.hold", "0", "--hold", NULL), 0);
	assert_true(dc_settings_at(s, i, &row));
	assert_string_equal(row.origin, "--hold");
	assert_int_equal(dc_settings_hold(s), 0);
}

static void errors_name_the_line(void **state)
{
	static const struct {
		const char *ini, *message;
	} cases[] = {
		{ "[outbox]\nhold = 99999\n",
		  "c.ini:2: outbox.hold cannot be '99999'; write a whole number from 0 to 3600" },
		{ "[outbox]\nlate = never\n",
		  "c.ini:2: outbox.late cannot be 'never'; write one of ask|hold|send-within "
		  "MINUTES" },
		{ "[outbox]\nlate = send-within 1 day\n",
		  "c.ini:2: outbox.late cannot be 'send-within 1 day'; write one of "
		  "ask|hold|send-within MINUTES" },
		{ "[outbox]\nhold = soon\n",
		  "c.ini:2: outbox.hold cannot be 'soon'; write a whole number from 0 to 3600" },
		{ "\n[outbox]\n\nhlod = 3\n",
		  "c.ini:4: there is no setting 'outbox.hlod'; did you mean outbox.hold?" },
		{ "[limits]\nweak = 3\n",
		  "c.ini:2: there is no setting 'limits.weak'; did you mean limits.week?" },
		{ "[account]\ntype = gold\n",
		  "c.ini:2: account.type cannot be 'gold'; write one of free|premium" },
		{ "[rules]\nwrong-name = maybe\n", "c.ini:2: rules.wrong-name cannot be 'maybe'; "
		                                   "write one of error|warning|info|off" },
		{ "[account]\nnonsense\n",
		  "c.ini:2: this is neither a [section], nor a 'key = value', nor a comment (;)" },
		{ "[account]\nme = \xff\n", "c.ini: byte 16 is not UTF-8; save the file as UTF-8" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct dc_settings *s = NULL;
		struct dc_error err = { 0 };

		assert_int_equal(
			dc_settings_read(&s, "c.ini", cases[i].ini, strlen(cases[i].ini), &err),
			DC_INVALID);
		assert_string_equal(err.msg, cases[i].message);
		assert_null(s);
	}
}

static void a_long_line_is_refused_not_split(void **state)
{
	char ini[1000];
	struct dc_settings *s = NULL;
	struct dc_error err = { 0 };

	(void)state;
	memset(ini, 'x', sizeof(ini));
	memcpy(ini, "[account]\nme=", 13);
	assert_int_equal(dc_settings_read(&s, "c.ini", ini, sizeof(ini), &err), DC_INVALID);
	assert_non_null(strstr(err.msg, "c.ini:2: this line has more than "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults_are_dated),
		cmocka_unit_test(a_file_overlays),
		cmocka_unit_test(errors_name_the_line),
		cmocka_unit_test(a_long_line_is_refused_not_split),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
