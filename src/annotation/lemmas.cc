// SPDX-License-Identifier: Apache-2.0
#include "annotation/lemmas.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace counterpoint::annotation {
namespace {

using std::string;
using std::string_view;

bool is_vowel(char c) {
  return string_view("aeiou").find(c) != string_view::npos;
}

bool ends_with_any(string_view word, std::initializer_list<string_view> endings) {
  for (const string_view ending : endings) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

int syllables(string_view stem) {
  int count = 0;
  bool vowel = false;
  for (const char c : stem) {
    const bool now = is_vowel(c) || c == 'y';
    if (now && !vowel) ++count;
    vowel = now;
  }
  return count;
}

// Whether a verb's stem lost an e before -ed or -ing: "tak", "forc", "evacuat". Endings in the
// order in which they decide; words that go against them are in the pack's irregular.tsv.
bool lost_e(string_view stem) {
  const auto n = stem.size();
  if (n < 2) return false;
  const char last = stem[n - 1];
  const char before = stem[n - 2];
  const bool two_vowels = n >= 3 && is_vowel(before) && is_vowel(stem[n - 3]) && stem[n - 3] != 'u';
  if (last == 'u' || last == 'v' || last == 'c') return true;
  if (last == 'z') return before != 'z' && before != 't';
  if (last == 'g') return before != 'n' && before != 'g';
  if (last == 's') return before != 's';
  if (last == 'l' && string_view("bcdfgkptz").find(before) != string_view::npos) return true;
  if (last == 'l' && before == 's') return true;
  if (two_vowels) return ends_with_any(stem, {"iat", "eas", "ais", "ous", "eav", "iev", "eiv"});
  if (ends_with_any(stem, {"at", "ut", "ot", "id", "ad", "ud", "od", "ib", "ob", "am",
                           "um", "im", "om", "in", "un", "ir", "ar", "or", "ur", "ap",
                           "ip", "yp", "ak", "ik", "ok", "uk", "il", "ul", "yl"})) {
    return true;
  }
  const bool short_word = syllables(stem) == 1 && n >= 3;
  return short_word && ends_with_any(stem, {"op", "al", "ol", "it", "on", "an", "et", "ul", "ed"});
}

bool doubled(string_view stem) {
  const auto n = stem.size();
  return n >= 4 && stem[n - 1] == stem[n - 2] &&
         string_view("bdgkmnprtv").find(stem[n - 1]) != string_view::npos;
}

string verb_stem(string_view stem) {
  if (doubled(stem)) return string(stem.substr(0, stem.size() - 1));
  return string(stem) + (lost_e(stem) ? "e" : "");
}

string strip_s(string_view word) {
  const auto n = word.size();
  if (n > 4 && word.ends_with("ies")) return string(word.substr(0, n - 3)) + "y";
  if (ends_with_any(word, {"sses", "shes", "ches", "xes", "zzes", "oes"})) {
    return string(word.substr(0, n - 2));
  }
  if (ends_with_any(word, {"ss", "us", "is"})) return string(word);
  return string(word.substr(0, n - 1));
}

string verb_lemma(const string& word, string_view xpos) {
  const auto n = word.size();
  const string_view view = word;
  if (xpos == "VBZ" && n > 2 && word.back() == 's') return strip_s(word);
  if (xpos == "VBG" && n > 4 && view.ends_with("ing")) return verb_stem(view.substr(0, n - 3));
  if (xpos != "VBD" && xpos != "VBN") return word;
  if (n > 4 && view.ends_with("ied")) return string(view.substr(0, n - 3)) + "y";
  if (n > 4 && view.ends_with("eed")) return string(view.substr(0, n - 1));
  if (n > 3 && view.ends_with("ed")) return verb_stem(view.substr(0, n - 2));
  return word;
}

string grade_lemma(const string& word, string_view xpos) {
  const string_view view = word;
  const string_view ending = xpos.ends_with("R") ? "er" : "est";
  if (word.size() < ending.size() + 3 || !view.ends_with(ending)) return word;
  const string_view stem = view.substr(0, word.size() - ending.size());
  if (stem.back() == 'i') return string(stem.substr(0, stem.size() - 1)) + "y";
  if (stem.back() == 'g' && !stem.ends_with("ng")) return string(stem) + "e";
  return doubled(stem) ? string(stem.substr(0, stem.size() - 1)) : string(stem);
}

// Closed classes, by form and tag. The clitics stand with the straight apostrophe.
const string* closed_class(string_view word, string_view xpos) {
  struct Entry {
    string_view form, xpos;
    string lemma;
  };
  static const std::array<Entry, 17> kEntries{{{"n't", "RB", "not"},
                                               {"'d", "MD", "would"},
                                               {"'ll", "MD", "will"},
                                               {"wo", "MD", "will"},
                                               {"ca", "MD", "can"},
                                               {"sha", "MD", "shall"},
                                               {"him", "PRP", "he"},
                                               {"her", "PRP", "she"},
                                               {"them", "PRP", "they"},
                                               {"'em", "PRP", "they"},
                                               {"me", "PRP", "I"},
                                               {"i", "PRP", "I"},
                                               {"us", "PRP", "we"},
                                               {"an", "DT", "a"},
                                               {"these", "DT", "this"},
                                               {"those", "DT", "that"},
                                               {"'s", "POS", "'s"}}};
  for (const Entry& entry : kEntries) {
    if (entry.form == word && entry.xpos == xpos) return &entry.lemma;
  }
  return nullptr;
}

}  // namespace

string lemma_of(string_view form, Upos upos, string_view xpos, const Lexicon& lexicon) {
  if (upos == Upos::PROPN || xpos == "NNP" || xpos == "NNPS") return string(form);
  string word = utf8::folded(form);
  if (const string* lemma = closed_class(word, xpos)) return *lemma;
  if (upos == Upos::VERB || upos == Upos::AUX) {
    if (xpos == "VB" || xpos == "VBP") {
      if (word != "am" && word != "are" && word[0] != '\'') return word;
    }
    const string* lemma = find(lexicon.verbs, word);
    return lemma != nullptr ? *lemma : verb_lemma(word, xpos);
  }
  if (xpos == "NNS") {
    if (const string* lemma = find(lexicon.nouns, word)) return *lemma;
    const auto man = word.size() > 5 && word.ends_with("men");
    if (man) return word.substr(0, word.size() - 2) + "an";
    return word.size() > 2 && word.back() == 's' ? strip_s(word) : word;
  }
  if (xpos == "JJR" || xpos == "JJS" || xpos == "RBR" || xpos == "RBS") {
    const string* lemma = find(lexicon.adjectives, word);
    return lemma != nullptr ? *lemma : grade_lemma(word, xpos);
  }
  return word;
}

}  // namespace counterpoint::annotation
