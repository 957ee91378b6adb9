// SPDX-License-Identifier: Apache-2.0
// Takes containers apart, and the containers in them.
#pragma once

#include <vector>

#include "document/archive/received.h"

namespace counterpoint {

// The reports that a file may hold: itself when it is no container; otherwise its members, in their
// order: of gzip, zip, WARC, WACZ, mailboxes and mails. A member that cannot be had has an error.
// Each file is unpacked in memory; cost linear in what is unpacked, which `limits` bound.
[[nodiscard]] std::vector<Received> unpack(Received file, const ReadLimits& limits);

}  // namespace counterpoint
