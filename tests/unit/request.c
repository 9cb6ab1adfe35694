/* request.c - the states and moves as data: in themselves, and as the model and the README have
 * them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <decorum/buf.h>
#include <decorum/request.h>

static void names_lead_back_to_states(void **state)
{
	enum dc_state s;
	enum dc_dnc_kind k;

	(void)state;
	for (int i = 0; i < DC_STATE_COUNT; i++) {
		assert_true(dc_state_of(&s, dc_state_name((enum dc_state)i)));
		assert_int_equal(s, i);
		assert_false(dc_state_final((enum dc_state)i) && dc_state_active((enum dc_state)i));
	}
	for (int i = 0; i < DC_DNC_KIND_COUNT; i++) {
		assert_true(dc_dnc_kind_of(&k, dc_dnc_kind_name((enum dc_dnc_kind)i)));
		assert_int_equal(k, i);
	}
	assert_false(dc_state_of(&s, "Held"));
	assert_false(dc_dnc_kind_of(&k, ""));
}

static void the_table_has_each_move_once_and_says_who(void **state)
{
	(void)state;
	for (size_t i = 0; dc_edge_at(i); i++) {
		const struct dc_edge *e = dc_edge_at(i);

		assert_true(dc_edge_legal(e->from, e->to));
		assert_int_not_equal(e->from, e->to);
		assert_true(*e->who);
		assert_non_null(e->guard);
		for (size_t k = 0; k < i; k++)
			assert_false(dc_edge_at(k)->from == e->from && dc_edge_at(k)->to == e->to);
	}
}

static void what_was_undone_or_failed_stays_so(void **state)
{
	(void)state;
	for (int to = 0; to < DC_STATE_COUNT; to++) {
		assert_false(dc_edge_legal(DC_STATE_UNDONE, (enum dc_state)to));
		assert_false(dc_edge_legal(DC_STATE_FAILED, (enum dc_state)to));
		assert_false(dc_edge_legal(DC_STATE_WITHDRAWN, (enum dc_state)to));
	}
}

static void every_active_state_has_a_way_to_an_end(void **state)
{
	bool ends[DC_STATE_COUNT];
	bool more = true;

	(void)state;
	for (int s = 0; s < DC_STATE_COUNT; s++)
		ends[s] = dc_state_final((enum dc_state)s);
	while (more) {
		more = false;
		for (size_t i = 0; dc_edge_at(i); i++)
			if (ends[dc_edge_at(i)->to] && !ends[dc_edge_at(i)->from])
				more = ends[dc_edge_at(i)->from] = true;
	}
	for (int s = 0; s < DC_STATE_COUNT; s++)
		assert_true(ends[s]);
}

static void read_whole(struct dc_buf *text, const char *path)
{
	FILE *f = fopen(path, "r");
	char part[4096];
	size_t n;

	assert_non_null(f);
	while ((n = fread(part, 1, sizeof(part), f)))
		dc_buf_add(text, part, n);
	fclose(f);
}

/* The README shows each state in a row: "| held | waits … | undone, handing, sending |". */
static void the_readme_says_what_the_code_does(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

	(void)state;
	read_whole(&text, "README.md");
	for (int s = 0; s < DC_STATE_COUNT; s++) {
		enum dc_state from = (enum dc_state)s;
		DC_AUTO(dc_buf_clear) struct dc_buf row = { 0 };
		const char *comma = "";

		dc_buf_printf(&row, "\n| %s | %s | ", dc_state_name(from), dc_state_means(from));
		for (size_t i = 0; dc_edge_at(i); i++)
			if (dc_edge_at(i)->from == from) {
				dc_buf_printf(&row, "%s%s", comma,
				              dc_state_name(dc_edge_at(i)->to));
				comma = ", ";
			}
		dc_buf_puts(&row, " |\n");
		if (!strstr(dc_buf_str(&text), dc_buf_str(&row)))
			fail_msg("not in the README:%s", dc_buf_str(&row));
	}
}

/* Reads "MOVE(from, to)" at p. */
static bool read_move(const char *p, enum dc_state *from, enum dc_state *to)
{
	char a[32], b[32];

	return sscanf(p, "MOVE(%31[a-z], %31[a-z])", a, b) == 2 && dc_state_of(from, a) &&
	       dc_state_of(to, b);
}

static void the_moves_of_the_model_are_those_of_the_code(void **state)
{
	bool modelled[DC_STATE_COUNT][DC_STATE_COUNT] = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

	(void)state;
	read_whole(&text, "tests/model/request.pml");
	for (const char *p = strstr(text.data, "MOVE("); p; p = strstr(p + 1, "MOVE(")) {
		enum dc_state from, to;

		if (!read_move(p, &from, &to))
			continue; /* the definition itself */
		modelled[from][to] = true;
		if (!dc_edge_legal(from, to))
			fail_msg("only in the model: %s to %s", dc_state_name(from),
			         dc_state_name(to));
	}
	for (size_t i = 0; dc_edge_at(i); i++)
		if (!modelled[dc_edge_at(i)->from][dc_edge_at(i)->to])
			fail_msg("not in the model: %s to %s", dc_state_name(dc_edge_at(i)->from),
			         dc_state_name(dc_edge_at(i)->to));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_lead_back_to_states),
		cmocka_unit_test(the_table_has_each_move_once_and_says_who),
		cmocka_unit_test(what_was_undone_or_failed_stays_so),
		cmocka_unit_test(every_active_state_has_a_way_to_an_end),
		cmocka_unit_test(the_moves_of_the_model_are_those_of_the_code),
		cmocka_unit_test(the_readme_says_what_the_code_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
