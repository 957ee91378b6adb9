// SPDX-License-Identifier: Apache-2.0
#include "pipeline/custody/dossier_check.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace counterpoint {
namespace {

constexpr const char* kBuildAgain = "Build the dossier again.";

bool true_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

// A text that answers for offsets in code points.
class Text {
 public:
  explicit Text(std::string text) : text_(std::move(text)) {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if ((static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80) starts_.push_back(at);
    }
    starts_.push_back(text_.size());
  }

  // Nothing when the offsets lie outside.
  [[nodiscard]] std::optional<std::string_view> slice(const Json& from) const {
    const std::uint64_t begin = number_in(from, "begin"), end = number_in(from, "end");
    if (begin > end || end >= starts_.size()) return std::nullopt;
    return std::string_view(text_).substr(starts_[begin], starts_[end] - starts_[begin]);
  }

 private:
  std::string text_;
  std::vector<std::size_t> starts_;
};

using Texts = std::map<std::string, Text>;  // by document id

bool true_run(const Json& run, const Text& text, const std::string& bytes) {
  const std::uint64_t begin = number_in(run, "byte_begin"), end = number_in(run, "byte_end");
  const auto slice = text.slice(run);
  if (!slice || begin > end || end > bytes.size()) return false;
  return !true_in(run, "exact") || bytes.compare(begin, end - begin, *slice) == 0;
}

void check_document(const Json& document, const Text& text, const ReceivedBytes& received,
                    Verification& result) {
  const std::string name = string_in(document, "name"), sha256 = string_in(document, "sha256");
  if (sha256.empty()) return;  // never read
  const auto bytes = received.find(sha256);
  if (bytes == received.end()) {
    if (document.contains("error")) return;
    result.errors.push_back(Error{
        "custody.missing", "None of the files received holds the bytes of this document.", name,
        "Put back the file that it was read from, or allow it to be unpacked as the build did."});
    return;
  }
  for (const Json& run : array_in(document, "map")) {
    if (run.is_object() && true_run(run, text, bytes->second)) continue;
    result.errors.push_back(
        Error{"custody.map",
              fmt::format("Its text is not that of its bytes {} to {}.",
                          number_in(run, "byte_begin"), number_in(run, "byte_end")),
              name, kBuildAgain});
    return;
  }
  ++result.documents;
}

void check_span(const Json& span, const Texts& texts, Verification& result) {
  const std::string document = string_in(span, "document"), words = string_in(span, "text");
  const auto text = texts.find(document);
  const auto slice = text == texts.end() ? std::nullopt : text->second.slice(span);
  if (slice && *slice == words) {
    ++result.spans;
  } else {
    result.errors.push_back(Error{
        "custody.span", fmt::format("The words \"{}\" do not stand where a span says.", words),
        document, kBuildAgain});
  }
}

bool is_span(const Json& value) {
  return value.is_object() && value.contains("document") && value.contains("begin") &&
         value.contains("end") && value.contains("text");
}

// Wherever they stand; without recursion, as a file may be nested without end.
void check_spans(const Json& dossier, const Texts& texts, Verification& result) {
  std::vector<const Json*> pending{&dossier};
  while (!pending.empty()) {
    const Json* value = pending.back();
    pending.pop_back();
    if (is_span(*value)) check_span(*value, texts, result);
    if (!value->is_structured()) continue;
    for (const Json& child : *value) pending.push_back(&child);
  }
}

}  // namespace

std::string string_in(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t number_in(const Json& object, const char* key) {
  if (!object.is_object()) return 0;
  const auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

const Json& array_in(const Json& object, const char* key) {
  static const Json kNone = Json::array();
  if (!object.is_object()) return kNone;
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : kNone;
}

void check_dossier(const Json& dossier, const ReceivedBytes& bytes, Verification& result) {
  Texts texts;
  for (const Json& document : array_in(dossier, "documents")) {
    texts.emplace(string_in(document, "id"), Text(string_in(document, "text")));
  }
  for (const Json& document : array_in(dossier, "documents")) {
    check_document(document, texts.at(string_in(document, "id")), bytes, result);
  }
  check_spans(dossier, texts, result);
}

}  // namespace counterpoint
