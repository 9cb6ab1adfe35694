/* sha256.h - SHA-256 (FIPS 180-4): the challenge of a log-in (RFC 7636), keys of the forgotten. */
#ifndef DC_BASE_SHA256_H
#define DC_BASE_SHA256_H

#include <stddef.h>

enum {
	DC_SHA256_SIZE = 32,
	DC_SHA256_TEXT = 44, /* base64url without padding, with its NUL */
};

void dc_sha256(unsigned char out[DC_SHA256_SIZE], const void *bytes, size_t len);
/* The digest as base64url without padding: the "S256" challenge of a verifier. */
void dc_sha256_text(char out[DC_SHA256_TEXT], const void *bytes, size_t len);
/* base64url of `len` bytes without padding; `out` has room for len * 4 / 3 + 2. */
void dc_base64url(char *out, const unsigned char *bytes, size_t len);

#endif
