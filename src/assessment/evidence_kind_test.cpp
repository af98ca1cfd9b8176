// SPDX-License-Identifier: Apache-2.0
#include "assessment/evidence_kind.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "assessment/sample_files_test.hpp"
#include "assessment/utf8_text.hpp"
#include "assessment/zip_members.hpp"

namespace smm::assessment {
namespace {

using namespace std::string_literals;
using sample::zip_of;

// The kind, or the code of the problem.
std::string kind_of(std::string_view bytes) {
  const auto kind = evidence_kind(bytes);
  return kind ? std::string(to_string(*kind)) : std::string(kind.problems().front().code);
}

struct FileRow {
  std::string what;
  std::string bytes;
  std::string becomes;
};

void expect_rows(const std::vector<FileRow>& rows) {
  for (const FileRow& row : rows) EXPECT_EQ(kind_of(row.bytes), row.becomes) << row.what;
}

const std::string odt_type = "application/vnd.oasis.opendocument.text";

TEST(EvidenceKind, KnowsEachKindByItsContent) {
  expect_rows({
      {"PDF", sample::pdf(), "pdf"},
      {"PNG", sample::png(), "png"},
      {"JPEG", sample::jpeg(), "jpeg"},
      {"JPEG with what a phone appends", sample::jpeg("\xFF\xD9" + std::string(99, '\0')), "jpeg"},
      {"Word", zip_of(sample::office_parts("word/document.xml")), "docx"},
      {"Excel", zip_of(sample::office_parts("xl/workbook.xml")), "xlsx"},
      {"Excel with a printer",
       sample::zip_with(sample::office_parts("xl/workbook.xml"), {"xl/printerSettings/printerSettings1.bin"}),
       "xlsx"},
      {"PowerPoint", zip_of(sample::office_parts("ppt/presentation.xml")), "pptx"},
      {"Writer", zip_of(sample::open_document_parts(odt_type)), "odt"},
      {"Calc", zip_of(sample::open_document_parts("application/vnd.oasis.opendocument.spreadsheet")), "ods"},
      {"Impress", zip_of(sample::open_document_parts("application/vnd.oasis.opendocument.presentation")),
       "odp"},
      {"CSV", "site,weeks\nLamar,4\n\"Eads, CO\",6\n", "csv"},
      {"CSV with semicolons and a mark", "\xEF\xBB\xBFsite;weeks\r\nLamar;4\r\n", "csv"},
      {"CSV with a line break in a cell", "a,b\n\"x\ny\",2\n", "csv"},
      {"text", "Minutes of the committee, held in May.\nAll agreed.", "txt"},
      {"one line", "a,b,c", "txt"},
      {"text with accents", "Señora Ruiz\f\tmañana", "txt"},
  });
}

TEST(EvidenceKind, RefusesOtherKindsWhateverTheyAreCalled) {
  expect_rows({
      {"nothing", "", "evidence_empty"},
      {"blanks", " \r\n\t", "evidence_empty"},
      {"web page", "\n <!DOCTYPE html><p>hello", "evidence_kind_refused"},
      {"web page in text", "Minutes\n<SCRIPT src=x></SCRIPT>", "evidence_kind_refused"},
      {"SVG", "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", "evidence_kind_refused"},
      {"XML", "<?xml version='1.0'?><a/>", "evidence_kind_refused"},
      {"script", "#!/bin/sh\necho", "evidence_kind_refused"},
      {"PostScript", "%!PS-Adobe-3.0", "evidence_kind_refused"},
      {"RTF", "{\\rtf1 hello}", "evidence_kind_refused"},
      {"Windows program", "MZ\x90\0\x03"s, "evidence_kind_refused"},
      {"Linux program",
       "\x7f"
       "ELF\x02\x01",
       "evidence_kind_refused"},
      {"old Word", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s, "evidence_kind_refused"},
      {"GIF", "GIF89a\x01\x00"s, "evidence_kind_refused"},
      {"gzip", "\x1F\x8B\x08", "evidence_kind_refused"},
      {"7-Zip", "7z\xBC\xAF\x27\x1C", "evidence_kind_refused"},
      {"UTF-16", "\xFF\xFEh\0i\0"s, "evidence_kind_refused"},
      {"Latin-1", "Se\xF1ora", "evidence_kind_refused"},
      {"text with a zero", "abc\0def"s, "evidence_kind_refused"},
      {"text with an escape", "abc\x1B[2J", "evidence_kind_refused"},
      {"archive", zip_of({{"a.pdf"}, {"b.pdf"}}), "evidence_kind_refused"},
      {"two documents in one",
       sample::zip_with(sample::office_parts("word/document.xml"), {"xl/workbook.xml"}),
       "evidence_kind_refused"},
      {"document with a program",
       sample::zip_with(sample::office_parts("word/document.xml"), {"word/media/a.exe"}),
       "evidence_kind_refused"},
      {"Java archive", zip_of({{"META-INF/MANIFEST.MF"}, {"A.class"}}), "evidence_kind_refused"},
      {"document that unpacks to a gigabyte",
       sample::zip_with(sample::office_parts("word/document.xml"), {"word/a.xml", "x", 0, 8, 1'000'000'000}),
       "evidence_kind_refused"},
      {"OpenDocument formula",
       zip_of(sample::open_document_parts("application/vnd.oasis.opendocument.formula")),
       "evidence_kind_refused"},
  });
}

TEST(EvidenceKind, RefusesWhatRuns) {
  const auto word = sample::office_parts("word/document.xml");
  const auto text = sample::open_document_parts(odt_type);
  for (const char* part : {"word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/activeX/activeX1.xml",
                           "word/embeddings/oleObject1.bin", "xl/macrosheets/sheet1.xml", "word/vbaData.xml"})
    EXPECT_EQ(kind_of(sample::zip_with(word, {part})), "evidence_has_macros") << part;
  for (const char* part : {"Basic/Standard/Module1.xml", "Scripts/python/a.py", "Dialogs/Standard/d.xml"})
    EXPECT_EQ(kind_of(sample::zip_with(text, {part})), "evidence_has_macros") << part;
}

TEST(EvidenceKind, RefusesWhatIsCutOffOrAddedTo) {
  const std::string word = zip_of(sample::office_parts("word/document.xml"));
  expect_rows({
      {"PDF without an end", sample::pdf(""), "evidence_damaged"},
      {"PDF of no version", "%PDF-x\n%%EOF", "evidence_damaged"},
      {"PNG and more", sample::png() + "MZ", "evidence_damaged"},
      {"PNG cut off", sample::png().substr(0, 40), "evidence_damaged"},
      {"JPEG cut off", sample::jpeg(""), "evidence_damaged"},
      {"JPEG without a frame", "\xFF\xD8" + sample::jpeg_segment('\xDA', "scan") + "\xFF\xD9",
       "evidence_damaged"},
      {"zip and more", word + "x", "evidence_damaged"},
      {"zip cut off", word.substr(0, word.size() - 1), "evidence_damaged"},
      {"zip behind something", "#" + word, "evidence_kind_refused"},
      {"locked with a password",
       sample::zip_with(sample::office_parts("word/document.xml"), {"word/a.xml", "x", 1}),
       "evidence_damaged"},
      {"a name twice", sample::zip_with(sample::office_parts("word/document.xml"), {"word/document.xml"}),
       "evidence_damaged"},
      {"a name that climbs out", sample::zip_with(sample::office_parts("word/document.xml"), {"../a.xml"}),
       "evidence_damaged"},
  });
}

TEST(EvidenceKind, RefusesADirectoryThatNamesOtherMembers) {
  std::string word = zip_of(sample::office_parts("word/document.xml"));
  const auto second = word.rfind("docProps/core.xml");
  word[second] = 'D';
  EXPECT_EQ(kind_of(word), "evidence_damaged");
}

TEST(EvidenceKind, TakesTwentyMegabytesAndNotAByteMore) {
  std::string text(most_evidence_bytes, 'a');
  EXPECT_EQ(kind_of(text), "txt");
  text += 'a';
  EXPECT_EQ(kind_of(text), "evidence_too_large");
}

TEST(EvidenceKinds, HaveNamesOfTheirOwn) {
  std::set<std::string_view> endings;
  std::set<std::string_view> types;
  for (const EvidenceKind kind : evidence_kinds()) {
    endings.insert(extension(kind));
    types.insert(media_type(kind));
  }
  EXPECT_EQ(endings.size(), 11u);
  EXPECT_EQ(types.size(), 11u);
  EXPECT_EQ(extension(EvidenceKind::text), ".txt");
  EXPECT_EQ(media_type(EvidenceKind::pdf), "application/pdf");
}

// Any change of one byte is judged without a crash, and never makes a document of another kind.
RC_GTEST_PROP(EvidenceKind, OneWrongByteMakesNoOtherKind, ()) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {sample::pdf(), "pdf"},
      {sample::png(), "png"},
      {sample::jpeg(), "jpeg"},
      {zip_of(sample::office_parts("word/document.xml")), "docx"},
      {zip_of(sample::open_document_parts(odt_type)), "odt"}};
  auto [bytes, kind] = *rc::gen::elementOf(files);
  const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
  bytes[at] = *rc::gen::arbitrary<char>();
  const std::string found = kind_of(bytes);
  RC_ASSERT(found == kind || found == "txt" || found.starts_with("evidence_"));
}

TEST(Utf8, CountsCodePointsAndRefusesTheRest) {
  EXPECT_EQ(utf8_length(""), 0u);
  EXPECT_EQ(utf8_length("aé€😀"), 4u);
  for (const char* text : {"\x80", "\xC0\x80", "\xC3", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                           "\xF8\x88\x80\x80\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80", "a\xFF"})
    EXPECT_EQ(utf8_length(text), std::nullopt);
}

}  // namespace
}  // namespace smm::assessment
