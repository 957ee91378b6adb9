// SPDX-License-Identifier: Apache-2.0
// Made from packs/places; read by identities and places. Towns of 15,000 people
// and more, first-level divisions, countries, and the divisions of Syria.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace counterpoint {

struct GazetteerPlace {
  std::string_view name;
  double lat = 0, lon = 0;   // WGS 84 degrees
  std::string_view country;  // ISO 3166-1 alpha-2
  std::string_view admin1;   // GeoNames code within the country; empty: none
  std::uint64_t population = 0;
  std::string_view geonames;  // id; empty: none
  std::string_view feature;   // GeoNames feature code: PPLC, PPLA, PPL, ADM1, ADM2, ADM3, PCLI
};

// Two sorted text files, held as read and searched in place; nothing is parsed before it is asked
// for. Immutable; views into it live as long as it does.
class Gazetteer {
 public:
  // `folder` holds places.tsv, keys.tsv and countries.tsv.
  // Errors: pack.missing, pack.encoding, pack.row (a file that is not as its card says).
  [[nodiscard]] static Result<Gazetteer> load(const std::filesystem::path& folder);

  // Every place that goes by this name_key(), in the file's order; empty: none. O(log n).
  [[nodiscard]] std::vector<GazetteerPlace> find(std::string_view key) const;

  // ISO code of the country that a name, abbreviation or adjective stands for ("Syria", "Syrian",
  // "U.S."), by plain_key(); empty: none.
  [[nodiscard]] std::string_view country_of(std::string_view plain) const;
  // Whether that word names the country itself and not its people or things ("Syria", not
  // "Syrian").
  [[nodiscard]] bool is_country_name(std::string_view plain) const;
  // Whether it names the country's people and things alone: no place, and no name of its own.
  [[nodiscard]] bool is_country_adjective(std::string_view plain) const;
  // The country itself, by ISO code: centred on its capital. feature is empty when unknown.
  [[nodiscard]] GazetteerPlace country(std::string_view iso) const;
  // The first-level division's name, or empty.
  [[nodiscard]] std::string_view admin1_name(std::string_view country,
                                             std::string_view admin1) const;

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  [[nodiscard]] GazetteerPlace at(std::size_t row) const;

 private:
  enum class Word { name, adjective, part };
  struct Country {
    std::string iso;
    Word word = Word::name;
  };
  [[nodiscard]] Result<void> index_lines(const std::filesystem::path& folder);
  [[nodiscard]] Result<void> read_countries(const std::filesystem::path& folder);

  std::string places_, keys_;                                  // the files
  std::vector<std::uint32_t> lines_;                           // begin of each line of places_
  std::unordered_map<std::string, Country> countries_;         // plain key -> country
  std::unordered_map<std::string, std::uint32_t> iso_row_;     // ISO code -> row of the country
  std::unordered_map<std::string, std::uint32_t> admin1_row_;  // "SY.12" -> row of the division
};

}  // namespace counterpoint
