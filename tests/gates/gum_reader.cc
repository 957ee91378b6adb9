// SPDX-License-Identifier: Apache-2.0
#include "gates/gum_reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace counterpoint::gum {
namespace {

using std::string;
using std::string_view;

std::vector<string> fields_of(const string& line) {
  std::vector<string> fields;
  std::istringstream in(line);
  for (string field; std::getline(in, field, '\t');) fields.push_back(field);
  return fields;
}

// The value of `key` in a MISC column; empty when it is not there.
string misc(const string& column, const string& key) {
  std::istringstream in(column);
  for (string part; std::getline(in, part, '|');) {
    if (part.starts_with(key + "=")) return part.substr(key.size() + 1);
  }
  return {};
}

// "(12-person-..." opens, "12)" closes, "(12-person-...)" does both.
std::vector<string> brackets(const string& entity) {
  std::vector<string> result;
  for (const char c : entity) {
    if (c == '(' || result.empty() || (result.back().ends_with(')') && c != ')')) {
      result.emplace_back();
    }
    result.back().push_back(c);
  }
  return result;
}

class Reader {
 public:
  void line(const string& line) {
    if (line.starts_with("# newdoc")) {
      end_document();
      docs_.emplace_back().id = line.substr(line.find('=') + 2);
    } else if (line.starts_with("# newpar") && !line.starts_with("# newpar_")) {
      new_paragraph_ = true;
    } else if (line.empty()) {
      in_sentence_ = false;
    } else if (line[0] != '#') {
      word(fields_of(line));
    }
  }

  std::vector<GumDocument> finish() {
    end_document();
    return std::move(docs_);
  }

 private:
  struct Place {
    std::size_t sentence, word;
  };
  struct Open {
    string entity;
    Place from;
  };

  GumDocument& doc() { return docs_.back(); }

  void end_document() {
    if (!open_.empty()) throw std::runtime_error("unclosed entity in " + doc().id);
    glue_.clear();
    new_paragraph_ = false;
    in_sentence_ = false;
  }

  void begin_sentence() {
    const std::size_t last = doc().sentences.empty() ? 0 : doc().sentences.back().paragraph;
    if (!doc().text.empty() && new_paragraph_) glue_ = "\n\n";
    doc().sentences.emplace_back().paragraph = last + (new_paragraph_ ? 1 : 0);
    if (!doc().text.empty() && glue_.empty()) glue_ = " ";
    new_paragraph_ = false;
    in_sentence_ = true;
  }

  void word(const std::vector<string>& fields) {
    if (fields.size() < 10) throw std::runtime_error("short row in " + doc().id);
    if (!in_sentence_) begin_sentence();
    if (fields[0].find('.') != string::npos) return;
    if (const auto dash = fields[0].find('-'); dash != string::npos) {
      contraction(fields, dash);
      return;
    }
    Word word{{}, fields[1], fields[2], fields[3], fields[4], fields[7], std::stoi(fields[6])};
    word.span = parts_left_ > 0 ? next_part(word.form) : write(word.form, fields[9]);
    doc().sentences.back().words.push_back(std::move(word));
    entities(misc(fields[9], "Entity"));
  }

  Span write(const string& form, const string& misc_column) {
    doc().text += glue_;
    const auto begin = static_cast<std::uint32_t>(doc().text.size());
    doc().text += form;
    glue_ = misc(misc_column, "SpaceAfter") == "No" ? "" : " ";
    return {begin, static_cast<std::uint32_t>(doc().text.size())};
  }

  void contraction(const std::vector<string>& fields, std::size_t dash) {
    parts_left_ = std::stoi(fields[0].substr(dash + 1)) - std::stoi(fields[0].substr(0, dash)) + 1;
    whole_ = write(fields[1], fields[9]);
  }

  Span next_part(const string& form) {
    const auto size = static_cast<std::uint32_t>(form.size());
    const bool last = --parts_left_ == 0;
    const std::uint32_t end = last ? whole_.end : std::min(whole_.end, whole_.begin + size);
    const Span part{std::min(whole_.begin, end), end};
    whole_.begin = end;
    return part;
  }

  void entities(const string& entity) {
    const Place here{doc().sentences.size() - 1, doc().sentences.back().words.size() - 1};
    for (const string& bracket : brackets(entity)) {
      const bool opens = bracket.starts_with('(');
      const string id =
          bracket.substr(opens ? 1 : 0, bracket.find_first_of("-)") - (opens ? 1 : 0));
      if (opens) open_.push_back({id, here});
      if (bracket.ends_with(')')) close(id, here);
    }
  }

  void close(const string& entity, Place here) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Open& o) { return o.entity == entity; });
    if (found == open_.rend()) throw std::runtime_error("unopened entity in " + doc().id);
    const Place from = found->from;
    open_.erase(std::next(found).base());
    const Span span{at(from).span.begin, at(here).span.end};
    doc().mentions.push_back({entity, span, head_of(from, here)});
  }

  const Word& at(Place p) { return doc().sentences[p.sentence].words[p.word]; }

  Span head_of(Place from, Place to) {
    const auto& words = doc().sentences[from.sentence].words;
    const std::size_t last = from.sentence == to.sentence ? to.word : words.size() - 1;
    for (std::size_t i = from.word; i <= last; ++i) {
      const auto head = static_cast<std::size_t>(words[i].head);
      if (head == 0 || head - 1 < from.word || head - 1 > last) return words[i].span;
    }
    return words[from.word].span;
  }

  std::vector<GumDocument> docs_;
  std::vector<Open> open_;
  string glue_;  // what stands before the next word
  bool new_paragraph_ = false;
  bool in_sentence_ = false;
  int parts_left_ = 0;  // words of the present contraction still to come
  Span whole_;          // what is left of its written form
};

template <class Lines>
std::vector<GumDocument> read(Lines&& in) {
  Reader reader;
  for (string line; std::getline(in, line);) reader.line(line);
  return reader.finish();
}

}  // namespace

std::vector<GumDocument> read_gum(const std::filesystem::path& file) {
  return read(std::ifstream(file));
}

std::vector<GumDocument> parse_gum(string_view lines) {
  return read(std::istringstream(string(lines)));
}

}  // namespace counterpoint::gum
