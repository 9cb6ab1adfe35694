/* unpack.c - decorum-unpack: lists what an archive holds, or streams one member of it.
 *
 *   decorum-unpack list FILE         a line "INDEX SIZE NAME" for each member, names escaped
 *   decorum-unpack cat FILE INDEX    the member on standard output
 *
 * The only user of libzip, in a process that has neither the ledger nor a reason to open, make
 * or start anything.  Nothing is ever unpacked to disk.  A refusal is one sentence on standard
 * error and exit status 2; trouble with the system is 5.
 */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <zip.h>

#include <decorum/compiler.h>

enum { DONE = 0, REFUSED = 2, SYSTEM = 5 };

#define MIB (UINT64_C(1) << 20)
#define MEMBERS_MAX 5000
#define MEMBER_MAX (512 * MIB)
#define RATIO_MAX 100
#define RATIO_FROM MIB /* smaller than this nothing is a bomb */

static int refuse(int status, const char *fmt, ...) DC_PRINTF(2, 3);
static int refuse(int status, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return status;
}

#if defined(__x86_64__)
#define NATIVE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCH AUDIT_ARCH_AARCH64
#endif

/* From here on the kernel refuses every system call that reading an open file, writing to a
 * pipe and asking for memory does not need. */
static void allow_only_reading(void)
{
#if defined(NATIVE_ARCH) && !defined(__SANITIZE_ADDRESS__)
	static const unsigned calls[] = {
		SYS_read,       SYS_readv,      SYS_pread64, SYS_lseek,        SYS_fstat,
		SYS_newfstatat, SYS_write,      SYS_writev,  SYS_close,        SYS_brk,
		SYS_mmap,       SYS_munmap,     SYS_mremap,  SYS_mprotect,     SYS_madvise,
		SYS_futex,      SYS_exit_group, SYS_exit,    SYS_rt_sigreturn,
	};
	enum { COUNT = DC_COUNT(calls) };
	struct sock_filter program[COUNT + 6] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCH, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	};
	struct sock_fprog filter = { .len = COUNT + 6, .filter = program };

	for (unsigned i = 0; i < COUNT; i++) /* a hit jumps to the last line */
		program[4 + i] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i],
		                                              COUNT - i, 0);
	program[4 + COUNT] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
	                                                  SECCOMP_RET_ERRNO | EPERM);
	program[5 + COUNT] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	(void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
#endif
}

/* Gives up what reading one open file does not need.  Best effort: the limits guard against a
 * bug in a decoder, and no export is refused because one of them cannot be set. */
static void lock_up(void)
{
	static const struct {
		int what;
		rlim_t most;
	} limits[] = {
#ifndef __SANITIZE_ADDRESS__ /* which reserves far more, and looks for leaks at the end */
		{ RLIMIT_AS, 256 << 20 },
		{ RLIMIT_NOFILE, 3 }, /* what is open stays open, nothing else opens */
#endif
		{ RLIMIT_CPU, 300 },
		{ RLIMIT_CORE, 0 },
	};

	(void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	for (size_t i = 0; i < DC_COUNT(limits); i++)
		(void)setrlimit(limits[i].what, &(struct rlimit){ limits[i].most, limits[i].most });
	allow_only_reading();
}

/* --- what no export of LinkedIn has */

static bool ends(const char *name, const char *suffix)
{
	size_t n = strlen(name), k = strlen(suffix);

	return n >= k && !strcasecmp(name + n - k, suffix);
}

static const char *bad_name(const char *name)
{
	static const char *const archives[] = { ".zip", ".jar", ".7z",  ".rar", ".gz",
		                                ".tgz", ".tar", ".bz2", ".xz",  ".zst" };

	if (!*name)
		return "a member without a name";
	if (strchr(name, '\\'))
		return "a member whose name has a backslash";
	if (*name == '/' || (name[1] == ':' && name[2] == '/'))
		return "a member whose name is an absolute path";
	for (const char *s = name; *s; s += strcspn(s, "/"), s += *s == '/')
		if (!strncmp(s, "..", 2) && (s[2] == '/' || !s[2]))
			return "a member whose name leads out of it with '..'";
	for (size_t i = 0; i < DC_COUNT(archives); i++)
		if (ends(name, archives[i]))
			return "another archive in it; unpack it and import what is inside";
	return NULL;
}

struct totals {
	uint64_t size, packed;
};

static int check_member(zip_t *z, zip_uint64_t i, zip_stat_t *st, struct totals *sum)
{
	unsigned long long n = i + 1;

	if (zip_stat_index(z, i, 0, st) || !(st->valid & ZIP_STAT_NAME) ||
	    !(st->valid & ZIP_STAT_SIZE) || !(st->valid & ZIP_STAT_COMP_SIZE))
		return refuse(REFUSED, "its directory is damaged at member %llu", n);
	const char *why = bad_name(st->name);

	if (why)
		return refuse(REFUSED, "it has %s", why);
	if ((st->valid & ZIP_STAT_ENCRYPTION_METHOD) && st->encryption_method != ZIP_EM_NONE)
		return refuse(REFUSED, "it is encrypted; unpack it yourself and import the folder");
	if (st->size > MEMBER_MAX)
		return refuse(REFUSED, "member %llu says that it holds %llu MiB; the limit is %llu",
		              n, (unsigned long long)(st->size / MIB),
		              (unsigned long long)(MEMBER_MAX / MIB));
	sum->size += st->size;
	sum->packed += st->comp_size;
	if (st->size > RATIO_FROM && st->size / RATIO_MAX > st->comp_size)
		return refuse(REFUSED, "member %llu expands more than %d times, as a bomb does", n,
		              RATIO_MAX);
	return 0;
}

/* All members are looked at whatever is asked for: one rotten one spoils the archive. */
static int check_all(zip_t *z, uint64_t file_size)
{
	zip_int64_t n = zip_get_num_entries(z, 0);
	struct totals sum = { 0 };

	if (n > MEMBERS_MAX)
		return refuse(REFUSED, "it has %lld members; the limit is %d", (long long)n,
		              MEMBERS_MAX);
	for (zip_int64_t i = 0; i < n; i++) {
		zip_stat_t st;
		int rc = check_member(z, (zip_uint64_t)i, &st, &sum);

		if (rc)
			return rc;
	}
	if (sum.packed > file_size)
		return refuse(REFUSED, "its members overlap, as those of a bomb do");
	return 0;
}

static void put_escaped(const char *name)
{
	for (const unsigned char *s = (const unsigned char *)name; *s; s++) {
		if (*s > 0x20 && *s < 0x7f && *s != '\\')
			putchar(*s);
		else
			printf("\\x%02x", *s);
	}
}

static int list(zip_t *z)
{
	zip_int64_t n = zip_get_num_entries(z, 0);

	for (zip_int64_t i = 0; i < n; i++) {
		zip_stat_t st;

		if (zip_stat_index(z, (zip_uint64_t)i, 0, &st) || ends(st.name, "/"))
			continue;
		printf("%lld %llu ", (long long)i, (unsigned long long)st.size);
		put_escaped(st.name);
		putchar('\n');
	}
	if (fflush(stdout) || ferror(stdout))
		return refuse(SYSTEM, "cannot write: %s", strerror(errno));
	return DONE;
}

static bool put(const char *bytes, size_t len)
{
	while (len) {
		ssize_t n = write(STDOUT_FILENO, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

static int stream(zip_file_t *f, const zip_stat_t *st)
{
	static char block[1 << 16];
	uint64_t seen = 0;
	zip_int64_t n;

	while ((n = zip_fread(f, block, sizeof(block))) > 0) {
		seen += (uint64_t)n;
		if (seen > st->size)
			return refuse(REFUSED, "'%s' holds more than it says", st->name);
		if (!put(block, (size_t)n))
			return refuse(SYSTEM, "cannot write: %s", strerror(errno));
	}
	if (n < 0)
		return refuse(REFUSED, "'%s' is damaged: %s", st->name, zip_file_strerror(f));
	return seen == st->size ? DONE : refuse(REFUSED, "'%s' is cut off", st->name);
}

static int cat(zip_t *z, const char *index)
{
	char *end;
	unsigned long long i = strtoull(index, &end, 10);
	zip_stat_t st;

	if (!*index || *end || zip_stat_index(z, i, 0, &st))
		return refuse(REFUSED, "it has no member %s", index);
	zip_file_t *f = zip_fopen_index(z, i, 0);

	if (!f)
		return refuse(REFUSED, "'%s' cannot be read: %s", st.name, zip_strerror(z));
	int rc = stream(f, &st);

	zip_fclose(f);
	return rc;
}

static int fail_open(zip_error_t *e)
{
	int code = zip_error_code_zip(e);

	if (code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS)
		return refuse(REFUSED, "it is no whole ZIP archive; download it again");
	return refuse(code == ZIP_ER_OPEN || code == ZIP_ER_READ ? SYSTEM : REFUSED, "%s",
	              zip_error_strerror(e));
}

/* The file is opened first and everything else given up before a byte of it is read. */
static int run(const char *path, const char *index)
{
	FILE *file = fopen(path, "rbe");
	struct stat st;
	zip_error_t e;

	if (!file || fstat(fileno(file), &st))
		return refuse(SYSTEM, "%s", strerror(errno));
	lock_up();
	zip_error_init(&e);
	zip_source_t *source = zip_source_filep_create(file, 0, -1, &e);
	zip_t *z = source ? zip_open_from_source(source, ZIP_RDONLY, &e) : NULL;

	if (!z) {
		int rc = fail_open(&e);

		if (source)
			zip_source_free(source);
		else
			fclose(file);
		zip_error_fini(&e);
		return rc;
	}
	int rc = check_all(z, (uint64_t)st.st_size);

	if (!rc)
		rc = index ? cat(z, index) : list(z);
	zip_discard(z);
	return rc;
}

int main(int argc, char **argv)
{
	if (argc == 3 && !strcmp(argv[1], "list"))
		return run(argv[2], NULL);
	if (argc == 4 && !strcmp(argv[1], "cat"))
		return run(argv[2], argv[3]);
	return refuse(REFUSED, "usage: decorum-unpack list FILE | cat FILE INDEX");
}
