/* constant.c - what a template says whatever is filled in. */
#include "template/program.h"

void dc_template_constant(const struct dc_template *t, struct dc_buf *out)
{
	const struct dc_mustache *m = dc_template_body(t);

	for (uint32_t i = 0; i < m->op_count; i++)
		if (m->ops[i].kind == DC_OP_TEXT) {
			dc_buf_add(out, m->text + m->ops[i].at, m->ops[i].len);
			dc_buf_putc(out, '\n');
		}
}
