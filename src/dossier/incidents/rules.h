// SPDX-License-Identifier: Apache-2.0
// Made from packs/<language>/dossier/happenings.tsv; read by incidents, ledger and timeline.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace counterpoint {

struct HappeningRules {
  struct Mode {
    std::string family;  // events of one family, place and day are one happening
    std::string title;   // "Killing"
  };
  std::map<std::string, Mode, std::less<>> modes;
  std::map<std::string, std::string, std::less<>> measures;  // of figures -> family
  std::vector<std::string> months;                           // twelve names

  // Errors: pack.missing, pack.encoding, pack.row (an unknown kind, or not twelve months).
  [[nodiscard]] static Result<HappeningRules> load(const std::filesystem::path& table);

  // Words for a reader: "6 June 2011", "4–12 June 2011", "June 2011"; other forms as they are.
  [[nodiscard]] std::string in_words(std::string_view edtf) const;
};

}  // namespace counterpoint
