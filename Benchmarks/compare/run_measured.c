// Runs a command and writes what it cost: run_measured RESULT COMMAND ARGUMENT…
//
// A process's peak memory starts with that of the process it was forked from. So the command must not be the child of
// a Python program of ten megabytes, but of this one. The result is one line: wall nanoseconds, user microseconds,
// system microseconds, peak resident kibibytes, exit status (128 + signal, as a shell says it).

#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long long microseconds(struct timeval time) {
    return time.tv_sec * 1000000LL + time.tv_usec;
}

int main(int count, char **arguments) {
    if (count < 3) {
        fputs("usage: run_measured RESULT COMMAND ARGUMENT...\n", stderr);
        return 2;
    }
    const long long start = nanoseconds();
    const pid_t child = fork();
    if (child < 0) {
        perror("run_measured: fork");
        return 2;
    }
    if (child == 0) {
        execvp(arguments[2], arguments + 2);
        perror("run_measured: exec");
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child) {
        perror("run_measured: wait4");
        return 2;
    }
    const long long wall = nanoseconds() - start;
    FILE *result = fopen(arguments[1], "w");
    if (result == NULL) {
        perror("run_measured: result");
        return 2;
    }
    fprintf(result, "%lld %lld %lld %ld %d\n", wall, microseconds(usage.ru_utime), microseconds(usage.ru_stime),
            usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return fclose(result) == 0 ? 0 : 2;
}
