// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <openssl/evp.h>

#include <array>
#include <string>

namespace counterpoint {
namespace {

std::string lower_letters(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 32);
  }
  return lower;
}

std::string hex_of(std::string_view digest) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (const char c : digest) {
    hex += kHex[static_cast<unsigned char>(c) >> 4];
    hex += kHex[static_cast<unsigned char>(c) & 15];
  }
  return hex;
}

// RFC 4648 in lower case, padded.
std::string base32_of(std::string_view digest) {
  static constexpr char kLetters[] = "abcdefghijklmnopqrstuvwxyz234567";
  std::string text;
  unsigned bits = 0;
  int count = 0;
  for (const char c : digest) {
    bits = (bits << 8 | static_cast<unsigned char>(c)) & 0xFFFF;
    for (count += 8; count >= 5; count -= 5) text += kLetters[bits >> (count - 5) & 31];
  }
  if (count > 0) text += kLetters[bits << (5 - count) & 31];
  while (text.size() % 8 != 0) text += '=';
  return text;
}

const EVP_MD* algorithm_of(std::string name) {
  std::erase(name, '-');
  if (name == "md5") return EVP_md5();
  if (name == "sha1") return EVP_sha1();
  if (name == "sha256") return EVP_sha256();
  if (name == "sha512") return EVP_sha512();
  return nullptr;
}

}  // namespace

DigestCheck check_digest(std::string_view written, std::string_view bytes) {
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos) return DigestCheck::unknown;
  const EVP_MD* algorithm = algorithm_of(lower_letters(written.substr(0, colon)));
  if (algorithm == nullptr) return DigestCheck::unknown;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, algorithm, nullptr) != 1) {
    return DigestCheck::unknown;
  }
  const std::string_view raw(reinterpret_cast<const char*>(digest.data()), length);
  std::string stated = lower_letters(written.substr(colon + 1));
  if (stated == hex_of(raw)) return DigestCheck::same;
  while (stated.size() % 8 != 0) stated += '=';
  return stated == base32_of(raw) ? DigestCheck::same : DigestCheck::different;
}

}  // namespace counterpoint
