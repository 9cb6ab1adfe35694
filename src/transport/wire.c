/* wire.c - frames on a socket pair. */
#include "transport/wire.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

static bool put_all(int fd, const unsigned char *p, size_t len)
{
	while (len > 0) {
		ssize_t n = send(fd, p, len, MSG_NOSIGNAL);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		len -= (size_t)n;
	}
	return true;
}

bool dc_wire_put(int fd, enum dc_wire_kind kind, const void *bytes, size_t len)
{
	const unsigned char head[5] = {
		(unsigned char)kind,       (unsigned char)(len >> 24), (unsigned char)(len >> 16),
		(unsigned char)(len >> 8), (unsigned char)len,
	};

	return len <= DC_WIRE_MAX && put_all(fd, head, sizeof(head)) && put_all(fd, bytes, len);
}

bool dc_wire_puts(int fd, enum dc_wire_kind kind, const char *text)
{
	return dc_wire_put(fd, kind, text, strlen(text));
}

/* True when there is something to read (or the peer hung up) before the timer ran out. */
static bool wait_for(int fd, int timer)
{
	struct pollfd p[2] = { { .fd = fd, .events = POLLIN }, { .fd = timer, .events = POLLIN } };

	while (poll(p, timer < 0 ? 1 : 2, -1) < 0)
		if (errno != EINTR)
			return false;
	return timer < 0 || !p[1].revents;
}

static bool get_all(int fd, int timer, unsigned char *p, size_t len)
{
	while (len > 0) {
		if (!wait_for(fd, timer))
			return false;
		ssize_t n = recv(fd, p, len, 0);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		len -= (size_t)n;
	}
	return true;
}

bool dc_wire_get(int fd, int timer, char *kind, struct dc_buf *payload)
{
	unsigned char head[5], piece[4096];
	size_t len;

	dc_buf_reset(payload);
	if (!get_all(fd, timer, head, sizeof(head)))
		return false;
	len = (size_t)head[1] << 24 | (size_t)head[2] << 16 | (size_t)head[3] << 8 | head[4];
	if (len > DC_WIRE_MAX)
		return false;
	while (len > 0) {
		size_t n = len < sizeof(piece) ? len : sizeof(piece);

		if (!get_all(fd, timer, piece, n))
			return false;
		dc_buf_add(payload, piece, n);
		len -= n;
	}
	*kind = (char)head[0];
	return true;
}
