// SPDX-License-Identifier: Apache-2.0
// Numbers for tests of arithmetic: normally distributed, the same in every run.
#pragma once

#include <cstddef>
#include <random>
#include <vector>

namespace counterpoint::nn {

using Floats = std::vector<float>;

inline Floats random_floats(std::size_t count, unsigned seed, float deviation = 1.F) {
  std::mt19937 random(seed);
  std::normal_distribution<float> number(0.F, deviation);
  Floats made(count);
  for (float& value : made) value = number(random);
  return made;
}

}  // namespace counterpoint::nn
