/// What Swift cannot call by itself: prctl takes a variable number of arguments.
#pragma once

/// Makes the calling process undumpable: no core file, no tracing by other processes of the same user.
/// Returns 0, or -1 with errno set (prctl(2), PR_SET_DUMPABLE).
int keyhound_set_undumpable(void);
