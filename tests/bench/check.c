/* check.c - microseconds for one note against all rules, in memory.
 *
 *   check            a note a language; goal: under 50
 *   check FILE...    labelled notes, which peers get as well: the mean
 */
#include <decorum/check.h>
#include <decorum/mem.h>
#include <decorum/person.h>
#include <decorum/time.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "check/learned/labelled.h"

enum { ROUNDS = 3000, TURNS = 3, FILE_ROUNDS = 20 };

#define NOW (INT64_C(1794225600) * DC_SECOND)

/* A note, and for whom it is; all strings are borrowed. */
struct note {
	const char *text, *name, *first, *last, *nick, *company;
};

static const struct {
	const char *lang, *text;
} samples[] = {
	{ "en", "Hi Ada, your talk on query plans at FOSDEM saved my team a week of guessing. I "
	        "would like "
	        "to follow what you write about joins next. Best, Tom" },
	{ "de", "Hallo Ada, Ihr Vortrag \u00fcber Abfragepl\u00e4ne in Ulm hat uns eine Woche "
	        "Raten erspart. "
	        "Ich w\u00fcrde gerne verfolgen, was Sie als N\u00e4chstes schreiben. Viele "
	        "Gr\u00fc\u00dfe" },
	{ "fr", "Bonjour Ada, votre expos\u00e9 sur les plans de requ\u00eate \u00e0 Lyon nous a "
	        "\u00e9pargn\u00e9 une "
	        "semaine. J'aimerais suivre ce que vous \u00e9crirez ensuite. Merci" },
	{ "es", "Hola Ada, tu charla sobre planes de consulta en Madrid nos ahorr\u00f3 una "
	        "semana. Me gustar\u00eda "
	        "seguir lo que escribas despu\u00e9s. Un saludo, Tom" },
	{ "bad", "Hi Anna, I came across your impressive profile! We help companies like yours "
	         "grow. Are you "
	         "free for a quick call next week? https://example.com [Name]" },
	{ "ja", "\u30a8\u30a4\u30c0\u3055\u3093\u3001\u5148\u65e5\u306e\u8b1b\u6f14\u3092\u62dd"
	        "\u8074\u3057\u307e"
	        "\u3057\u305f\u3002\u3068\u3066\u3082\u52c9\u5f37\u306b\u306a\u308a\u307e\u3057"
	        "\u305f\u3002" },
};

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); /* not what others do on the machine */
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* The recipient has some history. */
static void check_once(const struct note *n, const struct dc_settings *settings)
{
	const struct dc_past past[] = { { .request = 7,
		                          .state = DC_STATE_DECLINED,
		                          .sent = { NOW - 400 * DC_DAY, DC_HOW_OBSERVED,
		                                    "decorum" },
		                          .now = { NOW - 390 * DC_DAY, DC_HOW_TOLD, "you" },
		                          .note = "" } };
	const struct dc_dossier d = { .key = "in/somebody",
		                      .name = n->name,
		                      .first = n->first,
		                      .last = n->last,
		                      .nick = n->nick,
		                      .headline = "Analyst",
		                      .company = n->company,
		                      .file_name = n->name,
		                      .past = past,
		                      .past_count = 1,
		                      .day = 12,
		                      .week = 80 };
	DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;

	dc_check(&f, &(struct dc_subject){ .note = n->text,
	                                   .note_len = strlen(n->text),
	                                   .dossier = &d,
	                                   .settings = settings,
	                                   .now = NOW });
}

/* Microseconds a note. */
static double measure(const struct note *notes, size_t count, int rounds,
                      const struct dc_settings *settings)
{
	const double start = now_us();

	for (int r = 0; r < rounds; r++)
		for (size_t i = 0; i < count; i++)
			check_once(&notes[i], settings);
	return (now_us() - start) / ((double)rounds * (double)count);
}

static int by_language(const struct dc_settings *settings)
{
	double worst = 0;

	for (size_t i = 0; i < DC_COUNT(samples); i++) {
		const struct note n = { samples[i].text, "Ada Vey", "Ada", "Vey", "", "Northwind" };
		double best = 1e9;

		for (int turn = 0; turn < TURNS; turn++) {
			double each = measure(&n, 1, ROUNDS, settings);

			best = each < best ? each : best;
		}
		worst = best > worst ? best : worst;
		printf("check, all rules, one note, %-3s %6.1f us (%zu bytes)\n", samples[i].lang,
		       best, strlen(n.text));
	}
	printf("check, all rules, one note, worst %.1f us, goal 50 us: %s\n", worst,
	       worst < 50 ? "met" : "missed");
	return 0;
}

struct notes {
	struct note *list;
	size_t count;
	struct dc_arena arena;
};

static void keep(void *data, const struct dc_labelled *n)
{
	struct notes *all = data;
	struct dc_arena *arena = &all->arena;
	DC_AUTO(dc_name_clear) struct dc_name name = { 0 };

	dc_name_parse(&name, n->name);
	all->list = dc_grow(all->list, all->count + 1, sizeof(*all->list));
	all->list[all->count++] = (struct note){
		dc_arena_strdup(arena, n->note),    dc_arena_strdup(arena, n->name),
		dc_arena_strdup(arena, name.first), dc_arena_strdup(arena, name.last),
		dc_arena_strdup(arena, name.nick),  dc_arena_strdup(arena, n->company)
	};
}

static int of_files(char *const *paths, const struct dc_settings *settings)
{
	struct notes all = { 0 };
	int bad = 0;

	for (; *paths && !bad; paths++)
		bad = dc_labelled_read(*paths, keep, &all);
	if (!bad) {
		(void)measure(all.list, all.count, 1, settings); /* warm, as the peers are */
		printf("decorum %.2f\nnotes %zu\n",
		       measure(all.list, all.count, FILE_ROUNDS, settings), all.count);
	}
	dc_free(all.list);
	dc_arena_clear(&all.arena);
	return bad ? 1 : 0;
}

int main(int argc, char **argv)
{
	DC_AUTO(dc_settings_free) struct dc_settings *settings = NULL;

	if (dc_settings_read(&settings, "", NULL, 0, NULL))
		return 1;
	return argc > 1 ? of_files(argv + 1, settings) : by_language(settings);
}
