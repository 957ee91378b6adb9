// SPDX-License-Identifier: Apache-2.0
#include "annotation/lemmas.h"

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
  if (last == 'r' && (before == 'c' || before == 't')) return true;
  if (two_vowels)
    return ends_with_any(stem, {"iat", "eas", "ais", "ous", "eav", "iev", "eiv", "creat"});
  if (ends_with_any(stem,
                    {"olor", "avor", "abor", "ibor", "umor", "amor", "onor", "ctor", "itor"})) {
    return false;
  }
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
  const bool travelled = stem.ends_with("ell") && syllables(stem) > 1;
  if (doubled(stem) || travelled) return string(stem.substr(0, stem.size() - 1));
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

const string* tagged_lemma(const string& word, string_view xpos, const Lexicon& lexicon) {
  return find(lexicon.tagged_lemmas, word + " " + string(xpos));
}

// "TV", "H1N1", "II": letters that are read one by one keep their capitals. A shouted word has a
// vowel.
bool is_acronym(string_view form) {
  int upper = 0;
  bool digit = false;
  for (const char c : form) {
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (c < 'A' || c > 'Z') {
      return false;
    } else {
      ++upper;
    }
  }
  const bool vowel = form.find_first_of("AEIOUY") != string_view::npos;
  return upper > 0 && (digit || (upper > 1 && !vowel));
}

string noun_plural(string_view form, const string& word, const Lexicon& lexicon) {
  if (const string* lemma = find(lexicon.nouns, word)) return *lemma;
  if (word[0] >= '0' && word[0] <= '9') return word;  // "1990s"
  if (word.size() > 5 && word.ends_with("men")) return word.substr(0, word.size() - 2) + "an";
  if (word.size() <= 2 || word.back() != 's') return word;
  const string_view singular = form.substr(0, form.size() - 1);
  if (form.back() == 's' && is_acronym(singular)) return string(singular);
  // "taxis", "gurus": what ends so in the singular is in the pack.
  if (ends_with_any(word, {"is", "us"})) return word.substr(0, word.size() - 1);
  return strip_s(word);
}

string number_lemma(string word) {
  if (word[0] < '0' || word[0] > '9') return word;
  std::erase(word, ',');
  return word;
}

bool is_roman(string_view form) {
  return form.find_first_not_of("IVXLCDM") == string_view::npos;
}

}  // namespace

string lemma_of(string_view form, Upos upos, string_view xpos, const Lexicon& lexicon) {
  if (form.empty()) return {};
  string word = utf8::folded(form);
  if (const string* lemma = tagged_lemma(word, xpos, lexicon)) return *lemma;
  if (upos == Upos::PROPN || xpos == "NNP" || xpos == "NNPS") return string(form);
  if (upos == Upos::VERB || upos == Upos::AUX) {
    if (xpos == "VB" || xpos == "VBP") {
      if (word != "am" && word != "are" && word[0] != '\'') return word;
    }
    const string* lemma = find(lexicon.verbs, word);
    return lemma != nullptr ? *lemma : verb_lemma(word, xpos);
  }
  if (xpos == "NNS") return noun_plural(form, word, lexicon);
  if (xpos == "JJR" || xpos == "JJS" || xpos == "RBR" || xpos == "RBS") {
    const string* lemma = find(lexicon.adjectives, word);
    return lemma != nullptr ? *lemma : grade_lemma(word, xpos);
  }
  if (xpos == "CD") return is_roman(form) ? string(form) : number_lemma(std::move(word));
  const bool name_like = upos == Upos::ADJ || upos == Upos::NOUN;
  const bool kept = lexicon.proper_adjectives.contains(form) || is_acronym(form);
  return name_like && kept ? string(form) : word;
}

}  // namespace counterpoint::annotation
