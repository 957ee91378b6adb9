// SPDX-License-Identifier: Apache-2.0
// stage: view
// expect: counterpoint/pipeline.h: No such file or directory
//
// A view is made from a dossier and does not know how that dossier was built.

#include "counterpoint/view.h"
#ifdef MISUSE
#include "counterpoint/pipeline.h"
#endif
