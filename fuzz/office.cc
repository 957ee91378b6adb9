// SPDX-License-Identifier: Apache-2.0
// The text of a word processor's file: the XML in it, without the zip around it. The first byte
// tells which of the two kinds it is.
#include "document/office/office.h"
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace counterpoint;
  if (size == 0) return 0;
  const bool docx = data[0] % 2 == 0;
  const std::string xml(reinterpret_cast<const char*>(data) + 1, size - 1);
  Received file;
  file.name = docx ? "report.docx" : "report.odt";
  const std::vector<ZipMember> members =
      docx ? std::vector<ZipMember>{{"word/document.xml", xml, {}}, {"docProps/core.xml", xml, {}}}
           : std::vector<ZipMember>{{"content.xml", xml, {}}, {"meta.xml", xml, {}}};
  fuzz::check_received(read_office(file, members, docx ? OfficeKind::docx : OfficeKind::odt));
  return 0;
}
