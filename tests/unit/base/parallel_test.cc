// SPDX-License-Identifier: Apache-2.0
// Every item once, whatever the number of threads.
#include "base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace counterpoint {
namespace {

TEST(ParallelFor, calls_every_item_once) {
  for (const unsigned jobs : {0U, 1U, 2U, 8U}) {
    for (const std::size_t count :
         {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{500}}) {
      std::vector<std::atomic<int>> calls(count);
      parallel_for(count, jobs, [&](std::size_t i) { ++calls.at(i); });
      for (std::size_t i = 0; i < count; ++i) {
        EXPECT_EQ(calls[i], 1) << "item " << i << " of " << count << " with " << jobs << " jobs";
      }
    }
  }
}

TEST(ParallelFor, uses_no_more_threads_than_allowed) {
  for (const unsigned jobs : {1U, 2U, 8U}) {
    std::mutex mutex;
    std::set<std::thread::id> threads;
    parallel_for(200, jobs, [&](std::size_t) {
      const std::lock_guard lock(mutex);
      threads.insert(std::this_thread::get_id());
    });
    EXPECT_LE(threads.size(), jobs);
  }
}

TEST(ParallelFor, stays_on_the_caller_with_one_job) {
  std::thread::id seen;
  parallel_for(3, 1, [&](std::size_t) { seen = std::this_thread::get_id(); });
  EXPECT_EQ(seen, std::this_thread::get_id());
}

TEST(ParallelFor, has_finished_when_it_returns) {
  std::atomic<int> sum = 0;
  parallel_for(100, 8, [&](std::size_t i) {
    if (i % 10 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    sum += static_cast<int>(i);
  });
  EXPECT_EQ(sum, 4950);
}

}  // namespace
}  // namespace counterpoint
