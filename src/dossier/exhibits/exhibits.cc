// SPDX-License-Identifier: Apache-2.0
#include "dossier/exhibits/exhibits.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "base/utf8.h"
#include "dossier/exhibits/same_exhibit.h"
#include "dossier/time/times.h"

namespace counterpoint {
namespace {

bool is_telling(const Token& token) {
  switch (token.upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::VERB:
    case Upos::ADJ:
    case Upos::NUM:
      return true;
    default:
      return false;
  }
}

std::optional<RelationType> relation_of(Act act) {
  switch (act) {
    case Act::deny:
      return RelationType::denies;
    case Act::disconfirm:
      return RelationType::disconfirms;
    case Act::doubt:
      return RelationType::doubts;
    case Act::confirm:
      return RelationType::supports;
    default:
      return std::nullopt;
  }
}

// An exhibit of one document.
struct Found {
  const ExhibitMention* mention = nullptr;
  ExhibitProfile profile;
  std::size_t cluster = 0;
};

struct Pair {
  std::size_t a = 0, b = 0;
  Sameness sameness;
};

class ExhibitLinker {
 public:
  explicit ExhibitLinker(Linking& linking) : linking_(linking) {}

  void run() {
    collect();
    compare_all();
    join();
    std::map<std::size_t, std::vector<std::size_t>> clusters;
    for (std::size_t i = 0; i < found_.size(); ++i) clusters[found_[i].cluster].push_back(i);
    for (const auto& [cluster, members] : clusters) add(members);
    tell_what_may_be();
    auto& exhibits = linking_.dossier.exhibits;
    std::sort(exhibits.begin(), exhibits.end(),
              [](const Exhibit& a, const Exhibit& b) { return a.id < b.id; });
    auto& relations = linking_.dossier.relations;
    std::sort(relations.begin(), relations.end(),
              [](const Relation& a, const Relation& b) { return a.id < b.id; });
  }

 private:
  void collect() {
    for (std::uint32_t d = 0; d < linking_.documents.size(); ++d) {
      for (const ExhibitMention& mention : linking_.documents[d].found.exhibits) {
        found_.push_back({&mention, profile(d, mention), found_.size()});
      }
    }
  }

  ExhibitProfile profile(std::uint32_t d, const ExhibitMention& mention) const {
    const AnnotatedDocument& source = linking_.documents[d];
    ExhibitProfile made;
    made.document = d;
    made.kind = mention.kind;
    made.dated = time_at(linking_, d, mention.time_expression);
    if (!mention.publisher.empty()) {
      made.publisher = utf8::folded(mention.publisher.of(source.document.text));
      made.publisher_named = is_named(source.annotation, mention.publisher);
      if (made.publisher_named) made.publisher_entity = linking_.entity_at(d, mention.publisher);
    }
    if (mention.publisher_voice) {
      const VoiceId& voice = linking_.voices[d][*mention.publisher_voice];
      const Voice* known = linking_.find_voice(voice);
      // "Activists" of two reports are two voices, and prove no common publisher.
      if (known && known->identity != IdentityClass::unnamed &&
          known->identity != IdentityClass::collective) {
        made.publisher_voice = voice;
      }
    }
    for (const Span& shown : mention.shows) add_telling(source, shown, made.shown);
    return made;
  }

  static bool is_named(const Annotation& annotation, const Span& words) {
    const auto [first, last] = tokens_in(annotation, words);
    for (TokenIndex i = first; i < last; ++i) {
      if (annotation.tokens[static_cast<std::size_t>(i)].upos == Upos::PROPN) return true;
    }
    return false;
  }

  static void add_telling(const AnnotatedDocument& source, const Span& words,
                          std::set<std::string>& out) {
    const auto [first, last] = tokens_in(source.annotation, words);
    for (TokenIndex i = first; i < last; ++i) {
      const Token& token = source.annotation.tokens[static_cast<std::size_t>(i)];
      if (is_telling(token)) out.insert(utf8::folded(token.lemma));
    }
  }

  void compare_all() {
    for (std::size_t a = 0; a < found_.size(); ++a) {
      for (std::size_t b = a + 1; b < found_.size(); ++b) {
        Sameness sameness = compare(found_[a].profile, found_[b].profile);
        if (sameness.same || sameness.maybe) pairs_.push_back({a, b, std::move(sameness)});
      }
    }
    std::stable_sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) {
      return a.sameness.score > b.sameness.score;
    });
  }

  // Strongest pairs first; two exhibits of one document never become one through a third.
  void join() {
    for (const Pair& pair : pairs_) {
      if (!pair.sameness.same) continue;
      const std::size_t into = found_[pair.a].cluster, from = found_[pair.b].cluster;
      if (into == from || share_document(into, from)) continue;
      reasons_[std::min(into, from)] = pair.sameness.reason;
      for (Found& found : found_) {
        if (found.cluster == std::max(into, from)) found.cluster = std::min(into, from);
      }
    }
  }

  bool share_document(std::size_t a, std::size_t b) const {
    std::set<std::uint32_t> documents;
    for (const Found& found : found_) {
      if (found.cluster == a) documents.insert(found.profile.document);
    }
    return std::any_of(found_.begin(), found_.end(), [&](const Found& found) {
      return found.cluster == b && documents.contains(found.profile.document);
    });
  }

  void add(const std::vector<std::size_t>& members) {
    Exhibit made;
    made.id = id_of(members);
    for (const std::size_t m : members) take(found_[m], made);
    sort_unique(made.mentions);
    sort_unique(made.shows);
    std::sort(made.statements.begin(), made.statements.end());
    made.statements.erase(std::unique(made.statements.begin(), made.statements.end()),
                          made.statements.end());
    if (members.size() > 1) made.reason = reasons_[found_[members.front()].cluster];
    for (const std::size_t m : members) add_tests(found_[m], made);
    std::sort(made.challenged_by.begin(), made.challenged_by.end());
    for (const std::size_t m : members) ids_.emplace(m, made.id);
    linking_.dossier.exhibits.push_back(std::move(made));
  }

  std::string id_of(const std::vector<std::size_t>& members) const {
    const Found& first = found_[members.front()];  // of the first document by id
    const Span& span = first.mention->spans.front();
    return stable_id("x-", {linking_.documents[first.profile.document].document.id.value,
                            std::to_string(span.begin), std::to_string(span.end),
                            std::to_string(static_cast<int>(first.mention->kind))});
  }

  void take(const Found& found, Exhibit& into) const {
    const std::uint32_t d = found.profile.document;
    const Document& document = linking_.documents[d].document;
    into.kind = found.mention->kind;
    for (const Span& span : found.mention->spans) into.mentions.push_back({document.id, span});
    for (const Span& span : found.mention->shows) into.shows.push_back({document.id, span});
    // Whoever has a say is told before whoever has none.
    const bool better =
        into.publisher.empty() || (into.published_by.empty() && found.mention->publisher_voice);
    if (!found.mention->publisher.empty() && better) {
      into.publisher = std::string(found.mention->publisher.of(document.text));
      if (found.mention->publisher_voice) {
        into.published_by = linking_.voices[d][*found.mention->publisher_voice];
      }
    }
    if (!into.dated) into.dated = found.profile.dated;
    for (const std::uint32_t s : found.mention->statements) {
      const std::uint32_t at = linking_.statements[d][s];
      if (linking_.counted[at]) into.statements.push_back(linking_.dossier.statements[at].id);
    }
  }

  static void sort_unique(std::vector<Evidence>& list) {
    const auto key = [](const Evidence& e) { return std::tuple(e.document, e.span); };
    std::sort(list.begin(), list.end(),
              [&](const Evidence& a, const Evidence& b) { return key(a) < key(b); });
    list.erase(std::unique(list.begin(), list.end(),
                           [&](const Evidence& a, const Evidence& b) { return key(a) == key(b); }),
               list.end());
  }

  void add_tests(const Found& found, Exhibit& made) {
    for (const ExhibitTest& test : found.mention->tests) {
      const std::uint32_t at = linking_.statements[found.profile.document][test.statement];
      const auto type = relation_of(test.act);
      if (!type || !linking_.counted[at]) continue;
      const StatementId& from = linking_.dossier.statements[at].id;
      if (type != RelationType::supports) made.challenged_by.push_back(from);
      Relation relation;
      relation.id = stable_id("r-", {from.value, made.id, "exhibit"});
      relation.from = from;
      relation.to_exhibit = made.id;
      relation.type = *type;
      relation.reason = "its words are about the exhibit itself";
      relation.score = 0.8;
      linking_.dossier.relations.push_back(std::move(relation));
    }
  }

  void tell_what_may_be() {
    std::map<std::string, std::map<std::string, std::string>> may_be;
    for (const Pair& pair : pairs_) {
      const std::string& a = ids_.at(pair.a);
      const std::string& b = ids_.at(pair.b);
      if (a == b) continue;
      const std::string reason =
          pair.sameness.same
              ? pair.sameness.reason + ", but a document that speaks of both tells them apart"
              : pair.sameness.reason;
      may_be[a].emplace(b, reason);
      may_be[b].emplace(a, reason);
    }
    for (Exhibit& exhibit : linking_.dossier.exhibits) {
      for (const auto& [other, reason] : may_be[exhibit.id]) {
        exhibit.may_be.push_back({other, reason});
      }
    }
  }

  Linking& linking_;
  std::vector<Found> found_;
  std::vector<Pair> pairs_;
  std::map<std::size_t, std::string> reasons_;  // by cluster
  std::map<std::size_t, std::string> ids_;      // by index into found_
};

}  // namespace

void link_exhibits(Linking& linking) {
  ExhibitLinker(linking).run();
}

}  // namespace counterpoint
