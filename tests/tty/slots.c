/* A template's own wishes: choices, patterns, help, what may stay empty; and the limit of a
 * premium account. */
#include "shared/story.h"

static const char own[] =
	"title: A question of tea\n"
	"purpose: tea\n"
	"language: en\n"
	"slot: tea\n"
	"  ask: Which tea?\n"
	"  choices: assam, darjeeling, oolong\n"
	"  example: oolong\n"
	"slot: year\n"
	"  ask: Which year?\n"
	"  help: Four digits.\n"
	"  pattern: [0-9]{4}\n"
	"  example: 2026\n"
	"slot: where\n"
	"  ask: Which house?\n"
	"  required: no\n"
	"  example: Contoso\n"
	"---\n"
	"You chose {{tea}} in {{year}}{{#where}} at {{where}}{{/where}}, and told me so.\n";

static struct screen *choose_tea(void)
{
	struct screen *s = story_run(NULL, "compose", "in/ada-vey", "--hold", "3600", "--template",
	                             "tea", (char *)0);

	screen_expect(s, "Which tea?");
	return s;
}

static void choices(struct screen *s)
{
	screen_expect(s, "assam / darjeeling / oolong");
	screen_send(s, "coffee\r");
	screen_expect(s, "coffee");
	screen_expect(s, "oolong");
	screen_send(s, "\x15"
	               "dar\t");
	screen_expect_cursor(s, "> darjeeling");
	screen_send(s, "\r");
}

static void patterns(struct screen *s)
{
	screen_expect(s, "Which year?");
	screen_expect(s, "Four digits.");
	screen_send(s, "last\r");
	/* Refused, and what was typed stays to be mended. */
	screen_expect_cursor(s, "> last");
	screen_send(s, "\x15"
	               "2026\r");
}

static void companies(struct screen *s)
{
	screen_expect(s, "Which house?");
	screen_send(s, "fabr\t");
	screen_expect_cursor(s, "> Fabrikam");
	screen_send(s, "\r");
	screen_expect(s, "You chose darjeeling in 2026 at Fabrikam, and told me so.");
	screen_expect(s, "of 300 left");
}

static void people(struct screen *s)
{
	screen_expect(s, "The note");
	screen_send(s, " Cora\t");
	screen_expect_cursor(s, " Cora Lind");
	screen_send(s, "\r");
	screen_expect(s, "of 300 characters");
	screen_send(s, "send\r");
	screen_expect(s, "Held: request");
	screen_send(s, "u\r");
	screen_expect(s, "Undone");
	screen_send(s, "\r");
	screen_end(s);
	screen_free(s);
}

/* Where the last answer is offered, "-" says nothing. */
static void nothing_instead_of_the_last(void)
{
	struct screen *s = choose_tea();

	screen_expect(s, "Enter: darjeeling (your last answer)");
	screen_send(s, "\r");
	screen_expect(s, "Enter: 2026 (your last answer)");
	screen_send(s, "\r");
	screen_expect(s, "Enter: Fabrikam (your last answer)");
	screen_expect(s, "-: nothing");
	screen_send(s, "-\r");
	screen_expect(s, "You chose darjeeling in 2026, and told me so.");
	screen_send(s, "\x03");
	screen_end(s);
	screen_free(s);
}

int main(void)
{
	story_setup("[account]\ntype = premium\n");
	screen_file("config/decorum/templates/tea.mustache", own, 0600);
	struct screen *s = choose_tea();

	choices(s);
	patterns(s);
	companies(s);
	people(s);
	nothing_instead_of_the_last();
	return screen_done();
}
