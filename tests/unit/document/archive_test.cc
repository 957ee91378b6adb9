// SPDX-License-Identifier: Apache-2.0
// What containers hold: web archives that warcio wrote, zip files, mails; and hostile ones.
#include <zip.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "document/archive/mime.h"
#include "document/archive/unpack.h"
#include "document/office/office.h"
#include "document/reading.h"

namespace counterpoint {
namespace {

constexpr ReadLimits kLimits{200ull << 20, 200, 4};

std::string fixture(const std::string& name) {
  std::ifstream file(std::string(COUNTERPOINT_SOURCE_DIR) + "/tests/data/archive/" + name,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Received> unpacked(const std::string& name, std::string bytes,
                               const ReadLimits& limits = kLimits) {
  Received file;
  file.name = name;
  file.bytes = std::move(bytes);
  return unpack(std::move(file), limits);
}

std::string code_of(const Received& received) {
  return received.error ? received.error->code : "";
}

std::map<std::string, std::string> codes_by_name(const std::vector<Received>& all) {
  std::map<std::string, std::string> codes;
  for (const Received& one : all) codes[one.name] = code_of(one);
  return codes;
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files,
                   bool first_is_link = false) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [path, bytes] : files) {
    zip_source_t* content = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    zip_file_add(archive, path.c_str(), content, ZIP_FL_ENC_UTF_8);
  }
  if (first_is_link) {
    zip_file_set_external_attributes(archive, 0, 0, ZIP_OPSYS_UNIX, 0120777u << 16);
  }
  zip_close(archive);
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(source);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

std::string gzip_of(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

class Captures : public testing::TestWithParam<const char*> {};

TEST_P(Captures, are_read_with_their_records) {
  const std::string bytes = fixture(GetParam());
  const auto pages = unpacked(GetParam(), bytes);
  ASSERT_EQ(pages.size(), 5U);
  const std::string name = std::string(GetParam()) + "/https://herald.example/";
  EXPECT_EQ(pages[0].name, name + "bridge");
  EXPECT_EQ(pages[0].stated.url, "https://herald.example/bridge");
  EXPECT_EQ(pages[0].stated.retrieved, "2019-03-05T08:00:00Z");
  EXPECT_EQ(pages[0].stated.charset, "utf-8");
  EXPECT_NE(pages[0].bytes.find("Four lorries"), std::string::npos);
  EXPECT_EQ(pages[1].name, name + "bridge#2");
  EXPECT_NE(pages[1].bytes.find("Five lorries"), std::string::npos);
  EXPECT_EQ(pages[2].name, name + "bridge#3") << "the revisit";
  EXPECT_EQ(pages[2].bytes, pages[0].bytes);
  EXPECT_EQ(pages[2].stated.retrieved, "2019-03-07T08:00:00Z");
  EXPECT_TRUE(pages[3].bytes.starts_with("<!doctype html>")) << "chunks and gzip are taken off";
  EXPECT_EQ(code_of(pages[4]), "document.http");
  for (const Received& page : pages) {
    ASSERT_EQ(page.within.size(), 1U);
    const Within& within = page.within[0];
    ASSERT_LE(within.byte_end, bytes.size());
    EXPECT_TRUE(within.record.starts_with("<urn:uuid:"));
    const std::string record = bytes.substr(within.byte_begin, within.byte_end - within.byte_begin);
    EXPECT_TRUE(record.starts_with("WARC/1.") || record.starts_with("\x1F\x8B"));
  }
}

INSTANTIATE_TEST_SUITE_P(Archive, Captures, testing::Values("captures.warc", "captures.warc.gz"));

TEST(Archive, finds_what_was_changed_in_a_web_archive) {
  const auto pages = unpacked("changed.warc", fixture("changed.warc"));
  ASSERT_EQ(pages.size(), 5U);
  EXPECT_EQ(code_of(pages[0]), "");
  EXPECT_EQ(code_of(pages[1]), "document.digest");
  EXPECT_TRUE(pages[1].bytes.empty());
}

TEST(Archive, every_changed_byte_of_a_payload_is_found) {
  const std::string bytes = fixture("captures.warc");
  const std::size_t begin = bytes.find("<!doctype");
  const std::size_t end = bytes.find("</html>", begin);
  for (std::size_t at = begin; at < end; at += 7) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_EQ(code_of(unpacked("x.warc", changed)[0]), "document.digest") << at;
  }
}

TEST(Archive, reads_the_listed_pages_of_a_collection_and_checks_its_hashes) {
  const auto pages = unpacked("c.wacz", fixture("collection.wacz"));
  ASSERT_EQ(pages.size(), 3U) << "the mill is not on the list of pages";
  EXPECT_EQ(pages[0].name, "c.wacz/archive/data.warc.gz/https://herald.example/bridge");
  ASSERT_EQ(pages[0].within.size(), 2U);
  EXPECT_EQ(pages[0].within[0].name, "c.wacz");
  const auto changed = unpacked("c.wacz", fixture("changed.wacz"));
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(code_of(changed[0]), "document.digest");
}

TEST(Archive, a_cut_off_web_archive_gives_what_it_still_holds) {
  const std::string bytes = fixture("captures.warc");
  const auto pages = unpacked("x.warc", bytes.substr(0, bytes.size() / 2));
  ASSERT_GE(pages.size(), 2U);
  EXPECT_EQ(code_of(pages[0]), "");
  EXPECT_EQ(code_of(pages.back()), "document.container");
}

TEST(Archive, names_members_of_a_zip_below_it_and_never_outside) {
  const std::string bytes = zip_of({{"b/two.txt", "Two."},
                                    {"../../etc/one.txt", "One."},
                                    {"/root.txt", "Root."},
                                    {"__MACOSX/._x", "x"},
                                    {".hidden", "x"}});
  const auto codes = codes_by_name(unpacked("a.zip", bytes));
  const std::map<std::string, std::string> expected{
      {"a.zip/b/two.txt", ""}, {"a.zip/root.txt", ""}, {"a.zip/etc/one.txt", ""}};
  // "../" makes it a hidden path; either way nothing leaves the archive.
  for (const auto& [name, code] : codes) EXPECT_TRUE(expected.contains(name)) << name;
  EXPECT_TRUE(codes.contains("a.zip/b/two.txt"));
}

TEST(Archive, follows_no_link) {
  const auto found =
      unpacked("a.zip", zip_of({{"link.txt", "/etc/passwd"}, {"b.txt", "B."}}, true));
  const auto codes = codes_by_name(found);
  EXPECT_EQ(codes.at("a.zip/link.txt"), "document.link");
  EXPECT_EQ(codes.at("a.zip/b.txt"), "");
}

TEST(Archive, expands_no_bomb) {
  const std::string zeros(100u << 20, '0');
  const auto zipped = unpacked("a.zip", zip_of({{"bomb.txt", zeros}, {"ok.txt", "Fine."}}));
  EXPECT_EQ(codes_by_name(zipped).at("a.zip/bomb.txt"), "document.expansion");
  EXPECT_EQ(codes_by_name(zipped).at("a.zip/ok.txt"), "");
  const auto packed = unpacked("a.txt.gz", gzip_of(zeros));
  ASSERT_EQ(packed.size(), 1U);
  EXPECT_EQ(code_of(packed[0]), "document.expansion");
  EXPECT_TRUE(packed[0].bytes.empty());
}

TEST(Archive, opens_containers_only_so_deep) {
  std::string bytes = "The text.";
  std::string name = "a.txt";
  for (int i = 0; i < 8; ++i) {
    bytes = zip_of({{name, bytes}});
    name = "a.zip";
  }
  const auto found = unpacked("a.zip", bytes);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(code_of(found[0]), "document.depth");
}

const std::string kMail =
    "From: =?utf-8?Q?Zo=C3=AB_Marsh?= <zoe@example.org>\r\n"
    "Subject: =?utf-8?B?VGhlIGRhbQ==?= =?utf-8?Q?_at_Lerwa?=\r\n"
    "Date: Wed, 8 Jun 2011 10:15:00 +0200\r\n"
    "Content-Type: multipart/mixed;\r\n boundary=\"b1\"\r\n\r\nignored\r\n"
    "--b1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n"
    "--b2\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    "The caf=E9 below the dam is gone, the =\r\nowner said on Tuesday.\r\n"
    "--b2\r\nContent-Type: text/html\r\n\r\n<p>html</p>\r\n--b2--\r\n"
    "--b1\r\nContent-Type: text/plain; name=\"list.txt\"\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nTmluZSBuYW1lcy4=\r\n--b1--\r\n";

TEST(Archive, reads_a_mail_and_its_attachments) {
  const auto parts = unpacked("m.eml", kMail);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].name, "m.eml");
  EXPECT_EQ(parts[0].stated.title, "The dam at Lerwa");
  EXPECT_EQ(parts[0].stated.authors, std::vector<std::string>{"Zo\xC3\xAB Marsh"});
  EXPECT_EQ(parts[0].stated.published->edtf, "2011-06-08");
  EXPECT_EQ(parts[0].stated.charset, "iso-8859-1");
  EXPECT_EQ(parts[1].name, "m.eml/list.txt");
  EXPECT_EQ(parts[1].bytes, "Nine names.");
}

TEST(Archive, reads_each_mail_of_a_mailbox) {
  const std::string mail = "From: a@example.org\nDate: 8 Jun 2011\nSubject: One\n\nThe text.\n\n";
  const auto mails = unpacked("b.mbox", "From a Wed\n" + mail + "From b Thu\n" + mail);
  ASSERT_EQ(mails.size(), 2U);
  EXPECT_EQ(mails[0].name, "b.mbox/1.eml");
  EXPECT_EQ(mails[1].name, "b.mbox/2.eml");
  EXPECT_EQ(mails[1].bytes, "The text.\n\n");
  EXPECT_EQ(mails[1].within.size(), 2U);
}

TEST(Archive, never_fails_on_damaged_bytes) {
  for (const char* name : {"captures.warc", "captures.warc.gz", "collection.wacz"}) {
    const std::string bytes = fixture(name);
    std::uint64_t state = 7;
    for (int round = 0; round < 300; ++round) {
      std::string changed = bytes;
      for (int i = 0; i < 4; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        changed[(state >> 33) % changed.size()] = static_cast<char>(state >> 20);
      }
      for (const Received& one : unpacked(name, changed)) {
        EXPECT_TRUE(one.error || !one.bytes.empty()) << name << " " << round;
      }
    }
  }
}

TEST(Archive, documents_of_an_archive_are_read_as_reports) {
  const auto folder = std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "tests/data/archive";
  const Intake intake = read_documents({folder / "captures.warc.gz"}, with_packs());
  ASSERT_EQ(intake.documents.size(), 5U);
  std::size_t read = 0;
  for (const Document& document : intake.documents) {
    if (document.error) continue;
    ++read;
    EXPECT_TRUE(document.url.starts_with("https://herald.example/"));
    EXPECT_EQ(document.host, "herald.example");
    EXPECT_EQ(document.media_type, "text/html");
    EXPECT_FALSE(document.retrieved.empty());
  }
  EXPECT_EQ(read, 4U);
}

const std::string kWordText =
    "<?xml version=\"1.0\"?><w:document xmlns:w=\"x\"><w:body>"
    "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>The dam &amp; the town</w:t></w:r>"
    "</w:p><w:p><w:r><w:t xml:space=\"preserve\">Nine people "
    "</w:t></w:r><w:del><w:r><w:delText>were"
    "</w:delText></w:r></w:del><w:r><w:t>died, the mayor "
    "said.</w:t></w:r></w:p></w:body></w:document>";

TEST(Office, reads_the_paragraphs_of_a_docx) {
  const std::string bytes =
      zip_of({{"[Content_Types].xml", "<Types/>"},
              {"word/document.xml", kWordText},
              {"docProps/core.xml",
               "<cp:coreProperties><dc:title>Report</dc:title><dc:creator>Zo</dc:creator>"
               "</cp:coreProperties>"}});
  const auto files = unpacked("r.docx", bytes);
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].name, "r.docx");
  EXPECT_EQ(files[0].bytes, kWordText);
  EXPECT_EQ(files[0].stated.title, "Report");
  const Page page = read_office_text(map_exact(files[0].bytes));
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(page.blocks[0].kind, BlockKind::heading);
  EXPECT_EQ(page.blocks[0].text.text(), "The dam & the town");
  EXPECT_EQ(page.blocks[1].text.text(), "Nine people died, the mayor said.");
}

TEST(Office, reads_the_paragraphs_of_an_odt_and_no_entity_from_outside) {
  const std::string text =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
      "<office:document-content><office:body><office:text><text:h>The dam</text:h>"
      "<text:p>Nine<text:s/>people <text:span>died</text:span>&e;, she said."
      "<office:annotation><text:p>check</text:p></office:annotation></text:p>"
      "</office:text></office:body></office:document-content>";
  const auto files =
      unpacked("r.odt", zip_of({{"mimetype", std::string(kOdtType)}, {"content.xml", text}}));
  ASSERT_EQ(files.size(), 1U);
  const Page page = read_office_text(map_exact(files[0].bytes));
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(page.blocks[1].text.text(), "Nine people died&e;, she said.");
}

TEST(Charset, is_taken_from_the_bytes_where_nothing_declares_it) {
  const std::string text =
      "Le caf\xE9 de l'h\xF4tel a \xE9t\xE9 ruin\xE9, l'a dit le maire \xE0 la presse.";
  const Document document = read_document("a.txt", text, with_packs());
  EXPECT_FALSE(document.error);
  EXPECT_NE(document.text.find("caf\xC3\xA9"), std::string::npos);
  EXPECT_TRUE(document.charset_guessed);
  expect_sound(document, text);
}

TEST(Charset, of_two_bytes_for_a_character_is_read) {
  std::string text("\xFF\xFE", 2);
  for (const char c : std::string("The dam broke on Monday, the mayor said.")) {
    text += c;
    text += '\0';
  }
  const Document document = read_document("a.txt", text, with_packs());
  EXPECT_EQ(document.text, "The dam broke on Monday, the mayor said.");
  EXPECT_EQ(document.charset, "utf-16le");
}

}  // namespace
}  // namespace counterpoint
