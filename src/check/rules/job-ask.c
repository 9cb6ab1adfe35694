/* job-ask.c - a job is asked for. */
#include "check/frame.h"

/* clang-format off: one frame a line */
static const struct dc_frame frames[] = {
	DC_TOGETHER(1, JOB_HUNT),
	DC_TOGETHER(1, JOB_HUNT, ME),
	DC_TOGETHER(1, JOB_HUNT, ASK),
	DC_TOGETHER(1, JOB_HUNT, BARE),
	DC_TOGETHER(1, JOB_HUNT, SEEK),
	DC_TOGETHER(1, JOB_HUNT, CV),
	DC_TOGETHER(1, JOB_HUNT, REFER),
	DC_IN_ORDER(2, SEEK, JOB),
	DC_TOGETHER(2, REFER),
	DC_TOGETHER(2, ASK, HIRER),
	DC_TOGETHER(1, HIRER, ME),
	DC_TOGETHER(2, ASK, JOB, WITH_YOU),
	DC_TOGETHER(2, ASK, JOB, COMPANY),
	DC_TOGETHER(2, ASK, TO_WORK, WITH_YOU),
	DC_TOGETHER(2, ASK, TO_WORK, COMPANY),
	DC_TOGETHER(1, ASK, POST),
	DC_TOGETHER(1, SEEK, WITH_YOU),
	DC_TOGETHER(1, TO_WORK, WITH_YOU),
	DC_IN_ORDER(2, TAKE_ON, WORKERS, QUESTION),
	DC_IN_ORDER(2, TAKE_ON, POST, QUESTION),
	DC_TOGETHER(2, KIN, ASK, JOB),
	DC_TOGETHER(2, KIN, SEEK, JOB),
	DC_TOGETHER(2, HIRING, QUESTION),
	DC_TOGETHER(2, CV, ASK),
	DC_TOGETHER(2, SEEK, COMPANY),
	DC_TOGETHER(2, JOB, YOUR, QUESTION),
	DC_TOGETHER(2, JOB, COMPANY, QUESTION),
	DC_TOGETHER(1, FRESH),
	DC_TOGETHER(1, SEEK, FRESH),
	DC_TOGETHER(1, HIRING, COMPANY),
	DC_TOGETHER(1, JOB_HUNT, UNTIED),
	DC_TOGETHER(1, HIRING, UNTIED),
	DC_TOGETHER(1, JOB, UNTIED),
	DC_TOGETHER(1, POST, QUESTION, UNTIED),
	DC_LAST_FRAME,
};

/* What is in a sentence with one of these is doubtful. */
static const struct dc_frame unless[] = {
	DC_TOGETHER(1, NOT_SEEKING),
	DC_IN_ORDER(1, THANKS, REFER),
	DC_IN_ORDER(1, THANKS, CV),
	DC_IN_ORDER(1, THANKS, JOB),
	DC_IN_ORDER(1, WORKED_WELL, WITH_YOU),
	DC_LAST_FRAME,
};
/* clang-format on */

static const struct dc_frame_rule rule = {
	.frames = frames,
	.unless = unless,
	.message = "asks for a job or a favour on the way to one.",
	.class = DC_CLASS_JOB_ASK,
};

const struct dc_rule dc_rule_job_ask = {
	.info = {
		.id = "job-ask",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It asks for a job or a favour on the way to one.",
		.why = "A stranger cannot vouch for you. Asked in the first lines, they can only "
		       "refuse, and refuse the connection with it.",
		.advice = "Say why you follow their work; leave the job for later, or apply openly.",
		.source = "career advisers: no ask beyond connecting: no job, meeting, link or pitch",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I am looking for a new job. Are there any openings in your team?" },
			{ .note = "Hi Ada, could you refer me for the analyst role? I can send my CV." },
			{ .note = "Hallo Ada, ich suche eine neue Stelle als Analystin." },
			{ .note = "Bonjour Ada, je suis \u00e0 la recherche d'un stage." },
			{ .note = "Hola Ada, estoy buscando trabajo como analista." },
			{ .note = "Ol\u00e1 Ada, estou \u00e0 procura de emprego." },
			{ .note = "Ciao Ada, sto cercando lavoro come analista." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I applied for the analyst role in your team and read your post on its tools with joy." },
			{ .note = "Hi Ada, your paper on job scheduling in clusters is the one I give to every new colleague." }),
	},
	.run = dc_check_run_frames,
	.data = &rule,
};
