/* report_json.c - a report as members of a JSON object. */
#include "out/report.h"

#include <string.h>

void dc_checked_all(struct dc_checked *out, const struct dc_report *r, const char *note, size_t len,
                    struct dc_arena *arena)
{
	size_t count = dc_findings_count(r->findings);
	const struct dc_finding **list = dc_arena_alloc(arena, count,
	                                                sizeof(const struct dc_finding *));

	for (size_t i = 0; i < count; i++)
		list[i] = dc_findings_at(r->findings, i);
	*out = (struct dc_checked){
		.report = r,
		.note = note,
		.len = len,
		.findings = list,
		.count = count,
		.verdict = dc_report_verdict(r),
	};
}

const char *dc_checked_whom(const struct dc_checked *c)
{
	const struct dc_dossier *d = &c->report->dossier;

	return *d->name ? d->name : *d->file_name ? d->file_name : d->key;
}

struct dc_place dc_note_place(const struct dc_checked *c, size_t offset)
{
	struct dc_place place = { .line = c->line ? c->line : 1, .column = 1, .units = 1 };
	size_t start = 0;

	for (size_t i = 0; i < offset && i < c->len;) {
		size_t next = dc_text_next(c->note, c->len, i);

		if (next > offset)
			break;
		place.column++;
		if (c->note[next - 1] == '\n') {
			place.line++;
			place.column = 1;
			start = next;
		}
		i = next;
	}
	if (c->note && offset <= c->len)
		place.units = 1 + dc_text_units(c->note + start, offset - start);
	return place;
}

void dc_finding_json(struct dc_json_writer *w, const struct dc_finding *f)
{
	dc_json_put_string(w, "rule", f->rule->id);
	dc_json_put_string(w, "severity", dc_severity_name(f->severity));
	dc_json_put_string(w, "message", f->message);
	dc_json_put_string(w, "advice", f->advice);
	if (f->has_span) {
		dc_json_begin(w, "span", '{');
		dc_json_put_int(w, "start", (int64_t)f->span.from);
		dc_json_put_int(w, "end", (int64_t)f->span.to);
		dc_json_end(w, '}');
	} else {
		dc_json_put_null(w, "span");
	}
	dc_json_begin(w, "evidence", '{');
	for (size_t i = 0; i < f->evidence_count; i++)
		if (f->evidence[i].text)
			dc_json_put_string(w, f->evidence[i].name, f->evidence[i].text);
		else
			dc_json_put_int(w, f->evidence[i].name, f->evidence[i].number);
	dc_json_end(w, '}');
	dc_json_put_string(w, "source", f->source);
	if (f->fix_count) {
		dc_json_begin(w, "fixes", '[');
		for (size_t i = 0; i < f->fix_count; i++) {
			dc_json_begin(w, NULL, '{');
			dc_json_put_int(w, "start", (int64_t)f->fixes[i].span.from);
			dc_json_put_int(w, "end", (int64_t)f->fixes[i].span.to);
			dc_json_put_string(w, "text", f->fixes[i].text);
			dc_json_end(w, '}');
		}
		dc_json_end(w, ']');
	}
	if (f->diff_count) {
		dc_json_begin(w, "diff", '[');
		for (size_t i = 0; i < f->diff_count; i++) {
			dc_json_begin(w, NULL, '{');
			dc_json_put_string(w, "kind", dc_diff_kind_name(f->diff[i].kind));
			dc_json_put_string(w, "was", f->diff[i].was);
			dc_json_put_string(w, "is", f->diff[i].is);
			dc_json_end(w, '}');
		}
		dc_json_end(w, ']');
	}
	if (f->override)
		dc_json_put_string(w, "override", f->override);
}

static void put_quota(struct dc_json_writer *w, const struct dc_report *r)
{
	char time[DC_TIME_MAX];

	dc_json_begin(w, "quota", '{');
	for (size_t i = 0; i < r->quota_count; i++) {
		const struct dc_quota *q = &r->quota[i];

		dc_json_begin(w, q->window, '{');
		dc_json_put_int(w, "used", (int64_t)q->used);
		dc_json_put_int(w, "limit", q->limit.value);
		dc_json_put_string(w, "next_free",
		                   q->next_free ? dc_time_iso(time, q->next_free) : NULL);
		dc_json_end(w, '}');
	}
	dc_json_end(w, '}');
}

void dc_report_json(struct dc_json_writer *w, const struct dc_checked *c)
{
	const struct dc_dossier *d = &c->report->dossier;

	dc_json_put_string(w, "verdict", dc_verdict_name(c->verdict));
	dc_json_begin(w, "recipient", '{');
	dc_json_put_string(w, "key", *d->key ? d->key : NULL);
	dc_json_put_string(w, "name", dc_checked_whom(c) == d->key ? NULL : dc_checked_whom(c));
	dc_json_put_string(w, "headline", *d->headline ? d->headline : NULL);
	dc_json_put_string(w, "company", *d->company ? d->company : NULL);
	dc_json_end(w, '}');
	if (c->note) {
		dc_json_begin(w, "note", '{');
		dc_json_put_int(w, "units", (int64_t)c->report->units);
		dc_json_put_int(w, "limit", (int64_t)c->report->unit_limit);
		dc_json_end(w, '}');
	} else {
		dc_json_put_null(w, "note");
	}
	dc_json_begin(w, "findings", '[');
	for (size_t i = 0; i < c->count; i++) {
		dc_json_begin(w, NULL, '{');
		dc_finding_json(w, c->findings[i]);
		dc_json_end(w, '}');
	}
	dc_json_end(w, ']');
	put_quota(w, c->report);
}
