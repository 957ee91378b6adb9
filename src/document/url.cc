// SPDX-License-Identifier: Apache-2.0
#include "document/url.h"

#include "base/utf8.h"

namespace counterpoint {

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("//");
  if (scheme > 12) return {};  // none, or too late to be one
  url.remove_prefix(scheme + 2);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) {
    url.remove_prefix(user + 1);
  }
  std::string host = utf8::lower(url.substr(0, url.find(':')));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

}  // namespace counterpoint
