/* distance.c - how many letters two words differ by. */
#include <decorum/text.h>

#include <string.h>

#include "text/utf8.h"

enum { POINTS_MAX = 256 }; /* code points; longer texts are compared up to here */

static size_t to_points(uint32_t points[POINTS_MAX], const char *s)
{
	size_t len = strlen(s), n = 0;

	for (size_t i = 0; i < len && n < POINTS_MAX; n++)
		i += dc_text_decode(&points[n], s + i, len - i);
	return n;
}

size_t dc_text_distance(const char *a, const char *b, size_t cap)
{
	uint32_t x[POINTS_MAX], y[POINTS_MAX];
	size_t row[POINTS_MAX + 1];
	size_t n = to_points(x, a), m = to_points(y, b);

	if ((n > m ? n - m : m - n) > cap)
		return cap + 1;
	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t diagonal = row[0], best = i;

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t change = diagonal + (x[i - 1] != y[j - 1]);
			size_t shorter = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;

			diagonal = row[j];
			row[j] = change < shorter ? change : shorter;
			best = row[j] < best ? row[j] : best;
		}
		if (best > cap)
			return cap + 1;
	}
	return row[m] > cap ? cap + 1 : row[m];
}
