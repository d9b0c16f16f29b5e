/*
 * Stands between a process and its files (LD_PRELOAD). Counts the file operations below FAULT_ROOT,
 * lets the n-th of them fail, and keeps a record of what was written and forced to the disk, from
 * which a test rebuilds what a power cut could have left. Steered through a mapped file, so that one
 * process can meet many faults.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* Bits of `mask`; the same in shim.ts. */
enum op { OP_WRITE = 1, OP_SYNC = 2, OP_OPEN = 4, OP_TRUNCATE = 8, OP_UNLINK = 16, OP_RENAME = 32, OP_READ = 64, OP_MKDIR = 128 };
enum kind { KIND_KILL = 1, KIND_KILL_TORN = 2, KIND_EIO = 3, KIND_ENOSPC = 4, KIND_SHORT = 5, KIND_EROFS = 6 };

/* Layout shared with shim.ts: eight unsigned 64-bit numbers. */
struct control {
  _Atomic uint64_t mask;
  _Atomic uint64_t at;      /* 1 is the next counted operation; 0: only count */
  _Atomic uint64_t kind;
  _Atomic uint64_t lasting; /* 1: every counted operation from `at` on */
  _Atomic uint64_t count;
  _Atomic uint64_t hits;
  _Atomic uint64_t recording;
  _Atomic uint64_t spare;
};

static struct control idle;
static struct control *control = &idle;
static char root[PATH_MAX];
static size_t root_length;
static int record_fd = -1;
static pthread_mutex_t record_lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) _exit(97);
  return found;
}

__attribute__((constructor)) static void begin(void) {
  const char *at = getenv("FAULT_ROOT");
  const char *steer = getenv("FAULT_CONTROL");
  const char *record = getenv("FAULT_RECORD");
  if (!at || !steer || !realpath(at, root)) return;
  root_length = strlen(root);
  int fd = (int)syscall(SYS_openat, AT_FDCWD, steer, O_RDWR | O_CLOEXEC, 0);
  if (fd < 0) _exit(98);
  void *page = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (page == MAP_FAILED) _exit(98);
  control = page;
  if (record) record_fd = (int)syscall(SYS_openat, AT_FDCWD, record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_ours(const char *path) {
  return root_length > 0 && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

/* The name of an open file; 0 where it is not below the root. */
static int name_of(int fd, char *out) {
  if (root_length == 0) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, out, PATH_MAX - 1);
  if (length <= 0) return 0;
  out[length] = 0;
  return is_ours(out);
}

/* The name that a path will have; the file itself need not exist yet. */
static int name_at(const char *path, char *out) {
  if (root_length == 0) return 0;
  char copy[PATH_MAX];
  if (strlen(path) >= sizeof copy) return 0;
  strcpy(copy, path);
  char *slash = strrchr(copy, '/');
  char folder[PATH_MAX];
  const char *base = slash ? slash + 1 : copy;
  if (slash) *slash = 0;
  if (!realpath(slash ? (slash == copy ? "/" : copy) : ".", folder)) return 0;
  if (snprintf(out, PATH_MAX, "%s/%s", folder, base) >= PATH_MAX) return 0;
  return is_ours(out);
}

/* One operation of the record: its letter, the name, a number, bytes. */
static void record(char what, const char *name, uint64_t number, const void *bytes, uint32_t size) {
  if (record_fd < 0 || !atomic_load(&control->recording)) return;
  const char *below = name + root_length;
  uint32_t length = (uint32_t)strlen(below);
  struct iovec parts[6] = {{&what, 1}, {&length, 4}, {(void *)below, length}, {&number, 8}, {&size, 4}, {(void *)bytes, size}};
  pthread_mutex_lock(&record_lock);
  syscall(SYS_writev, record_fd, parts, 6);
  pthread_mutex_unlock(&record_lock);
}

/* Counts an operation. Answers the kind of fault that it meets, 0 for none; a kill does not return. */
static int meets(enum op op) {
  if (!(atomic_load(&control->mask) & op)) return 0;
  uint64_t number = atomic_fetch_add(&control->count, 1) + 1;
  uint64_t at = atomic_load(&control->at);
  if (at == 0 || number < at || (number > at && !atomic_load(&control->lasting))) return 0;
  atomic_fetch_add(&control->hits, 1);
  int kind = (int)atomic_load(&control->kind);
  int dies = kind == KIND_KILL || (kind == KIND_KILL_TORN && op != OP_WRITE);
  if (dies) syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  return kind;
}

static int failing(int kind) {
  switch (kind) {
    case KIND_EIO: errno = EIO; return 1;
    case KIND_ENOSPC: case KIND_SHORT: errno = ENOSPC; return 1;
    case KIND_EROFS: errno = EROFS; return 1;
    default: return 0;
  }
}

static int opened(const char *path, int flags, mode_t mode, int (*through)(const char *, int, ...)) {
  char name[PATH_MAX];
  if (!name_at(path, name)) return through(path, flags, mode);
  struct stat before;
  int existed = fstatat(AT_FDCWD, path, &before, 0) == 0;
  int changes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
  if (failing(meets(changes ? OP_OPEN : OP_READ))) return -1;
  int fd = through(path, flags, mode);
  if (fd >= 0 && !existed && (flags & O_CREAT)) record('c', name, 0, NULL, 0);
  if (fd >= 0 && existed && (flags & O_TRUNC)) record('t', name, 0, NULL, 0);
  return fd;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;
  va_end(more);
  return opened(path, flags, mode, REAL(open));
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;
  va_end(more);
  return opened(path, flags, mode, REAL(open64));
}

/* How many bytes of a write pass before its fault; SIZE_MAX: all, no fault. */
static size_t passing(int kind, size_t size) {
  if (kind == KIND_SHORT || kind == KIND_KILL_TORN) return size / 2;
  return failing(kind) ? 0 : SIZE_MAX;
}

static ssize_t written(int fd, const char *name, const void *bytes, size_t size, off_t at) {
  int kind = meets(OP_WRITE);
  size_t pass = passing(kind, size);
  if (pass == 0) { errno = kind == KIND_EIO ? EIO : kind == KIND_EROFS ? EROFS : ENOSPC; return -1; }
  ssize_t done = REAL(pwrite64)(fd, bytes, pass == SIZE_MAX ? size : pass, at);
  if (done > 0) record('w', name, (uint64_t)at, bytes, (uint32_t)done);
  if (kind == KIND_KILL_TORN) syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  char name[PATH_MAX];
  if (!name_of(fd, name)) return REAL(pwrite64)(fd, bytes, size, at);
  return written(fd, name, bytes, size, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }

ssize_t write(int fd, const void *bytes, size_t size) {
  char name[PATH_MAX];
  if (!name_of(fd, name)) return REAL(write)(fd, bytes, size);
  off_t at = (fcntl(fd, F_GETFL) & O_APPEND) ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
  ssize_t done = written(fd, name, bytes, size, at);
  if (done > 0) lseek(fd, at + done, SEEK_SET);
  return done;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  char name[PATH_MAX];
  if (!name_of(fd, name) || count != 1) return REAL(writev)(fd, parts, count);
  return write(fd, parts[0].iov_base, parts[0].iov_len);
}

ssize_t pread64(int fd, void *bytes, size_t size, off64_t at) {
  char name[PATH_MAX];
  if ((atomic_load(&control->mask) & OP_READ) && name_of(fd, name) && failing(meets(OP_READ))) return -1;
  return REAL(pread64)(fd, bytes, size, at);
}

ssize_t read(int fd, void *bytes, size_t size) {
  char name[PATH_MAX];
  if ((atomic_load(&control->mask) & OP_READ) && name_of(fd, name) && failing(meets(OP_READ))) return -1;
  return REAL(read)(fd, bytes, size);
}

static int synced(int fd, int (*through)(int)) {
  char name[PATH_MAX];
  if (!name_of(fd, name)) return through(fd);
  if (failing(meets(OP_SYNC))) return -1;
  int done = through(fd);
  if (done == 0) record('s', name, 0, NULL, 0);
  return done;
}

int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

int ftruncate64(int fd, off64_t size) {
  char name[PATH_MAX];
  if (!name_of(fd, name)) return REAL(ftruncate64)(fd, size);
  if (failing(meets(OP_TRUNCATE))) return -1;
  int done = REAL(ftruncate64)(fd, size);
  if (done == 0) record('t', name, (uint64_t)size, NULL, 0);
  return done;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int unlink(const char *path) {
  char name[PATH_MAX];
  if (!name_at(path, name)) return REAL(unlink)(path);
  if (failing(meets(OP_UNLINK))) return -1;
  int done = REAL(unlink)(path);
  if (done == 0) record('u', name, 0, NULL, 0);
  return done;
}

int rename(const char *from, const char *to) {
  char old[PATH_MAX], name[PATH_MAX];
  int was_ours = name_at(from, old), is_now = name_at(to, name);
  if (!was_ours && !is_now) return REAL(rename)(from, to);
  if (failing(meets(OP_RENAME))) return -1;
  int done = REAL(rename)(from, to);
  if (done == 0 && was_ours && is_now)
    record('r', old, 0, name + root_length, (uint32_t)strlen(name + root_length));
  return done;
}

int mkdir(const char *path, mode_t mode) {
  char name[PATH_MAX];
  if (!name_at(path, name)) return REAL(mkdir)(path, mode);
  if (failing(meets(OP_MKDIR))) return -1;
  int done = REAL(mkdir)(path, mode);
  if (done == 0) record('m', name, 0, NULL, 0);
  return done;
}
