// SPDX-License-Identifier: Apache-2.0
// Made from the documents' texts, dates and credits; read by origins. Who copies whom.
//
// Reads   document.text, publisher, credit, published; annotation.sentences; chains
// Writes  dossier.derivations
//
// copy     each text stands in the other, but for a tenth
// excerpt  most of `to` stands in a longer `from`
// rewrite  a part of `to` does
// wire     both credit one agency and share text
// cites    `to` names the publisher of `from` as its source; sharing words is not needed
//
// Quotations that two reports share are no sign of copying: both may have them from the speaker.
// The words that are shared outside quotation marks decide.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

void link_derivations(Linking& linking);

// Claims of the source that an excerpt or rewrite leaves out; after claims are linked.
void fill_omissions(Linking& linking);

}  // namespace counterpoint
