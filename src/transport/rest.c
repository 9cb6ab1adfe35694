/* rest.c - a call of LinkedIn's API, and what its documented refusals mean. */
#include "transport/rest.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <decorum/json.h>
#include <decorum/mem.h>
#include <decorum/text.h>
#include <decorum/time.h>

/* What an answer means.  `shape`: only with a documented error as its body, because a
 * machine in between can say the same. */
static const struct meaning {
	int status;
	bool shape;
	enum dc_refusal refusal;
	int code;
	const char *says;
} meanings[] = {
	{ 400, true, DC_REFUSAL_OTHER, DC_INVALID, "LinkedIn refuses the invitation as malformed" },
	{ 401, false, DC_REFUSAL_LOGIN, DC_TEMP,
	  "LinkedIn does not take the log-in any more; run: decorum login" },
	{ 403, false, DC_REFUSAL_ACCESS, DC_INVALID,
	  "LinkedIn gives this app no access to invitations: they are for approved partners; "
	  "set outbox.transport to browser to send by hand" },
	{ 404, true, DC_REFUSAL_OTHER, DC_INVALID, "LinkedIn does not know this person" },
	{ 409, true, DC_REFUSAL_DUPLICATE, DC_CONFLICT,
	  "LinkedIn says that this person is invited already" },
	{ 422, true, DC_REFUSAL_OTHER, DC_INVALID, "LinkedIn refuses the invitation" },
	{ 429, false, DC_REFUSAL_LIMIT, DC_TEMP,
	  "LinkedIn's limit for today is reached; it is reset at midnight UTC" },
};

/* What LinkedIn calls an invitation that exists already; nothing of it is documented, so it
 * is looked for in both members. */
static const char *const duplicates[] = { "already invited", "already_invited", "duplicate" };

/* --- one call */

int dc_rest_call(struct dc_http_answer *out, const struct dc_api *api, const char *method,
                 const char *path, const struct dc_buf *body, const struct dc_delivery *d,
                 struct dc_error *err)
{
	DC_AUTO(dc_str) char *url = dc_printf("%s%s", api->base, path);
	DC_AUTO(dc_str) char *bearer = dc_printf("Authorization: Bearer %s", api->token);
	const char *headers[] = { bearer, "Content-Type: application/json",
		                  "X-Restli-Protocol-Version: 2.0.0", "User-Agent: decorum", NULL };
	const struct dc_http_request r = {
		.helper = api->helper,
		.method = method,
		.url = url,
		.headers = headers,
		.body = body ? dc_buf_str(body) : NULL,
		.body_len = body ? body->len : 0,
		.connect = api->connect,
		.total = api->total,
		.ca_file = api->ca_file,
		.loopback = api->loopback,
		.may_go = d ? d->may_go : NULL,
		.data = d ? d->data : NULL,
	};

	/* A line break in the token would be a header of somebody else's making. */
	if (!*api->token || strpbrk(api->token, "\r\n"))
		return dc_fail(err, DC_INVALID, "nobody is logged in; run: decorum login");
	return dc_http_ask(out, &r, err);
}

static bool mentions(const char *text, const char *part)
{
	for (; text && *text; text++)
		if (!strncasecmp(text, part, strlen(part)))
			return true;
	return false;
}

int dc_rest_refused(const struct dc_http_answer *a, struct dc_receipt *out, struct dc_error *err)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf wait = { 0 }, shown = { 0 };
	const struct meaning *m = NULL;
	const struct dc_json *o = NULL;

	out->status = a->status;
	if (!dc_json_parse(&doc, dc_buf_str(&a->body), a->body.len, NULL))
		o = dc_json_root(doc);
	const char *message = dc_json_string(dc_json_get(o, "message"));
	const char *code = dc_json_string(dc_json_get(o, "code"));
	bool shape = message && (int)dc_json_number(dc_json_get(o, "status")) == a->status;

	if (a->status == 503 && dc_http_header(a, "Retry-After", &wait)) {
		long seconds = strtol(dc_buf_str(&wait), NULL, 10);

		out->refusal = DC_REFUSAL_BUSY;
		out->retry_after = seconds > 0 && seconds < 7 * 86400 ? seconds * DC_SECOND
		                                                      : DC_MINUTE;
		return dc_fail(err, DC_TEMP, "LinkedIn is busy and asks to try again later");
	}
	for (size_t i = 0; i < DC_COUNT(meanings); i++)
		if (meanings[i].status == a->status && (shape || !meanings[i].shape))
			m = &meanings[i];
	if (!m)
		return dc_fail(err, DC_UNKNOWN,
		               "LinkedIn's answer (HTTP %d) does not tell what became of it",
		               a->status);
	out->refusal = m->refusal;
	for (size_t i = 0; i < DC_COUNT(duplicates); i++)
		if (m->refusal == DC_REFUSAL_OTHER &&
		    (mentions(message, duplicates[i]) || mentions(code, duplicates[i])))
			out->refusal = DC_REFUSAL_DUPLICATE;
	if (message)
		dc_text_show(&shown, message, strlen(message), DC_SHOW_LINE);
	return dc_fail(err, out->refusal == DC_REFUSAL_DUPLICATE ? DC_CONFLICT : m->code,
	               shown.len ? "%s (HTTP %d: %.200s)" : "%s (HTTP %d)", m->says, a->status,
	               dc_buf_str(&shown));
}
