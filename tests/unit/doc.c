/* doc.c - words, sentences, greeting and language of a note. */
#include "text/doc.h"
#include "text/greeting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* "fold|fold|…" of the words. */
static const char *words_of(const struct dc_doc *d, char out[512])
{
	size_t n = 0;

	out[0] = '\0';
	for (size_t i = 0; i < d->word_count; i++)
		n += (size_t)snprintf(out + n, 512 - n, "%s%s", i ? "|" : "", d->words[i].fold);
	return out;
}

static void words(void **state)
{
	static const char *const cases[][2] = {
		{ "Hi Ada, I'd like it.", "hi|ada|i'd|like|it" },
		{ "I\u2019d", "i'd" },
		{ "J\u00fcrgen M\u00fcller-L\u00fcdenscheidt", "jurgen|muller|ludenscheidt" },
		{ "node.js 3.5 \U0001f600 C++", "node.js|3.5|c" },
		{ "Gru\u00df \u2014 stra\u00dfe", "gruss|strasse" },
		{ "", "" },
		{ "?! \n", "" },
	};
	char out[512];

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_doc_clear) struct dc_doc d = { 0 };

		dc_doc_init(&d, cases[i][0], strlen(cases[i][0]));
		assert_string_equal(words_of(&d, out), cases[i][1]);
		/* The chains by first byte hold every word once. */
		size_t chained = 0;

		for (size_t c = 0; c < 256; c++)
			for (size_t w = d.first[c]; w != DC_NO_WORD; w = d.words[w].next)
				chained++;
		assert_int_equal(chained, d.word_count);
	}
}

static void sentences(void **state)
{
	static const struct {
		const char *text;
		size_t count;
	} cases[] = {
		{ "One. Two! Three?", 3 },
		{ "Dr. Vey and Prof. Reed met at 3.5 p. Then it ended.", 2 },
		{ "I use node.js daily.", 1 },
		{ "Hi Ada,\nnice talk", 2 },
		{ "Wait... what?!", 2 },
		{ "\u4f60\u597d\u3002\u8c22\u8c22\u3002", 2 },
		{ "no end", 1 },
		{ "", 0 },
		{ "...", 0 },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_doc_clear) struct dc_doc d = { 0 };

		dc_doc_init(&d, cases[i].text, strlen(cases[i].text));
		if (d.sentence_count != cases[i].count)
			fail_msg("\"%s\": %zu sentences", cases[i].text, d.sentence_count);
		for (size_t s = 1; s < d.sentence_count; s++)
			assert_true(d.sentences[s - 1].to <= d.sentences[s].from);
	}
}

static void greetings(void **state)
{
	/* The words that name somebody; NULL: no greeting. */
	static const char *const cases[][2] = {
		{ "Hi Anna, I saw it", "Anna" },
		{ "Dear Dr. Vey, thanks", "Vey" },
		{ "Hallo J\u00fcrgen!", "J\u00fcrgen" },
		{ "Sehr geehrte Frau Dr. M\u00fcller-Stein, vielen Dank", "M\u00fcller-Stein" },
		{ "Bonjour Ana\u00efs, merci", "Ana\u00efs" },
		{ "\u00a1Hola Jos\u00e9! Gracias", "Jos\u00e9" },
		{ "Ol\u00e1 Jo\u00e3o, tudo bem?", "Jo\u00e3o" },
		{ "Ciao Chiara,", "Chiara" },
		{ "Hi there, I saw it", "" },
		{ "Hi , I saw it", "" },
		{ "Good morning Ada, I saw it", "Ada" },
		{ "Guten Tag Frau Vey,\nich", "Vey" },
		{ "Hi Anna great to meet you at the conference in Lisbon last week", "Anna" },
		{ "Hi Ada\nI saw it", "Ada" },
		{ "Dear Ada Maria Vey,", "Ada Maria Vey" },
		{ "Hola, Ada: te vi", "Ada" },
		{ "Boa tarde, Ada Vey. Gostei", "Ada Vey" },
		{ "Hello, Dr. Vey, I saw it", "Vey" },
		{ "Hi, Lisbon was great, thanks", "" },
		{ "Good day Engr. Vey, I saw it", "Vey" },
		{ "I enjoyed your talk, Ada", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_doc_clear) struct dc_doc d = { 0 };
		const char *want = cases[i][1];
		char name[64];

		dc_doc_init(&d, cases[i][0], strlen(cases[i][0]));
		snprintf(name, sizeof(name), "%.*s",
		         (int)(d.greeting.name.to - d.greeting.name.from),
		         d.text + d.greeting.name.from);
		if (d.greeting.present != (want != NULL) || (want && strcmp(name, want)))
			fail_msg("\"%s\": %d \"%s\"", cases[i][0], d.greeting.present, name);
	}
}

static void languages(void **state)
{
	static const struct {
		const char *text;
		enum dc_lang lang;
	} cases[] = {
		{ "Hi Ada, your talk on query plans was a joy and I would like to follow your "
		  "work.",
		  DC_LANG_EN },
		{ "Liebe Ada, Ihr Vortrag hat mir sehr gefallen, ich w\u00fcrde mich gerne "
		  "vernetzen.",
		  DC_LANG_DE },
		{ "Bonjour Ada, votre expos\u00e9 sur les bases de donn\u00e9es m'a beaucoup plu.",
		  DC_LANG_FR },
		{ "Hola Ada, me encant\u00f3 tu charla sobre bases de datos en Madrid.",
		  DC_LANG_ES },
		{ "Ol\u00e1 Ada, gostei muito da sua palestra sobre bancos de dados em Lisboa.",
		  DC_LANG_PT },
		{ "Ciao Ada, ho seguito il tuo intervento sui database a Milano.", DC_LANG_IT },
		{ "Hoi Ada, ik vond je praatje over databases erg leuk en zou graag contact "
		  "houden.",
		  DC_LANG_OTHER },
		{ "\u041f\u0440\u0438\u0432\u0435\u0442, \u0410\u0434\u0430", DC_LANG_OTHER },
		{ "\u4f60\u597d\uff0c\u5f88\u9ad8\u5174\u8ba4\u8bc6\u4f60", DC_LANG_OTHER },
		{ "Ada", DC_LANG_UNKNOWN },
		{ "", DC_LANG_UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_doc_clear) struct dc_doc d = { 0 };

		dc_doc_init(&d, cases[i].text, strlen(cases[i].text));
		if (d.lang != cases[i].lang)
			fail_msg("\"%s\": %s", cases[i].text, dc_lang_name(d.lang));
	}
}

static void hostile(void **state)
{
	static char big[100000];

	(void)state;
	DC_AUTO(dc_doc_clear) struct dc_doc broken = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc long_one = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc zero = { 0 };

	dc_doc_init(&broken, "Hi \xff Ada", 8);
	assert_false(broken.valid);
	assert_int_equal(broken.word_count, 0);
	for (size_t i = 0; i < sizeof(big); i += 2)
		memcpy(big + i, "\u00e9", 2); /* one long word, cut between two letters */
	dc_doc_init(&long_one, big, sizeof(big));
	assert_true(long_one.valid);
	assert_int_equal(long_one.words[0].at.to, DC_DOC_MAX);
	dc_doc_init(&zero, "Hi\0Ada, you", 11);
	assert_true(zero.word_count >= 3);
}

static void greeting_words(void **state)
{
	static const struct {
		const char *word;
		unsigned kinds;
	} cases[] = {
		{ "a", DC_GREETING_FILLS },
		{ "dear", DC_GREETING_OPENS | DC_GREETING_ADDRESSES },
		{ "hola", DC_GREETING_OPENS },
		{ "herrn",
		  DC_GREETING_FILLS | DC_GREETING_TITLE | DC_GREETING_CIVIL | DC_GREETING_HIM },
		{ "mr", DC_GREETING_FILLS | DC_GREETING_TITLE | DC_GREETING_SHORT |
		                DC_GREETING_CIVIL | DC_GREETING_NEEDS_NAME | DC_GREETING_HIM },
		{ "dott.ssa",
		  DC_GREETING_FILLS | DC_GREETING_TITLE | DC_GREETING_SHORT | DC_GREETING_HER },
		{ "zusammen", DC_GREETING_FILLS },
		{ "yo", DC_GREETING_OPENS },
		{ "dea", 0 },
		{ "dears", 0 },
		{ "ada", 0 },
		{ "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++)
		if (dc_greeting_word(cases[i].word, strlen(cases[i].word)) != cases[i].kinds)
			fail_msg("\"%s\"", cases[i].word);
}

/* They are looked up by halves: each of them has to be where that looks. */
static void greeting_words_are_in_order(void **state)
{
	const char *last = "";
	const char *w;

	(void)state;
	for (size_t i = 0; (w = dc_greeting_word_at(i)); i++) {
		assert_true(strcmp(last, w) < 0);
		assert_true(dc_greeting_word(w, strlen(w)));
		last = w;
	}
	assert_string_not_equal(last, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words),
		cmocka_unit_test(sentences),
		cmocka_unit_test(greetings),
		cmocka_unit_test(languages),
		cmocka_unit_test(hostile),
		cmocka_unit_test(greeting_words),
		cmocka_unit_test(greeting_words_are_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
