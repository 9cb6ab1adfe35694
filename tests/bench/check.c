/* check.c - microseconds for one note against all rules, in memory.
 *
 * Goal: under 50 for a note and a recipient with some history; printed per language.
 */
#include <decorum/check.h>
#include <decorum/time.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

static const struct {
	const char *lang, *note;
} notes[] = {
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

int main(void)
{
	enum { ROUNDS = 3000 };
	const int64_t now = INT64_C(1794225600) * DC_SECOND;
	const struct dc_past past[] = { { .request = 7,
		                          .state = DC_STATE_DECLINED,
		                          .sent = { now - 400 * DC_DAY, DC_HOW_OBSERVED,
		                                    "decorum" },
		                          .now = { now - 390 * DC_DAY, DC_HOW_TOLD, "you" },
		                          .note = "" } };
	const struct dc_dossier ada = { .key = "in/ada-vey",
		                        .name = "Ada Vey",
		                        .first = "Ada",
		                        .last = "Vey",
		                        .headline = "Analyst at Northwind",
		                        .company = "Northwind",
		                        .file_name = "Ada Vey",
		                        .past = past,
		                        .past_count = 1,
		                        .day = 12,
		                        .week = 80 };
	DC_AUTO(dc_settings_free) struct dc_settings *settings = NULL;
	double worst = 0;

	if (dc_settings_read(&settings, "", NULL, 0, NULL))
		return 1;
	for (size_t i = 0; i < DC_COUNT(notes); i++) {
		double best = 1e9;

		for (int turn = 0; turn < 3; turn++) {
			double start = now_us();

			for (int r = 0; r < ROUNDS; r++) {
				DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;

				dc_check(&f,
				         &(struct dc_subject){ .note = notes[i].note,
				                               .note_len = strlen(notes[i].note),
				                               .dossier = &ada,
				                               .settings = settings,
				                               .now = now });
			}
			double each = (now_us() - start) / ROUNDS;

			best = each < best ? each : best;
		}
		worst = best > worst ? best : worst;
		printf("check, all rules, one note, %-3s %6.1f us (%zu bytes)\n", notes[i].lang,
		       best, strlen(notes[i].note));
	}
	printf("check, all rules, one note, worst %.1f us, goal 50 us: %s\n", worst,
	       worst < 50 ? "met" : "missed");
	return 0;
}
