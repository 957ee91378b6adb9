// SPDX-License-Identifier: Apache-2.0
// Made by `document` from files; read by `annotation` and by every stage to its right.
//
// A document is one report as read: its bytes are hashed, its main text is taken out of the page
// around it, and every byte of that text maps back to the bytes received. What was left out is
// listed in `dropped`, never silently lost. A report that cannot be read is a document too: it has
// its name, whatever hash could be taken, no text, and an `error`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterpoint/error.h"
#include "counterpoint/span.h"

namespace counterpoint {

enum class Genre {
  news,
  comparison,  // sets versions side by side (a column page)
  digest,
  reference,  // an encyclopaedia's article
  report,
  statement,
  post,
  transcript,
  legal,
  unknown
};

enum class SectionRole { heading, column, caption, table, infobox, entry };

// A labelled stretch of the text. Every heading, the title too, is the first line of its own
// section. For `heading` the span reaches from the heading line to the next heading of the same or
// a higher level; for `column` it covers what stands under the label, or, where a scraped page lost
// its columns, the label line alone; for `infobox` each row is one section with the row's field as
// label ("casualties1").
struct Section {
  std::string label;
  SectionRole role = SectionRole::heading;
  Span span;
  std::optional<Time> time;  // live-blog entries
  std::string language;      // BCP 47; empty: as the document
};

// A piece of the page that is not the report. reason: copyright, navigation, related, comment_form,
// comments (what readers wrote), cookie, newsletter, share, caption_credit, script, hidden,
// boilerplate, header, footer, markup.
struct Dropped {
  std::string reason;
  std::string text;              // as plain text; may be empty for markup
  std::uint64_t byte_begin = 0;  // into the bytes received
  std::uint64_t byte_end = 0;
};

// text bytes [text_begin, text_begin + length) stand for source bytes [byte_begin, byte_end).
// When exact, the two runs are the same bytes; otherwise (entities, folded white space, JSON
// escapes) the run maps as a whole. Runs are sorted, do not overlap and cover the text.
struct MapRun {
  std::uint32_t text_begin = 0;
  std::uint32_t length = 0;
  std::uint64_t byte_begin = 0;
  std::uint64_t byte_end = 0;
  bool exact = true;
};

// A container that a document was taken from: an archive, a mailbox, a mail, a web archive.
struct Within {
  std::string name;
  std::string sha256;            // of the container's bytes
  std::uint64_t byte_begin = 0;  // of them, the record or member; the whole container where its
  std::uint64_t byte_end = 0;    // format gives no offsets
  std::string record;            // WARC-Record-ID
};

struct Document {
  DocumentId id;           // hash of (sha256, name)
  std::string name;        // path below the argument, base name of a file argument, or record name
  std::string sha256;      // lower-case hex of the bytes received; empty if unreadable
  std::string media_type;  // text/plain, text/markdown, text/html, application/json
  std::uint64_t bytes = 0;
  std::string charset;           // of the bytes, lower case; empty: UTF-8
  bool charset_guessed = false;  // nothing declared it
  std::string language = "en";   // BCP 47
  Genre genre = Genre::unknown;
  std::string title;
  std::string publisher;  // proven by metadata or the page's own words; else empty
  std::string host;       // host of the URL, if not proven the publisher
  std::vector<std::string> authors;
  std::string credit;  // agency credited: "(Reuters)", "AFP"
  std::string url;
  std::optional<Time> published;
  std::optional<Time> updated;
  std::string retrieved;       // EDTF: when a web archive captured it
  std::vector<Within> within;  // outermost first; `bytes` and `sha256` are then the member's own
  // UTF-8, NFC not forced; paragraphs separated by "\n\n"; list items, table rows and the sentences
  // of a text that has one on each line by "\n". No sentence crosses either.
  std::string text;
  std::vector<MapRun> map;
  std::vector<Section> sections;  // sorted by span
  std::vector<Dropped> dropped;   // sorted by byte_begin
  std::vector<Span> caveats;      // "could not be verified", access denied
  std::optional<Error> error;
};

// What one file received may cost. What goes beyond is a document with an error. 0 disables a
// limit.
struct ReadLimits {
  std::uint64_t max_bytes = 200ull << 20;  // of a file, or of a member of a container
  std::uint64_t max_expansion = 200;       // all members of a file together, as a multiple of its
                                           // bytes; 64 MB are always allowed
  unsigned max_depth = 4;                  // containers in containers
};

struct ReadOptions {
  ReadLimits limits;
  // The folder of language packs, whose <language>/document/ tells a report from the page around
  // it. Empty: no phrases are known, so that text furniture, datelines and publishers are not
  // found.
  std::filesystem::path packs;
  unsigned jobs = 0;  // threads; 0: one per core
};

// A file as it was received.
struct SourceFile {
  std::string
      name;  // as in Document::name; of a container, what the names of its members begin with
  std::filesystem::path path;
  std::string sha256;
  std::uint64_t bytes = 0;
};

// Everything read from the arguments.
struct Intake {
  std::vector<Document> documents;  // sorted by id; those with `error` included
  std::vector<Error> errors;        // arguments that are no document: not there, empty folder, ...
  std::vector<SourceFile> files;    // sorted by name; those that could be read
};

// Reads files, folders (recursively, in any order; hidden files skipped), JSON lines (one
// document per record: {name, text, title, published, updated, url, publisher, author, language};
// its bytes are the bytes of its line), and what containers hold: gzip, zip, WARC, WACZ, mailboxes
// and mails with their attachments, unpacked in memory. The same path given twice is read once and
// noted in `errors` as document.repeated (a note, not a failure of the document). Never throws on
// bad input; the document then carries document.empty, document.binary, document.encoding,
// document.unreadable, document.json, document.unsupported or document.too_large; a member of a
// container also document.container (damaged), document.digest (not the bytes that the archive
// states), document.expansion, document.depth, document.link, document.http or document.revisit.
// The result does not depend on the order of `paths`. Thread safe. Cost linear in bytes.
[[nodiscard]] Intake read_documents(const std::vector<std::filesystem::path>& paths,
                                    const ReadOptions& options = {});

// One document from bytes held in memory, by the rules of `name`'s extension (.txt .md .html .htm);
// the door for tests and bindings.
[[nodiscard]] Document read_document(std::string name, std::string_view bytes,
                                     const ReadOptions& options = {});

}  // namespace counterpoint
