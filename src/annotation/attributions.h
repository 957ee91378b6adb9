// SPDX-License-Identifier: Apache-2.0
// Attribution relations out of the model's marks on words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "counterpoint/annotation.h"
#include "nn/prediction.h"

namespace counterpoint::annotation {

// What the model says of a token's part in attributions; `link` counts within its sentence, as
// nn::WordPrediction does.
struct AttributionMarks {
  nn::InSpan source = nn::InSpan::outside;
  nn::InSpan cue = nn::InSpan::outside;
  nn::InSpan content = nn::InSpan::outside;
  std::uint32_t link = 0;
};

// The relations of a document whose tokens and sentences are there; one entry of `marks` for each
// token. A cue takes the first source that is linked to it; a later one stands alone. A content
// that goes on in the next sentence of the paragraph is one piece. Cost: linear.
[[nodiscard]] std::vector<AttributionRelation> find_attributions(
    const Annotation& annotation, std::span<const AttributionMarks> marks);

}  // namespace counterpoint::annotation
