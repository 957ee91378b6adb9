// SPDX-License-Identifier: Apache-2.0
// Keeps oneDNN on the calling thread.
#pragma once

namespace counterpoint::nn {

// While one lives, oneDNN works on the calling thread alone. Documents are what runs in parallel,
// so more threads would only compete; and a sum that is shared out among threads is added up in an
// order that depends on their number.
//
// Debian's oneDNN is built on OpenMP, where the number of threads is a setting of each thread: a
// new thread starts from OMP_NUM_THREADS or the number of cores, whatever other threads have set.
// So it is not enough to set it once. Everything that makes or runs a primitive holds one of these;
// it puts the thread's own setting back at the end, for whoever else uses OpenMP there.
class OneThread {
 public:
  OneThread();
  ~OneThread();
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int before_;
};

}  // namespace counterpoint::nn
