/* compiler.h - the few compiler extensions the project allows itself. */
#ifndef DECORUM_COMPILER_H
#define DECORUM_COMPILER_H

#include <stddef.h>

#define DC_CHECKED __attribute__((warn_unused_result))
#define DC_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))

/* DC_AUTO(thing_free) struct thing *t = ...;
 * frees t on every way out of the block.  DC_DEFINE_AUTO stands once, under
 * the prototype of the free function. */
#define DC_AUTO(fn) __attribute__((cleanup(fn##_auto)))
#define DC_DEFINE_AUTO(type, fn) \
	static inline void fn##_auto(type **p) { fn(*p); }

/* The same for a type that lives in the caller's storage and has a _clear. */
#define DC_DEFINE_CLEAR(type, fn) \
	static inline void fn##_auto(type *p) { fn(p); }

/* The value of an automatic local, which is left NULL: ownership moves out. */
#define DC_STEAL(p)                     \
	__extension__({                 \
		__typeof__(p) v_ = (p); \
		(p) = NULL;             \
		v_;                     \
	})

#define DC_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
