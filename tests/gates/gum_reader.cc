// SPDX-License-Identifier: Apache-2.0
#include "gates/gum_reader.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "gates/conllu.h"

namespace counterpoint::gum {
namespace {

using std::string;
using std::string_view;

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
  void add(const gates::ConlluSentence& sentence) {
    for (const string& comment : sentence.comments) {
      if (comment.starts_with("# newdoc")) {
        end_document();
        docs_.emplace_back().id = comment.substr(comment.find('=') + 2);
      } else if (comment.starts_with("# newpar") && !comment.starts_with("# newpar_")) {
        new_paragraph_ = true;
      }
    }
    begin_sentence();
    for (const gates::ConlluRow& row : sentence.rows)
      row.is_shared() ? contraction(row) : word(row);
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
  }

  void begin_sentence() {
    const std::size_t last = doc().sentences.empty() ? 0 : doc().sentences.back().paragraph;
    if (!doc().text.empty() && new_paragraph_) glue_ = "\n\n";
    doc().sentences.emplace_back().paragraph = last + (new_paragraph_ ? 1 : 0);
    if (!doc().text.empty() && glue_.empty()) glue_ = " ";
    new_paragraph_ = false;
  }

  void word(const gates::ConlluRow& row) {
    Word word{{}, row.form, row.lemma, row.upos, row.xpos, row.deprel, row.head};
    word.span = parts_left_ > 0 ? next_part(word.form) : write(row);
    doc().sentences.back().words.push_back(std::move(word));
    entities(row.misc_value("Entity"));
  }

  Span write(const gates::ConlluRow& row) {
    doc().text += glue_;
    const auto begin = static_cast<std::uint32_t>(doc().text.size());
    doc().text += row.form;
    glue_ = row.space_after() ? " " : "";
    return {begin, static_cast<std::uint32_t>(doc().text.size())};
  }

  void contraction(const gates::ConlluRow& row) {
    parts_left_ = row.last - row.id + 1;
    whole_ = write(row);
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
  int parts_left_ = 0;  // words of the present contraction still to come
  Span whole_;          // what is left of its written form
};

std::vector<GumDocument> join(const std::vector<gates::ConlluSentence>& sentences) {
  Reader reader;
  for (const gates::ConlluSentence& sentence : sentences) reader.add(sentence);
  return reader.finish();
}

}  // namespace

std::vector<GumDocument> read_gum(const std::filesystem::path& file) {
  return join(gates::read_conllu(file));
}

std::vector<GumDocument> parse_gum(string_view lines) {
  return join(gates::parse_conllu(lines));
}

}  // namespace counterpoint::gum
