// SPDX-License-Identifier: Apache-2.0
// Which figures are parts of others.
#pragma once

#include <vector>

#include "counterpoint/statement.h"
#include "statement/tree.h"

namespace counterpoint::statement {

// "49 of the 108", "of the 101 deaths, 19": sets `part_of` of the smaller. Figures sorted by span.
void link_parts(const Tree& tree, std::vector<Figure>& figures);

}  // namespace counterpoint::statement
