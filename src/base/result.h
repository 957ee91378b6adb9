// SPDX-License-Identifier: Apache-2.0
// The Result type under the name that internal code uses.
#pragma once

#include "counterpoint/result.h"
