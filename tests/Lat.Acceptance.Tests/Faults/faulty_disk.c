/*
 * A file layer that fails on command, put by LD_PRELOAD before the C library of the real front door and its real workers. It counts every step
 * that changes the disk below LAT_FAULT_ROOT, strikes at the steps that the file LAT_FAULT_PLAN names (FaultPlan.cs has the same layout), and
 * notes in LAT_FAULT_JOURNAL what a loss of power would take back. As "libc.so" on LD_LIBRARY_PATH it also serves those who ask for "libc" by name.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { DOOR = 1, WORKER = 2 };
enum { KILL = 1, KILL_ALL, TERMINATE, INTERRUPT, REFUSE, PAUSE, JUMP };
enum { BEFORE, WITHIN, AFTER };
enum { FILES = 4096, STRIKES = 4 };

struct strike { int64_t steps_left, seconds; int32_t roles, action, moment, error, length, struck; };
struct plan { int64_t steps[4], clock; struct strike strikes[STRIKES]; };

static struct plan *plan;
static const char *root;
static size_t root_length;
static int role, journal = -1;
static char *names[FILES];

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void)
{
    char line[65536];
    const char *path = getenv("LAT_FAULT_PLAN");
    root = getenv("LAT_FAULT_ROOT");
    int file = path && root ? (int)syscall(SYS_openat, AT_FDCWD, "/proc/self/cmdline", O_RDONLY | O_CLOEXEC) : -1;
    ssize_t length = file < 0 ? 0 : syscall(SYS_read, file, line, sizeof line - 1);
    if (file >= 0) syscall(SYS_close, file);
    if (length <= 0) return;
    line[length] = 0;
    size_t first = strlen(line);
    if (first < 6 || strcmp(line + first - 6, "dotnet")) return;
    int is_worker = memmem(line, length, "--supervised", 12) != NULL;
    if (!is_worker && !memmem(line, length, "_build.dll", 10)) return;
    int opened = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
    void *mapped = opened < 0 ? MAP_FAILED : mmap(NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
    if (opened >= 0) syscall(SYS_close, opened);
    if (mapped == MAP_FAILED) return;
    root_length = strlen(root);
    journal = (int)syscall(SYS_openat, AT_FDCWD, getenv("LAT_FAULT_JOURNAL"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    role = is_worker ? WORKER : DOOR;
    plan = mapped;
}

static int counts(const char *path) { return plan && path && !strncmp(path, root, root_length) && path[root_length] == '/'; }

static const char *name_of(int file) { return plan && file >= 0 && file < FILES ? __atomic_load_n(&names[file], __ATOMIC_ACQUIRE) : NULL; }

static void note(char what, const char *path, const char *other)
{
    char line[9000];
    int length = snprintf(line, sizeof line, "%c\t%s\t%s\n", what, path, other ? other : "");
    if (length > 0 && length < (int)sizeof line) syscall(SYS_write, journal, line, length);
}

static void strike(struct strike *now)
{
    switch (now->action) {
    case KILL: syscall(SYS_kill, getpid(), SIGKILL); break;
    case KILL_ALL: syscall(SYS_kill, 0, SIGKILL); break;
    case TERMINATE: syscall(SYS_kill, getpid(), SIGTERM); break;
    case INTERRUPT: syscall(SYS_kill, 0, SIGINT); break;
    case PAUSE:
        /* Until the tests have done their damage, or have gone. */
        for (int i = 0; i < 60000 && __atomic_load_n(&now->struck, __ATOMIC_SEQ_CST) != 2; i++) syscall(SYS_nanosleep, &(struct timespec){ 0, 1000000 }, NULL);
        break;
    case JUMP: __atomic_store_n(&plan->clock, now->seconds, __ATOMIC_SEQ_CST); break;
    }
}

/* Takes a step. Gives the error to fail with, or 0; *later is what strikes within or after the step. */
static int step(int takes_space, struct strike **later)
{
    int error = 0;
    *later = NULL;
    __atomic_add_fetch(&plan->steps[role], 1, __ATOMIC_SEQ_CST);
    for (int i = 0; i < STRIKES; i++) {
        struct strike *now = &plan->strikes[i];
        if (!now->action || !(now->roles & role)) continue;
        int64_t left = __atomic_fetch_sub(&now->steps_left, 1, __ATOMIC_SEQ_CST);
        if (now->action == REFUSE) {
            /* A full disk still lets go of files. */
            if (left <= 1 && left > 1 - now->length && (takes_space || (now->error != ENOSPC && now->error != EDQUOT))) {
                error = now->error;
                __atomic_store_n(&now->struck, 1, __ATOMIC_SEQ_CST);
            }
        } else if (left == 1) {
            __atomic_store_n(&now->struck, 1, __ATOMIC_SEQ_CST);
            if (now->moment == BEFORE || now->action > INTERRUPT) strike(now); else *later = now;
        }
    }
    return error;
}

#define TAKE(space) struct strike *later; int refused = step(space, &later); if (refused) { errno = refused; return -1; } \
    if (later && later->moment == WITHIN) strike(later)
#define END(result) do { int kept = errno; if (later && later->moment == AFTER) strike(later); errno = kept; return result; } while (0)

static int opened(int file, const char *path)
{
    if (file >= 0 && file < FILES && counts(path)) free(__atomic_exchange_n(&names[file], strdup(path), __ATOMIC_ACQ_REL));
    return file;
}

#define OPEN(name) \
int name(const char *path, int flags, ...) \
{ \
    REAL(name); \
    va_list list; va_start(list, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0; \
    va_end(list); \
    if (!counts(path) || !(flags & (O_CREAT | O_TRUNC))) return opened(real(path, flags, mode), path); \
    TAKE(1); \
    int is_new = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0; \
    int file = opened(real(path, flags, mode), path); \
    if (file >= 0 && is_new) note('C', path, NULL); \
    if (file >= 0 && (flags & O_TRUNC)) note('W', path, NULL); \
    END(file); \
}
OPEN(open)
OPEN(open64)

int close(int file)
{
    REAL(close);
    if (plan && file >= 0 && file < FILES) free(__atomic_exchange_n(&names[file], NULL, __ATOMIC_ACQ_REL));
    return real(file);
}

#define WRITE(name, parameters, arguments, half) \
ssize_t name parameters \
{ \
    REAL(name); \
    const char *path = name_of(file); \
    if (!path) return real arguments; \
    struct strike *later; int refused = step(1, &later); \
    if (refused) { errno = refused; return -1; } \
    note('W', path, NULL); \
    if (later && later->moment == WITHIN) { half; strike(later); } \
    ssize_t written = real arguments; \
    END(written); \
}
WRITE(write, (int file, const void *bytes, size_t count), (file, bytes, count), real(file, bytes, count / 2))
WRITE(pwrite, (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at), real(file, bytes, count / 2, at))
WRITE(pwrite64, (int file, const void *bytes, size_t count, off64_t at), (file, bytes, count, at), real(file, bytes, count / 2, at))
WRITE(writev, (int file, const struct iovec *parts, int count), (file, parts, count), real(file, parts, count / 2))
WRITE(pwritev, (int file, const struct iovec *parts, int count, off_t at), (file, parts, count, at), real(file, parts, count / 2, at))
WRITE(pwritev64, (int file, const struct iovec *parts, int count, off64_t at), (file, parts, count, at), real(file, parts, count / 2, at))

/* What is flushed is noted and not waited for: the journal decides what a loss of power takes. */
#define FLUSH(name) \
int name(int file) \
{ \
    REAL(name); \
    const char *path = name_of(file); \
    if (!path) return real(file); \
    TAKE(1); \
    note('F', path, NULL); \
    END(0); \
}
FLUSH(fsync)
FLUSH(fdatasync)

int rename(const char *from, const char *to)
{
    REAL(rename);
    if (!counts(to)) return real(from, to);
    TAKE(1);
    int replaces = syscall(SYS_faccessat, AT_FDCWD, to, F_OK) == 0;
    int result = real(from, to);
    if (result == 0) { note('R', from, to); if (replaces) note('O', to, NULL); }
    END(result);
}

int link(const char *from, const char *to)
{
    REAL(link);
    if (!counts(to)) return real(from, to);
    TAKE(1);
    int result = real(from, to);
    if (result == 0) note('L', from, to);
    END(result);
}

#define CHANGE(name, space, parameters, arguments, path) \
int name parameters \
{ \
    REAL(name); \
    if (!counts(path)) return real arguments; \
    TAKE(space); \
    int result = real arguments; \
    END(result); \
}
CHANGE(mkdir, 1, (const char *path, mode_t mode), (path, mode), path)
CHANGE(unlink, 0, (const char *path), (path), path)
CHANGE(rmdir, 0, (const char *path), (path), path)
CHANGE(chmod, 0, (const char *path, mode_t mode), (path, mode), path)
CHANGE(utimensat, 0, (int folder, const char *path, const struct timespec times[2], int flags), (folder, path, times, flags), path)

int clock_gettime(clockid_t clock, struct timespec *time)
{
    REAL(clock_gettime);
    int result = real(clock, time);
    if (result == 0 && plan && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += __atomic_load_n(&plan->clock, __ATOMIC_SEQ_CST);
    return result;
}
