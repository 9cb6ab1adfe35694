/* fake.h - starts the fake Invitations API and asks what it saw. */
#ifndef TESTS_SHARED_FAKE_H
#define TESTS_SHARED_FAKE_H

#include <sys/types.h>

struct fake {
	pid_t pid;
	char folder[64];
	char log[96], control[96];
	char base[64];     /* "http://127.0.0.1:PORT" */
	char helper[4096]; /* path of decorum-http */
};

/* Ends the test program when it cannot be started. */
void fake_start(struct fake *f);
void fake_stop(struct fake *f);
/* Orders manners, one "OPERATION MANNER before|after" a line; "" for good manners. */
void fake_order(const struct fake *f, const char *lines);
/* Empties the log, and so the memory. */
void fake_forget(const struct fake *f);
/* Appends a line to the log. */
void fake_log(const struct fake *f, const char *line);
/* How many lines of the log have `part` in them. */
int fake_count(const struct fake *f, const char *part);
/* Path of something in the build folder, which this program stands two levels below. */
const char *built(char out[4096], const char *path);

#endif
