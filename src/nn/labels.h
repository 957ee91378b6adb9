// SPDX-License-Identifier: Apache-2.0
// The label names of a model, from its annotator.json. Predictions carry indices into these lists.
#pragma once

#include <string>
#include <vector>

namespace counterpoint::nn {

// One list per head; a prediction's index i means the i-th name. The lists never change after load
// and are never empty.
struct Labels {
  std::vector<std::string> upos;     // Universal Dependencies tags: "NOUN", "VERB" ...
  std::vector<std::string> xpos;     // Penn tags: "NN", "VBD" ...
  std::vector<std::string> deprel;   // Universal Dependencies relations: "nsubj", "root" ...
  std::vector<std::string> names;    // BIO: "O", "B-PERSON", "I-PERSON", "B-GPE" ...
  std::vector<std::string> mention;  // nominal groups, in the model's own scheme
};

}  // namespace counterpoint::nn
