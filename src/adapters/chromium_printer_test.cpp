// SPDX-License-Identifier: Apache-2.0
// Printing through a real Chromium, where there is one, and what is told where there is none.
#include "adapters/chromium_printer.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "app/problems.hpp"
#include "command_output.hpp"
#include "scratch_folder.hpp"

namespace smm::adapters {
namespace {

std::optional<std::string> of_this_process(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

std::string page(const std::string& word) {
  return "<!DOCTYPE html><html lang=\"en\"><head><title>About " + word + "</title></head><body><h1>" + word +
         "</h1><table><caption>Figures</caption><tr><th "
         "scope=\"col\">One</th></tr><tr><td>1</td></tr></table>"
         "<h2>Second</h2><script>document.title='changed'</script></body></html>";
}

TEST(ChromiumPrinter, PrintsTaggedPagesOneAfterTheOther) {
  const auto program = find_chromium(of_this_process);
  if (!program) GTEST_SKIP() << "there is no Chromium on this machine";
  ChromiumPrinter printer(program);
  const test::ScratchFolder folder;
  for (const std::string word : {"Curriculum", "Mission"}) {
    const auto pdf = printer.print(page(word));
    ASSERT_TRUE(pdf) << pdf.problems().front().sentence;
    EXPECT_TRUE(pdf->starts_with("%PDF-"));
    const std::string path = folder.path(word + ".pdf");
    std::ofstream(path, std::ios::binary) << *pdf;
    if (test::command_output("command -v pdfinfo").empty())
      GTEST_SKIP() << "there is no pdfinfo on this machine";
    const std::string told = test::command_output("pdfinfo " + path);
    EXPECT_NE(told.find("About " + word), std::string::npos) << told;  // and no script changed it
    EXPECT_NE(told.find("Tagged:          yes"), std::string::npos) << told;
    const std::string tree = test::command_output("pdfinfo -struct " + path);
    for (const char* part : {"H1", "H2", "Table", "TH"})
      EXPECT_NE(tree.find(part), std::string::npos) << part;
    EXPECT_NE(pdf->find("/Outlines"), std::string::npos);
    EXPECT_NE(pdf->find("/Lang (en)"), std::string::npos);
  }
}

// Those who come while two are printed wait; each gets its own page.
TEST(ChromiumPrinter, PrintsForSeveralAtOnce) {
  const auto program = find_chromium(of_this_process);
  if (!program) GTEST_SKIP() << "there is no Chromium on this machine";
  ChromiumPrinter printer(program);
  std::vector<std::future<void>> all;
  for (int asker = 0; asker < 4; ++asker)
    all.push_back(std::async(std::launch::async, [&printer, asker] {
      for (int turn = 0; turn < 3; ++turn) {
        const std::string word = "Page" + std::to_string(asker * 10 + turn);
        const auto pdf = printer.print(page(word));
        ASSERT_TRUE(pdf) << pdf.problems().front().sentence;
        EXPECT_NE(pdf->find("/Title (About " + word + ")"), std::string::npos) << word;
      }
    }));
  for (auto& each : all) each.get();
}

// As long as it lives, temporary folders of this process are made in a place where nobody else makes any.
class OwnTemporaryPlace {
 public:
  OwnTemporaryPlace() { ::setenv("TMPDIR", folder_.path().c_str(), 1); }
  OwnTemporaryPlace(const OwnTemporaryPlace&) = delete;
  ~OwnTemporaryPlace() {
    if (before_)
      ::setenv("TMPDIR", before_->c_str(), 1);
    else
      ::unsetenv("TMPDIR");
  }

  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      found.push_back(entry.path().filename().string());
    return found;
  }

 private:
  std::optional<std::string> before_ = of_this_process("TMPDIR");
  test::ScratchFolder folder_;
};

TEST(ChromiumPrinter, LeavesNoFolderBehind) {
  const OwnTemporaryPlace place;
  for (const char* program : {"/nowhere/chromium", "/bin/true"}) {
    ChromiumPrinter printer(program);
    EXPECT_FALSE(printer.print(page("x")));
  }
  if (const auto program = find_chromium(of_this_process)) {
    ChromiumPrinter printer(program);
    EXPECT_TRUE(printer.print(page("x")));
    EXPECT_FALSE(place.names().empty());
  }
  EXPECT_EQ(place.names(), std::vector<std::string>());
}

TEST(ChromiumPrinter, SaysThatThereIsNone) {
  ChromiumPrinter printer(std::nullopt);
  EXPECT_EQ(printer.print(page("x")).problems().front().code, app::problem::no_printer.code);
}

TEST(ChromiumPrinter, SaysThatAProgramIsNoChromium) {
  ChromiumPrinter printer("/bin/true");
  EXPECT_EQ(printer.print(page("x")).problems().front().code, app::problem::printing_failed.code);
  ChromiumPrinter missing("/nowhere/chromium");
  EXPECT_EQ(missing.print(page("x")).problems().front().code, app::problem::printing_failed.code);
}

TEST(FindChromium, PrefersTheOneThatIsNamed) {
  const auto named = [](const std::string& name) {
    return name == "SMM_CHROMIUM" ? std::optional<std::string>("/opt/chromium") : std::nullopt;
  };
  EXPECT_EQ(find_chromium(named), "/opt/chromium");
  EXPECT_EQ(find_chromium([](const std::string&) { return std::optional<std::string>(); }), std::nullopt);
}

}  // namespace
}  // namespace smm::adapters
