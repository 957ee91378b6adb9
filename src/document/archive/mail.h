// SPDX-License-Identifier: Apache-2.0
// Mails (RFC 5322 with MIME) and mailboxes (mbox).
#pragma once

#include <vector>

#include "document/archive/received.h"

namespace counterpoint {

// A mailbox begins with a line "From sender date", and has one before each mail.
[[nodiscard]] bool is_mailbox(std::string_view bytes);

// The mails of a mailbox, named "box.mbox/1.eml" and so on. ">From " at the beginning of a line
// stands as it is.
[[nodiscard]] std::vector<Received> read_mailbox(const Received& file);

// The text of a mail (plain text rather than HTML where it has both) under the mail's own name,
// with subject, sender and date; then its attachments, named below it. Attached pictures are passed
// over.
[[nodiscard]] std::vector<Received> read_mail(const Received& file, Budget& budget);

}  // namespace counterpoint
