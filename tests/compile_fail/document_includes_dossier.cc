// SPDX-License-Identifier: Apache-2.0
// stage: document
// expect: counterpoint/dossier.h: No such file or directory
//
// A document knows nothing of the dossier it will be part of.

#include "counterpoint/document.h"
#ifdef MISUSE
#include "counterpoint/dossier.h"
#endif
