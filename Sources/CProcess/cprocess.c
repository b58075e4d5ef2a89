#include "cprocess.h"

#include <sys/prctl.h>

int keyhound_set_undumpable(void) { return prctl(PR_SET_DUMPABLE, 0UL, 0UL, 0UL, 0UL); }
