// SPDX-License-Identifier: Apache-2.0
// stage: statement
// expect: counterpoint/dossier.h: No such file or directory
//
// Statements are read from one document; what links documents stands to the right.

#include "counterpoint/statement.h"
#ifdef MISUSE
#include "counterpoint/dossier.h"
#endif
