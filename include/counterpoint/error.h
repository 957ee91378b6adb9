// SPDX-License-Identifier: Apache-2.0
// Made by every stage; read by the doors (CLI, dossier.json). One shape for all expected failures.
#pragma once

#include <string>

namespace counterpoint {

// An expected failure, as a value. Programmer errors are assertions, never an Error.
//
// code     stable and mnemonic ("document.empty"); docs/errors.md lists every one.
// message  one sentence for a person, naming the cause.
// input    the offending input: a path, a record of a file, an option. Never empty.
// remedy   what the person can do about it, one sentence.
//
// All strings are UTF-8; bytes of an input that are not are replaced by U+FFFD.
struct Error {
  std::string code;
  std::string message;
  std::string input;
  std::string remedy;

  friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace counterpoint
