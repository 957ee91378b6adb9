// SPDX-License-Identifier: Apache-2.0
// stage: base
// expect: nn/annotator.h: No such file or directory
//
// The base knows nothing of models.

#include "counterpoint/span.h"
#ifdef MISUSE
#include "nn/annotator.h"
#endif
