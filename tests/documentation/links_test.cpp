// SPDX-License-Identifier: Apache-2.0
// Links between the project's own pages lead somewhere, to the heading as well as to the file.
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <set>
#include <string>

#include "documents.hpp"

namespace smm::documentation {
namespace {

// The anchor that the usual Markdown viewers give a heading: lower case, spaces to hyphens, no punctuation.
std::string anchor_of(const std::string& heading) {
  std::string anchor;
  for (const char letter : heading) {
    const auto code = static_cast<unsigned char>(letter);
    if (std::isalnum(code) || letter == '-' || letter == '_' || code >= 0x80)
      anchor += static_cast<char>(std::tolower(code));
    else if (letter == ' ')
      anchor += '-';
  }
  return anchor;
}

std::set<std::string> anchors_in(const std::string& path) {
  std::set<std::string> anchors;
  for (const std::string& heading : all_matches(without_code_blocks(text_of(path)), "^#+ +(.*)$"))
    anchors.insert(anchor_of(heading));
  return anchors;
}

// Empty when the link is good.
std::string fault_of(const std::string& page, const std::string& link) {
  const auto hash = link.find('#');
  const std::string file = link.substr(0, hash);
  const auto target =
      file.empty() ? std::filesystem::path(page) : std::filesystem::path(page).parent_path() / file;
  const std::string path = target.lexically_normal().generic_string();
  if (!std::filesystem::exists(path)) return path + " does not exist";
  if (hash == std::string::npos) return "";
  return anchors_in(path).contains(link.substr(hash + 1)) ? "" : path + " has no heading for " + link;
}

TEST(DocumentationLinks, LeadToFilesAndHeadingsThatExist) {
  std::size_t checked = 0;
  for (const std::string& page : files_below(".", ".md")) {
    for (const std::string& link : all_matches(without_code_blocks(text_of(page)), R"(\]\(([^)\s]+)\))")) {
      if (link.starts_with("https://") || link.starts_with("mailto:")) continue;
      EXPECT_EQ(fault_of(page, link), "") << page << " links to " << link;
      ++checked;
    }
  }
  EXPECT_GT(checked, 10U);
}

TEST(DocumentationLinks, CheckFindsWhatIsMissing) {
  EXPECT_EQ(fault_of("docs/reference/problems.md", "absent.md"), "docs/reference/absent.md does not exist");
  EXPECT_EQ(fault_of("README.md", "CONTRIBUTING.md#absent"),
            "CONTRIBUTING.md has no heading for CONTRIBUTING.md#absent");
  EXPECT_EQ(fault_of("README.md", "CONTRIBUTING.md"), "");
}

}  // namespace
}  // namespace smm::documentation
