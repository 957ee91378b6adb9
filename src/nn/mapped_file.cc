// SPDX-License-Identifier: Apache-2.0
// A file's bytes from its path, through mmap.
#include "nn/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace counterpoint::nn {
namespace {

auto unreadable(const std::filesystem::path& file) {
  return fail("model.missing", "The file cannot be read.", file.string(),
              "Check the path and its permissions; a model folder holds annotator.json, "
              "annotator.safetensors and vocab.txt.");
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(file);
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = regular ? static_cast<std::size_t>(status.st_size) : 0;
  void* start = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : nullptr;
  ::close(descriptor);  // the mapping outlives it
  if (!regular || start == MAP_FAILED) return unreadable(file);
  return MappedFile({static_cast<const std::byte*>(start), size});
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

void MappedFile::drop_pages() const {
  // Only advice: if the system does not take it, the pages stay.
  if (!bytes_.empty())
    ::madvise(const_cast<std::byte*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
}

}  // namespace counterpoint::nn
