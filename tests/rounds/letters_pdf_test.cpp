// SPDX-License-Identifier: Apache-2.0
// Invitations as a PDF through a real Chromium, where there is one: tagged, titled, in a language, one sheet
// for each school.
#include <cstdlib>
#include <fstream>

#include "adapters/chromium_printer.hpp"
#include "app/rounds/invitation_letters.hpp"
#include "app/rounds/own_words.hpp"
#include "command_output.hpp"
#include "school_in_round.hpp"

namespace smm::app {
namespace {

TEST(LettersAsPdf, AreTaggedAndOneSheetEach) {
  const auto program = adapters::find_chromium([](const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
  });
  if (!program) GTEST_SKIP() << "there is no Chromium on this machine";
  if (test::command_output("command -v pdfinfo").empty())
    GTEST_SKIP() << "there is no pdfinfo on this machine";
  const auto house = test::InstallationUnderTest::on_sqlite();
  test::SchoolsInRound schools(*house);
  // As long as an office may be: the sheet still holds it.
  OwnWords own;
  for (int i = 0; i < 3; ++i) own.invitation += std::string(i == 0 ? "" : "\n\n") + "We hope that you join.";
  while (own.invitation.size() + 5 <= longest_own_paragraph) own.invitation += " word";
  own.signature = std::string(longest_signature, 'x');
  ASSERT_TRUE(keep_own_words(house->installation(), "2026", own, "test"));
  const auto letters = draft_letters(house->installation(), "2026");
  ASSERT_TRUE(letters);
  adapters::ChromiumPrinter printer(program);
  const auto pdf = printer.print(letters_html(house->installation(), house->pages(), *letters));
  ASSERT_TRUE(pdf) << pdf.problems().front().sentence;
  const test::ScratchFolder folder;
  const std::string path = folder.path("letters.pdf");
  std::ofstream(path, std::ios::binary) << *pdf;
  const std::string told = test::command_output("pdfinfo " + path);
  for (const char* fact :
       {"Title:           Invitations: Round 2026", "Tagged:          yes", "Pages:           2", "letter"})
    EXPECT_NE(told.find(fact), std::string::npos) << fact << "\n" << told;
  EXPECT_NE(pdf->find("/Lang (en)"), std::string::npos);
  const std::string tree = test::command_output("pdfinfo -struct " + path);
  for (const char* part : {"H1", "H2", "L ", "LI"}) EXPECT_NE(tree.find(part), std::string::npos) << tree;
  for (int page = 1; page <= 2; ++page) {
    const std::string number = std::to_string(page);
    const std::string words =
        test::command_output("pdftotext -f " + number + " -l " + number + " " + path + " -");
    EXPECT_NE(words.find(letters->letters[static_cast<std::size_t>(page - 1)].code), std::string::npos)
        << words;
  }
}

TEST(AddressLines, AreAsALetterHasThem) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(address_lines("1 Main St, Salem, OR 97301"), (Lines{"1 Main St", "Salem, OR 97301"}));
  EXPECT_EQ(address_lines("Hall 3, 1 Main St,Salem , OR 97301"),
            (Lines{"Hall 3", "1 Main St", "Salem, OR 97301"}));
  EXPECT_EQ(address_lines("Dean's office\r\n1 Main St, Suite 4\r\n\r\nSalem, OR\n"),
            (Lines{"Dean's office", "1 Main St, Suite 4", "Salem, OR"}));
  EXPECT_EQ(address_lines("Salem, OR"), (Lines{"Salem, OR"}));
  EXPECT_EQ(address_lines(" , "), Lines{});
  EXPECT_EQ(address_lines(""), Lines{});
}

}  // namespace
}  // namespace smm::app
