/* The composer with the official API: what is held goes out by itself while the composer is open,
 * what nobody expects any more is asked about, and a pause is seen. */
#include <decorum/mem.h>

#include "shared/fake.h"
#include "shared/story.h"

static struct fake fake;
static const char note[] = "Hello, the workshop on dry stone walls in Visby was a delight.";

static struct screen *held(const char *who, const char *name)
{
	struct screen *s = story_run(NULL, "compose", who, "--name", name, "--hold", "1", "--note",
	                             note, (char *)0);

	screen_expect(s, "Send it");
	screen_send(s, "send\r");
	screen_expect(s, "Who is the request for?");
	return s;
}

static void leaves(struct screen *s, const char *how)
{
	screen_expect_cursor(s, "> "); /* it listens */
	screen_send(s, how);
	screen_ok(screen_end(s) == 0, "leaves");
	screen_free(s);
}

static void by_itself(void)
{
	struct screen *s = held("urn:li:person:bo", "Bo Lund");

	screen_expect(s, "The hold is over; the request to Bo Lund goes out.");
	screen_expect(s, "Sent: request 1 to Bo Lund; LinkedIn confirms it.");
	screen_expect(s, "Who is the request for?");
	leaves(s, "\r");
	screen_ok(fake_count(&fake, note) == 1, "once, byte for byte");
}

static void paused(void)
{
	struct screen *s = held("urn:li:person:cy", "Cy Roe");

	story_says(0, "Paused", "queue", "pause", (char *)0);
	screen_expect(s, "paused: 'decorum");
	screen_expect(s, "Cy Roe ready");
	screen_ok(fake_count(&fake, "accepted") == 1, "a pause stops what is held");
	story_says(0, "runs again", "queue", "resume", (char *)0);
	screen_expect(s, "Sent: request 2 to Cy Roe");
	leaves(s, "\r");
}

/* Held under --at, and so in another boot: the computer was started again since. */
static void asked_about(void)
{
	struct screen *s;

	story_says(0, "Held: request 3", "send", "urn:li:person:dee", "--name", "Dee Moor",
	           "--note", "Hi Dee, may I ask about your years at the observatory?", "--hold",
	           "0", "--at", "2026-11-02 10:00", (char *)0);
	s = story_run(NULL, "compose", (char *)0);
	screen_expect(s, "Send it now, though the computer was started again since it was held?");
	screen_expect_cursor(s, "[yes|no] ");
	screen_send(s, "no\r");
	screen_expect(s, "(left for later)");
	leaves(s, "\x04");
	screen_ok(fake_count(&fake, "accepted") == 2, "not sent unasked");
	s = story_run(NULL, "compose", (char *)0);
	screen_expect(s, "| Hi Dee, may I ask about your years at the observatory?");
	screen_expect_cursor(s, "[yes|no] ");
	screen_send(s, "yes\r");
	screen_expect(s, "Sent: request 3 to Dee Moor");
	leaves(s, "\x04");
}

int main(void)
{
	fake_start(&fake);
	DC_AUTO(dc_str)
	char *config = dc_printf(
		"[outbox]\ntransport = linkedin\n[api]\nbase = %s\nloopback = yes\n"
		"token-command = echo good-token\n",
		fake.base);

	story_setup(config);
	by_itself();
	paused();
	asked_about();
	fake_stop(&fake);
	return screen_done();
}
