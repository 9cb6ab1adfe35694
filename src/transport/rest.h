/* rest.h - a call of LinkedIn's API, and what its documented refusals mean. */
#ifndef DC_TRANSPORT_REST_H
#define DC_TRANSPORT_REST_H

#include <decorum/transport.h>

#include "transport/http.h"

/* One request with the token and the headers that are wanted everywhere; fails as
 * dc_http_ask() does.  `body` NULL: none; `d` NULL: nobody is asked before it goes. */
int dc_rest_call(struct dc_http_answer *out, const struct dc_api *api, const char *method,
                 const char *path, const struct dc_buf *body, const struct dc_delivery *d,
                 struct dc_error *err) DC_CHECKED;

/* Fills the receipt from an answer that is no success and fails with what it means;
 * DC_UNKNOWN when it is not documented. */
int dc_rest_refused(const struct dc_http_answer *a, struct dc_receipt *out, struct dc_error *err);

#endif
