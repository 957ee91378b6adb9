// SPDX-License-Identifier: Apache-2.0
// Work over a range of independent items, on a fixed number of threads.
#pragma once

#include <cstddef>
#include <functional>

namespace counterpoint {

// Calls work(i) once for every i in [0, count), on at most `jobs` threads (0: one per core). Each
// call must write only to its own item: then results do not depend on `jobs`. `work` must not
// throw.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace counterpoint
