import Foundation

/// Small C programs that tests need, compiled once for each run of the tests. `nil` where there is no C compiler.
enum CTool {
    /// Runs a program and writes its largest resident size, in KiB, to a file.
    ///
    /// A process of its own, because a child's size starts with that of the process which it was started from, and
    /// the tests are large.
    static let memoryGauge = compile("gauge", options: [], source: memoryGaugeSource)

    /// Makes allocations fail: `FAIL_ALLOCATION=n` fails the n-th and all that follow, `FAIL_ONCE` only that one.
    static let allocationFailure = compile(
        "allocation.so", options: ["-shared", "-fPIC"], source: allocationFailureSource)

    /// Makes reads of files below `FAIL_FOLDER` short, interrupted or failing.
    static let readFailure = compile("read.so", options: ["-shared", "-fPIC"], source: readFailureSource)

    private static let folder = try? TemporaryFolder()

    private static func compile(_ name: String, options: [String], source: String) -> String? {
        guard let folder, SystemTool.exists("cc") else { return nil }
        do {
            try folder.write(name + ".c", source)
            let command = Command(
                ["cc", "-O1", "-o", folder.file(name)] + options + [folder.file(name + ".c"), "-ldl"])
            let outcome = try command.run()
            if outcome.code != 0 { print("cc: \(outcome.errorText)") }
            return outcome.code == 0 ? folder.file(name) : nil
        } catch {
            return nil
        }
    }

    private static let memoryGaugeSource = """
        #include <signal.h>
        #include <stdio.h>
        #include <sys/resource.h>
        #include <sys/wait.h>
        #include <unistd.h>
        int main(int count, char **words) {
            struct rusage usage;
            int status = 0;
            if (count < 3) return 125;
            pid_t child = fork();
            if (child == 0) { execvp(words[2], words + 2); _exit(126); }
            while (wait4(child, &status, 0, &usage) < 0) {}
            FILE *file = fopen(words[1], "w");
            if (file) { fprintf(file, "%ld", usage.ru_maxrss); fclose(file); }
            if (WIFSIGNALED(status)) { signal(WTERMSIG(status), SIG_DFL); raise(WTERMSIG(status)); }
            return WEXITSTATUS(status);
        }
        """

    private static let allocationFailureSource = """
        #define _GNU_SOURCE
        #include <errno.h>
        #include <stdatomic.h>
        #include <stddef.h>
        #include <stdlib.h>
        extern void *__libc_malloc(size_t);
        extern void *__libc_calloc(size_t, size_t);
        extern void *__libc_realloc(void *, size_t);
        static atomic_long calls, limit = -1;
        static int once;
        __attribute__((constructor)) static void begin(void) {
            char *text = getenv("FAIL_ALLOCATION");
            once = getenv("FAIL_ONCE") != NULL;
            calls = 0;
            if (text) limit = atol(text);
        }
        static int fails(void) {
            if (limit < 0) return 0;
            long call = ++calls;
            return once ? call == limit : call >= limit;
        }
        void *malloc(size_t size) {
            if (fails()) { errno = ENOMEM; return NULL; }
            return __libc_malloc(size);
        }
        void *calloc(size_t count, size_t size) {
            if (fails()) { errno = ENOMEM; return NULL; }
            return __libc_calloc(count, size);
        }
        void *realloc(void *old, size_t size) {
            if (fails()) { errno = ENOMEM; return NULL; }
            return __libc_realloc(old, size);
        }
        """

    private static let readFailureSource = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <limits.h>
        #include <stdatomic.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/types.h>
        #include <unistd.h>
        static atomic_long calls;
        static int concerned(int descriptor) {
            char name[64], path[PATH_MAX];
            const char *folder = getenv("FAIL_FOLDER");
            snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
            ssize_t count = readlink(name, path, sizeof path - 1);
            if (count < 0 || !folder) return 0;
            path[count] = 0;
            return strncmp(path, folder, strlen(folder)) == 0;
        }
        /* Whether the call fails now; otherwise `size` may have become smaller. */
        static int disturb(int descriptor, size_t *size) {
            const char *mode = getenv("FAIL_MODE"), *number = getenv("FAIL_AT");
            if (!mode || !concerned(descriptor)) return 0;
            long call = ++calls, at = number ? atol(number) : 0;
            if (!strcmp(mode, "short")) { if (*size > 1) *size = 1 + (size_t)(call * 7919 % 61); return 0; }
            if (!strcmp(mode, "interrupt")) { if (call % 2) { errno = EINTR; return 1; } return 0; }
            if (call < at) return 0;
            if (!strcmp(mode, "error")) { errno = EIO; return 1; }
            if (!strcmp(mode, "stale")) { errno = ESTALE; return 1; }
            if (!strcmp(mode, "again")) { errno = EAGAIN; return 1; }
            return 0;
        }
        ssize_t read(int descriptor, void *buffer, size_t size) {
            static ssize_t (*next)(int, void *, size_t);
            if (!next) next = (ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
            size_t allowed = size;
            if (disturb(descriptor, &allowed)) return -1;
            return next(descriptor, buffer, allowed < size ? allowed : size);
        }
        static ssize_t pread_as(const char *symbol, int descriptor, void *buffer, size_t size, off_t offset) {
            ssize_t (*next)(int, void *, size_t, off_t) =
                (ssize_t (*)(int, void *, size_t, off_t))dlsym(RTLD_NEXT, symbol);
            size_t allowed = size;
            if (disturb(descriptor, &allowed)) return -1;
            return next(descriptor, buffer, allowed < size ? allowed : size, offset);
        }
        ssize_t pread(int descriptor, void *buffer, size_t size, off_t offset) {
            return pread_as("pread", descriptor, buffer, size, offset);
        }
        ssize_t pread64(int descriptor, void *buffer, size_t size, off64_t offset) {
            return pread_as("pread64", descriptor, buffer, size, offset);
        }
        """
}
