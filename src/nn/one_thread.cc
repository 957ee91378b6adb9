// SPDX-License-Identifier: Apache-2.0
// The calling thread's OpenMP setting, taken down to one and put back.
#include "nn/one_thread.h"

#include <oneapi/dnnl/dnnl_config.h>

static_assert(DNNL_CPU_RUNTIME == DNNL_RUNTIME_OMP, "OneThread restrains OpenMP only");

// As in omp.h, which comes with each compiler and is not found by every tool that reads this file.
extern "C" {
int omp_get_max_threads();
void omp_set_num_threads(int threads);
}

namespace counterpoint::nn {

OneThread::OneThread() : before_(omp_get_max_threads()) {
  omp_set_num_threads(1);
}

OneThread::~OneThread() {
  omp_set_num_threads(before_);
}

}  // namespace counterpoint::nn
